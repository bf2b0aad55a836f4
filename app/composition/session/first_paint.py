"""Work that waits until the window, and then its first list, has been painted."""

import threading

from PySide6.QtCore import QEvent, QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

_PATIENCE = 2.0
"""Seconds after which work goes on anyway: a window opened out of sight is never painted."""


class Gate(QObject):
    """Holds up a queue until something has been shown.

    Signals:
        came: it was shown for the first time.
    """

    came = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._is_open = threading.Event()

    def wait(self) -> None:
        """Block the calling thread, never the window's, until it came or was given up.

        Never longer than two seconds.
        """
        self._is_open.wait(_PATIENCE)

    @Slot()
    def shown(self) -> None:
        """It is about to be on the screen: once that is done, it came."""
        QTimer.singleShot(0, self._on_shown)

    @Slot()
    def give_up(self) -> None:
        """Let all who wait go on."""
        self._is_open.set()

    @Slot()
    def _on_shown(self) -> None:
        self.came.emit()
        self.give_up()


class FirstPaint(Gate):
    """Opens when a window has been painted for the first time."""

    def watch(self, window: QWidget) -> None:
        """Wait for the first paint of `window`."""
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            self.shown()
        return False
