"""A tinted strip that says something and offers what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.screens.intake.parts.labels import plain_label
from ui.theme import px


@dataclass(frozen=True, slots=True)
class StripAction:
    """A button of a strip.

    Attributes:
        words: what the button says.
        do: what it does.
        tip: the whole text where `words` are short for it.
        spoken: what a screen reader says where it is not `words`.
        drop: what the second Delete on it does; None where nothing can be dropped.
        asks: what the button says after the first Delete.
    """

    words: str
    do: Callable[[], object]
    tip: str = ""
    spoken: str = ""
    drop: Callable[[], object] | None = None
    asks: str = ""


@dataclass(frozen=True, slots=True)
class StripLook:
    """How a strip is arranged.

    Attributes:
        kind: its tint: ``info``, ``warning`` or ``problem``.
        margins: around it.
        spacing: between label and buttons; -1 for what the style says.
        most: how many buttons there can be.
        face: the buttons' name in the style sheet; empty for an ordinary button.
        wraps: the text takes the room there is and wraps; else the buttons follow it.
        is_list: the buttons stand below each other, each cut to the width less `aside`.
        aside: pixels at 100 % that the buttons of a list leave free.
        takes_enter: Enter presses the button that has the keyboard.
        takes_focus: the buttons can have the keyboard at all.
    """

    kind: str
    margins: tuple[int, int, int, int] = (10, 6, 10, 6)
    spacing: int = -1
    most: int = 1
    face: str = "link"
    wraps: bool = True
    is_list: bool = False
    aside: int = 0
    takes_enter: bool = False
    takes_focus: bool = True


class Strip(QWidget):
    """Hidden while it has nothing to say and nothing to offer.

    Args:
        look: how it is arranged.
        undo: a link beside the text of a list; hidden until `show_undo`.
    """

    def __init__(
        self, look: StripLook, undo: QPushButton | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("kind", look.kind)
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._look = look
        self._actions: tuple[StripAction, ...] = ()
        self._said = plain_label("", "stripText", wraps=look.wraps)
        self._more = plain_label("", "small", wraps=False)
        self._undo = undo
        self.buttons = [self._button(nth) for nth in range(look.most)]
        self._arrange()
        self.hide()

    @property
    def words(self) -> str:
        """What it says, with the words of its buttons where they go on with the sentence."""
        if self._look.wraps:
            return self._said.text()
        links = [button.text() for button in self.buttons if not button.isHidden()]
        return " ".join([self._said.text(), *links, self._more.text()]).rstrip()

    def show_all(self, words: str, actions: Sequence[StripAction] = (), more: str = "") -> None:
        """Say `words` and offer `actions`; neither of them hides the strip.

        Args:
            words: the sentence.
            actions: what can be done; beyond the look's `most` they are not offered.
            more: says that there are others, or which; stands behind the buttons.
        """
        self._actions = tuple(actions[: self._look.most])
        self._said.setText(words)
        self._said.setVisible(bool(words) or not self._look.is_list)
        self._more.setText(more)
        self._more.setVisible(bool(more))
        if self._undo is not None:
            self._undo.hide()
        for nth, button in enumerate(self.buttons):
            button.show_action(self._actions[nth] if nth < len(self._actions) else None)
        self.setVisible(bool(words) or bool(self._actions))
        self._fit()

    def show_undo(self) -> None:
        """Offer to take back what the text says was done."""
        if self._undo is not None:
            self._undo.show()

    def press(self, nth: int) -> bool:
        """Do the action at `nth`; False if there is none."""
        if nth >= len(self._actions):
            return False
        self._actions[nth].do()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a list a button's words end in "…" where they are too long; the tip is whole."""
        if not self._look.is_list:
            return
        room = self.width() - px(self._look.aside)
        for button, action in zip(self.buttons, self._actions, strict=False):
            button.setText(
                button.fontMetrics().elidedText(action.words, Qt.TextElideMode.ElideRight, room)
            )

    def _button(self, nth: int) -> "_StripButton":
        made = _StripButton(takes_enter=self._look.takes_enter)
        if self._look.face:
            made.setObjectName(self._look.face)
        if not self._look.takes_focus:
            made.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        made.clicked.connect(lambda: self.press(nth))
        return made

    def _arrange(self) -> None:
        look = self._look
        row: QBoxLayout = QVBoxLayout(self) if look.is_list else QHBoxLayout(self)
        row.setContentsMargins(*look.margins)
        row.setSpacing(look.spacing)
        if self._undo is not None:
            head = QHBoxLayout()
            head.addWidget(self._said, 1)
            head.addWidget(self._undo)
            row.addLayout(head)
        else:
            row.addWidget(self._said, 1 if look.wraps else 0)
        single = look.wraps and not look.is_list and look.face == "link"
        side = Qt.AlignmentFlag.AlignTop if single else Qt.AlignmentFlag(0)
        for button in self.buttons:
            row.addWidget(button, 0, side)
        row.addWidget(self._more)
        if not look.wraps and not look.is_list:
            row.addStretch(1)


class _StripButton(QPushButton):
    """A button of a strip; Delete asks once more on the button itself, a second Delete drops."""

    def __init__(self, *, takes_enter: bool) -> None:
        super().__init__()
        self.setAutoDefault(False)
        self._takes_enter = takes_enter
        self._action: StripAction | None = None
        self._is_asking = False

    def show_action(self, action: StripAction | None) -> None:
        """Stand for `action`, or hide."""
        self._action = action
        self._is_asking = False
        self.setVisible(action is not None)
        if action is not None:
            self.setText(action.words)
            self.setAccessibleName(action.spoken)
            self.setToolTip(action.tip)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._takes_enter and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.click()
        elif event.key() == Qt.Key.Key_Delete and self._action and self._action.drop:
            self._on_delete(self._action)
        else:
            if self._is_asking and self._action:
                self._is_asking = False
                self.setText(self._action.words)
            super().keyPressEvent(event)

    def _on_delete(self, action: StripAction) -> None:
        if self._is_asking and action.drop:
            action.drop()
            return
        self._is_asking = True
        self.setText(action.asks)
