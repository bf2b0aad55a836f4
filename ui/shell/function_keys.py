"""The keys of the window that work whatever has the focus inside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence, QShortcut

if TYPE_CHECKING:
    from ui.shell.window import DeskWindow

_KEYS = (
    "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F10", "F11", "F12", "Ctrl+F10",
    "Ctrl+H", "Ctrl+K", "Ctrl+Shift+V",
)  # fmt: skip


def take_function_keys(window: DeskWindow) -> None:
    """From now on `window` is told of each (`DeskWindow.take_key`)."""
    for key in _KEYS:
        _FunctionKey(key, window)


class _FunctionKey(QShortcut):
    def __init__(self, key: str, window: DeskWindow) -> None:
        super().__init__(QKeySequence(key), window)
        self._key = key
        self._window = window
        self.setAutoRepeat(False)
        self.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        self._window.take_key(self._key)
