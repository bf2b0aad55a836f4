"""The keys of the window that work whatever has the focus inside it."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

_KEYS = (
    "F1", "F2", "F3", "F4", "F5", "F6", "F7", "F8", "F10", "F11", "F12", "Ctrl+F10",
    "Ctrl+H", "Ctrl+K", "Ctrl+Shift+V",
)  # fmt: skip


def take_function_keys(window: QWidget, take: Callable[[str], None]) -> None:
    """From now on `take` is told of each that is pressed in `window`."""
    for key in _KEYS:
        _FunctionKey(key, window, take)


class _FunctionKey(QShortcut):
    def __init__(self, key: str, window: QWidget, take: Callable[[str], None]) -> None:
        super().__init__(QKeySequence(key), window)
        self._key = key
        self._take = take
        self.setAutoRepeat(False)
        self.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        self._take(self._key)
