"""One line of typed text with its label above it, its doubts beside and its refusal below.

`LineField` is the labelled field every form uses. Text leaves it in NFC. Nothing is rewritten
while an input method composes, nor inside `textEdited`; a field tidies what it shows only when it
is left.
"""

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from app.domain.errors import DeskError, FieldError
from app.domain.look_alikes import tidy
from ui.theme import set_look
from ui.tips import set_tip
from ui.widgets.search.input_line import InputLine
from ui.widgets.text.labels import FieldLabel
from ui.widgets.text.labels import label as text_label

Say = Callable[[DeskError], str]
"""Turns a refusal into the sentence a clerk reads (`app.wording.refusals.say`, given in)."""

Read = Callable[[str], str]
"""Cleans what was typed, or raises `FieldError`."""


class LineField(QWidget):
    """A labelled line: label above, a flag at its right, a refusal or a hint below.

    Args:
        label: what stands above the line; names the input for screen readers.
        say: words for refusals.
        read: cleans the text when the field is left; its refusal is shown at once.
        show: how a cleaned value is written in the field; as it is by default.

    Signals:
        changed: the value may have changed.
        left: the field was left or Enter pressed, after it was read.
        entered: Enter was pressed.
    """

    changed = Signal()
    left = Signal()
    entered = Signal()

    def __init__(
        self,
        label: str,
        say: Say,
        *,
        read: Read | None = None,
        show: Callable[[str], str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._say = say
        self._read = read
        self._show = show or str
        self._flag_text = ""
        self._mark_text = ""
        self._problem = ""
        self._build(label)
        self._connect()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """Bring the keyboard to the input; a focus proxy would be a Tab stop out of its place."""
        self.input.setFocus(reason)

    def value(self) -> str:
        """What stands in the field, in NFC, uncleaned: intake's own check is the judge."""
        return tidy(self.input.text())

    def set_value(self, text: str) -> None:
        """Put `text` in as if it had been typed and left; no refusal is shown yet."""
        self.clear_problem()
        try:
            shown = self._show(self._read(text)) if self._read and text else text
        except FieldError:
            shown = text
        if shown != self.input.text():
            self.input.setText(shown)
            self.input.setCursorPosition(0)
            self.changed.emit()

    def set_label(self, text: str) -> None:
        """Name the field anew (a business has a tax code where a person has an identity number)."""
        self.label.setText(text)
        self.input.setAccessibleName(text)

    def show_problem(self, sentence: str) -> None:
        """Say below the field why its value is refused; what was typed stays."""
        self._problem = sentence
        self._below.setText("■ " + sentence)
        self._mark_below("problem")
        self._set_state("problem")
        self.input.setAccessibleDescription(sentence)

    def show_hint(self, sentence: str) -> None:
        """Say something below the field that is no refusal; an empty sentence clears it."""
        if self.has_problem:
            return
        self._below.setText(sentence)
        self._mark_below("hint" if sentence else "")
        self.input.setAccessibleDescription(sentence)

    def clear_problem(self) -> None:
        """Take the refusal away."""
        if self.has_problem:
            self._problem = ""
            self._below.clear()
            self._mark_below("")
            self._set_state(self._quiet_state())
            self.input.setAccessibleDescription(self._flag_text or self._mark_text)

    def show_flag(self, why: str) -> None:
        """Ask for a second look, with the reason; never a refusal. An empty reason clears it."""
        if why != self._flag_text:
            self._flag_text = why
            self._show_beside()

    def show_mark(self, source: str) -> None:
        """Say where the value was read from, until it is typed over; empty clears it."""
        if source != self._mark_text:
            self._mark_text = source
            self._show_beside()

    @property
    def mark(self) -> str:
        """Where the value was read from, empty if it was typed."""
        return self._mark_text

    def _show_beside(self) -> None:
        """A doubt before a source: there is room for one."""
        words = f"▲ {self._flag_text}" if self._flag_text else self._mark_text
        set_look(self._flag, "kind", "" if self._flag_text else "mark")
        self._flag.setText(words)
        set_tip(self._flag, words)
        self._flag.setVisible(bool(words))
        if not self.has_problem:
            self._set_state(self._quiet_state())
            self.input.setAccessibleDescription(self._flag_text or self._mark_text)

    def _quiet_state(self) -> str:
        """How the input looks while nothing is refused."""
        if self._flag_text:
            return "flagged"
        return "marked" if self._mark_text else ""

    @property
    def flag(self) -> str:
        """The reason for a second look, empty if there is none."""
        return self._flag_text

    @property
    def problem(self) -> str:
        """The refusal shown, empty if there is none."""
        return self._problem

    @property
    def has_problem(self) -> bool:
        """Whether a refusal stands below the field."""
        return bool(self._problem)

    def _build(self, label: str) -> None:
        self._flag = text_label(name="fieldFlag")
        self._flag.setWordWrap(True)
        self._flag.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._flag.hide()
        self.input = self._make_input()
        self.input.setAccessibleName(label)
        self.label = FieldLabel(label, self.input)
        self._below = text_label(name="fieldBelow")
        self._below.setWordWrap(True)
        self._below.hide()
        self._head = QHBoxLayout()
        self._head.setSpacing(6)
        self._head.addWidget(self.label)
        self._head.addWidget(self._flag, 1)
        self._body = QHBoxLayout()
        self._body.setSpacing(6)
        self._body.addWidget(self.input, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(3)
        column.addLayout(self._head)
        column.addLayout(self._body)
        column.addWidget(self._below)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def _make_input(self) -> InputLine:
        return InputLine()

    def _connect(self) -> None:
        self.input.typed.connect(self._on_typed)
        self.input.editingFinished.connect(self._on_left)
        self.input.entered.connect(self.entered)

    def _on_typed(self) -> None:
        self.clear_problem()
        self.show_mark("")
        self.changed.emit()

    def _on_left(self) -> None:
        if self.input.is_composing:
            return
        text = self.value()
        shown = text
        if self._read is not None:
            try:
                shown = self._show(self._read(text))
            except FieldError as refusal:
                self.show_problem(self._say(refusal))
            else:
                self.clear_problem()
        if shown != self.input.text():
            self.input.setText(shown)
            self.changed.emit()
        self.left.emit()

    def _mark_below(self, kind: str) -> None:
        set_look(self._below, "kind", kind)
        self._below.setVisible(bool(kind))

    def _set_state(self, state: str) -> None:
        set_look(self.input, "state", state)
