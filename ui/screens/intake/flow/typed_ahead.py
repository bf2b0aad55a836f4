"""Keys pressed while an answer is to come that says where typing goes on: they wait for it."""

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ui.widgets.keys import shortcut_of

_HELD = {QEvent.Type.KeyPress, QEvent.Type.InputMethod}


class TypedAhead(QObject):
    """Holds what is typed on a screen back, and types it where the answer led.

    A window that hangs gets all keys of that time at once, long before any answer: without this
    they would join the field whose Enter they were typed behind. They keep the system's stamps, so
    that a scanner's are still told from a hand's.

    Args:
        screen: where the keyboard is.
        is_awaited: whether an answer is still to come.
    """

    def __init__(self, screen: QWidget, is_awaited: Callable[[], bool]) -> None:
        super().__init__(screen)
        self._screen, self._is_awaited = screen, is_awaited
        self._keys: list[QEvent] = []
        self._is_listening = False
        self._answered = QTimer(self)
        self._answered.setSingleShot(True)
        self._answered.timeout.connect(self._type)

    @property
    def is_busy(self) -> bool:
        """Whether keys are held back."""
        return self._is_listening

    def look(self) -> None:
        """An answer began to be awaited, or came: hold keys back from now on, or type them."""
        if self._is_awaited():
            self._answered.stop()
            self._listen(is_on=True)
        elif self._is_listening:
            self._answered.start(0)  # behind everything the answer does

    def drop(self) -> None:
        """What was typed ahead was meant for somebody who did not come."""
        self._keys.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        is_key = kind in _HELD or kind is QEvent.Type.ShortcutOverride
        if not is_key or watched is not QApplication.focusWidget() or not self._is_ours(watched):
            return False
        if kind is QEvent.Type.ShortcutOverride:
            event.accept()  # the key itself comes next
        else:
            self._keys.append(event.clone())
        return True

    def _is_ours(self, watched: QObject) -> bool:
        return isinstance(watched, QWidget) and self._screen.isAncestorOf(watched)

    def _listen(self, *, is_on: bool) -> None:
        app = QApplication.instance()
        if is_on is self._is_listening or app is None:
            return
        self._is_listening = is_on
        if is_on:
            app.installEventFilter(self)
        else:
            app.removeEventFilter(self)

    def _type(self) -> None:
        """Type what waits, until one of the keys asks for the next answer."""
        self._listen(is_on=False)
        while self._keys and not self._is_awaited():
            _send(self._keys.pop(0))
        if self._is_awaited():
            self._listen(is_on=True)


def _send(event: QEvent) -> None:
    """Let `event` come where the keyboard is now, as the window system would bring it."""
    focused = QApplication.focusWidget()
    if focused is None:
        return
    if isinstance(event, QKeyEvent) and (shortcut := shortcut_of(event, focused)):
        shortcut.activated.emit()
        return
    QCoreApplication.sendEvent(focused, event)
