"""A line for a name: what looks wrong is flagged, a likelier spelling offered, taken by ↓ or mouse.

Nothing is changed without being asked. A name in an old code (TCVN3, VNI) stays exactly as typed
until its offer is taken: tidied, it could not be read any more.
"""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QPushButton

from app.domain.dossier import names
from app.domain.legacy_letters import from_legacy
from ui.theme import px
from ui.tips import on_button, set_tip
from ui.widgets.fields.line_field import LineField, Read, Say
from ui.widgets.search.input_line import InputLine
from ui.words import word_for


class NameField(LineField):
    """The name of a person, or of a body; of a body, only an old code is asked about."""

    def __init__(self, label: str, say: Say, *, read: Read | None = None) -> None:
        super().__init__(label, say, read=read)
        self._is_person = True
        self._is_typed = False
        self._better = ""
        self.offer = QPushButton()
        self.offer.setObjectName("link")
        self.offer.setAutoDefault(False)
        self.offer.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.offer.hide()
        if (column := self.layout()) is not None:
            column.addWidget(self.offer)
        self.offer.clicked.connect(self.take_offer)

    def set_is_person(self, *, is_person: bool) -> None:
        """Whether the name is a person's: digits and small letters are usual in a body's."""
        self._is_person = is_person
        self.judge()

    def set_value(self, text: str) -> None:
        """Put `text` in; what was written down before is flagged, but not spelled anew."""
        super().set_value(text)
        self._is_typed = False
        self.judge()
        self._show_offer(from_legacy(text))

    def judge(self) -> None:
        """Flag what a clerk should look at again."""
        typed = self.input.text()
        found = names.doubts(typed) if self._is_person else ()
        if not self._is_person and from_legacy(typed):
            found = (names.NameDoubt.OLD_CODE,)
        self.show_flag(" · ".join(map(word_for, found)))

    def take_offer(self) -> None:
        """Write the name as offered, if it is."""
        if self._better and not self.input.is_composing:
            super().set_value(self._better)
            self.input.end(False)
            self.judge()
            self._show_offer("")

    def _make_input(self) -> InputLine:
        line = _NameLine()
        line.down.connect(self.take_offer)
        return line

    def _on_typed(self) -> None:
        super()._on_typed()
        self._is_typed = True
        if self.flag:
            self.judge()
        self._offer_better(is_whole=False)

    def _on_left(self) -> None:
        if from_legacy(self.input.text()):
            self.judge()
            self.left.emit()
            return
        super()._on_left()
        if self._is_typed:  # what a card's reader doubts stays said until then
            self.judge()
            self._offer_better(is_whole=True)

    def _offer_better(self, *, is_whole: bool) -> None:
        """Offer what it likelier is; a first word still being typed is left in peace."""
        typed = self.input.text()
        if not self._is_person:
            self._show_offer(from_legacy(typed))
        elif is_whole or " " in typed.strip():
            self._show_offer(names.proposed(typed))
        else:
            self._show_offer("")

    def _show_offer(self, better: str) -> None:
        self._better = better
        words, room = f"↓   {better}", max(self.width() - px(28), px(100))
        cut = self.offer.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room)
        self.offer.setText(on_button(cut))
        set_tip(self.offer, better)
        self.offer.setAccessibleName(self.tr("Ghi tên là: {0}").format(better))
        self.offer.setMinimumWidth(px(100))
        self.offer.setVisible(bool(better))


class _NameLine(InputLine):
    """A line in which the down key says something."""

    down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and not event.modifiers():
            self.down.emit()
            event.accept()
            return
        super().keyPressEvent(event)
