"""The bar of buttons that call a dossier's actions, each with its key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.keys import Key, with_key
from ui.screens.dossier.life.action_kind import (
    DANGERS,
    DESK_ACTIONS,
    LEADS,
    ActionKind,
    words_of,
)
from ui.theme import px, repolish
from ui.tips import set_tip
from ui.widgets.keys import bind_key
from ui.widgets.layout.flow import FlowRow

_LINES = 2
"""Lines of buttons in a low window, where they fit without their keys."""


class ActionBar(FlowRow):
    """The buttons of `kinds`; the first that moves the dossier on is the primary one.

    In a low window they leave out their keys before they take a third line.

    Signals:
        wanted: a `ActionKind`.
    """

    wanted = Signal(object)

    def __init__(
        self, kinds: Sequence[ActionKind] = DESK_ACTIONS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[ActionKind, _ActionButton] = {}
        self._is_low = False
        for kind in kinds:
            words = words_of(kind)
            button = _ActionButton(kind, words.words, words.key)
            button.setAccessibleName(f"{words.words} ({words.key})")
            button.clicked.connect(self._on_clicked)
            self.buttons[kind] = button
            self.add(button)
        keys = {words_of(kind).key for kind in kinds}
        for key in sorted(keys - {Key.RETURN, Key.REPRINT}):
            bind_key(self, key, partial(self.press, key), Qt.ShortcutContext.WindowShortcut)

    def show_actions(self, kinds: Sequence[ActionKind]) -> None:
        """Offer these."""
        lead = next((kind for kind in kinds if kind in LEADS), None)
        for kind, button in self.buttons.items():
            button.setVisible(kind in kinds)
            name = "primary" if kind is lead else "danger" if kind in DANGERS else ""
            if button.objectName() != name:
                button.setObjectName(name)
                repolish(button)
        self.arrange()

    def name_print(self, *, is_first: bool) -> None:
        """Nothing is printed again that never was."""
        button, words = self.buttons[ActionKind.PRINT], words_of(ActionKind.PRINT)
        does = self.tr("In phiếu") if is_first else words.words
        button.name(does)
        button.setAccessibleName(f"{does} ({words.key})")
        self.arrange()

    def set_low(self, *, is_low: bool) -> None:
        """Take less height where the window is low or the text large."""
        self._is_low = is_low
        self.arrange()

    def arrange(self) -> None:
        shown = [button for button in self.buttons.values() if not button.isHidden()]
        is_brief = self._is_low and _lines_of(shown, self.width()) > _LINES
        for button in shown:
            button.set_brief(is_brief=is_brief)
        super().arrange()

    def press(self, key: Key) -> bool:
        """Do what `key` stands for now; False if nothing does."""
        for kind, button in self.buttons.items():
            if words_of(kind).key == key and not button.isHidden() and button.isEnabled():
                self.wanted.emit(kind)
                return True
        return False

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, _ActionButton):
            self.wanted.emit(button.kind)


class _ActionButton(QPushButton):
    """A button that says its action, and its key where there is room."""

    def __init__(self, kind: ActionKind, does: str, key: Key) -> None:
        super().__init__(with_key(does, key))
        # A click leaves the keyboard where it stood: what is done can be taken back to there.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.kind = kind
        self._does, self._key = does, key
        self._is_brief = False

    @property
    def whole_width(self) -> int:
        """How wide it is with its key."""
        metrics = self.fontMetrics()
        spared = metrics.horizontalAdvance(self._whole) - metrics.horizontalAdvance(self.text())
        return self.sizeHint().width() + spared

    def name(self, does: str) -> None:
        """Say anew what it does."""
        self._does = does
        self._show()

    def set_brief(self, *, is_brief: bool) -> None:
        """Leave the key out, or say it again; the pointer is told it in any case."""
        if is_brief != self._is_brief:
            self._is_brief = is_brief
            self._show()

    @property
    def _whole(self) -> str:
        return with_key(self._does, self._key)

    def _show(self) -> None:
        self.setText(self._does if self._is_brief else self._whole)
        set_tip(self, self._whole if self._is_brief else "")


def _lines_of(buttons: Sequence[_ActionButton], width: int) -> int:
    """How many lines the buttons take with their keys."""
    lines, right = 1, 0
    for button in buttons:
        if right and right + button.whole_width > width:
            lines, right = lines + 1, 0
        right += button.whole_width + px(8)
    return lines
