"""The keys of the window that work whatever has the focus inside it."""

from collections.abc import Callable

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from ui.keys import Key

FUNCTION_KEYS = (
    Key.HELP, Key.NEW, Key.FIND, Key.RETURN, Key.TODAY, Key.CITIZEN, Key.EXCHANGE, Key.REPRINT,
    Key.SIGNING, Key.REFERENCE, Key.SETTINGS, Key.CASH, Key.REGISTER, Key.DAY, Key.HANDOVER,
    Key.LISTS, Key.TAKE_BACK, Key.PALETTE, Key.READ_CODE, Key.ANSWER_FIRST, Key.ANSWER_SECOND,
)  # fmt: skip


def take_function_keys(window: QWidget, take: Callable[[Key], None]) -> None:
    """From now on `take` is told of each that is pressed in `window`."""
    for key in FUNCTION_KEYS:
        _FunctionKey(key, window, take)


class _FunctionKey(QShortcut):
    def __init__(self, key: Key, window: QWidget, take: Callable[[Key], None]) -> None:
        super().__init__(QKeySequence(key), window)
        self._key = key
        self._take = take
        self.setAutoRepeat(False)
        self.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        self._take(self._key)
