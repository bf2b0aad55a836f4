"""Counts the keys and clicks of a hand among the application's own events."""

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QApplication

_HELD = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ShiftModifier,
)
_ONLY_HELD = {Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_Shift, Qt.Key.Key_Meta}


class KeyRecorder(QObject):
    """Listens to the application while it is used in `with`.

    A key held with another counts too: Ctrl+1 is two keys, a capital letter is two. A key an input
    method takes is seen as the pre-edit it makes longer.

    Attributes:
        keys: keys pressed by hand.
        scans: what a scanner sent; its keys are no hand's.
        clicks: buttons of the mouse.
    """

    def __init__(self) -> None:
        super().__init__()
        self.keys = self.scans = self.clicks = 0
        self._composed = ""
        self._overridden: int | None = None
        self._is_scanning = False

    def __enter__(self) -> "KeyRecorder":
        QApplication.instance().installEventFilter(self)
        return self

    def __exit__(self, *_: object) -> None:
        QApplication.instance().removeEventFilter(self)

    @contextmanager
    def scan(self) -> Iterator[None]:
        """What comes now is sent by a scanner."""
        self.scans += 1
        self._is_scanning = True
        try:
            yield
        finally:
            self._is_scanning = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if self._is_scanning or watched is not QApplication.focusWidget():
            return False
        if event.type() is QEvent.Type.MouseButtonPress:
            self.clicks += 1
        elif event.type() is QEvent.Type.InputMethod and isinstance(event, QInputMethodEvent):
            self._compose(event.preeditString())
        elif isinstance(event, QKeyEvent):
            self._press(event)
        return False

    def _compose(self, preedit: str) -> None:
        if len(preedit) > len(self._composed):
            self.keys += 1 + preedit[-1].isupper()
        self._composed = preedit

    def _press(self, event: QKeyEvent) -> None:
        """A shortcut is seen as it is asked about, any other key a second time when it comes."""
        if event.key() in _ONLY_HELD or event.isAutoRepeat():
            return
        if event.type() is QEvent.Type.ShortcutOverride:
            self._overridden = event.key()
        elif event.type() is not QEvent.Type.KeyPress:
            return
        elif self._overridden == event.key():
            self._overridden = None
            return
        is_capital = event.text().isupper() and not event.modifiers() & _HELD[2]
        self.keys += 1 + is_capital + sum(bool(event.modifiers() & one) for one in _HELD)
