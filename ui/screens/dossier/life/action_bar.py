"""The bar of buttons that call a dossier's actions, each with its key."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.keys import Key, with_key
from ui.screens.dossier.life.action_kind import DESK_ACTIONS, LEADS, ActionKind, words_of
from ui.theme import repolish
from ui.widgets.keys import bind_key
from ui.widgets.layout.flow import FlowRow


class ActionBar(FlowRow):
    """The buttons of `kinds`; the first that moves the dossier on is the primary one.

    Signals:
        wanted: a `ActionKind`.
    """

    wanted = Signal(object)

    def __init__(
        self, kinds: Sequence[ActionKind] = DESK_ACTIONS, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.buttons: dict[ActionKind, QPushButton] = {}
        for kind in kinds:
            words = words_of(kind)
            button = _ActionButton(kind, with_key(words.words, words.key))
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
            name = "primary" if kind is lead else "danger" if kind is ActionKind.CANCEL else ""
            if button.objectName() != name:
                button.setObjectName(name)
                repolish(button)
        self.arrange()

    def name_print(self, *, is_first: bool) -> None:
        """Nothing is printed again that never was."""
        button, words = self.buttons[ActionKind.PRINT], words_of(ActionKind.PRINT)
        does = self.tr("In phiếu") if is_first else words.words
        button.setText(with_key(does, words.key))
        button.setAccessibleName(f"{does} ({words.key})")
        self.arrange()

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
    def __init__(self, kind: ActionKind, words: str) -> None:
        super().__init__(words)
        self.kind = kind
