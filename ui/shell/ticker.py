"""Tells the window that a new minute has begun; reads the clock, never counts."""

from datetime import datetime

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.clock import Clock

_A_MINUTE_MS = 60_000
_JUST_AFTER_MS = 20


class Ticker(QObject):
    """Ticks at every minute boundary, and once right after the machine slept.

    Signals:
        ticked: the present moment.
    """

    ticked = Signal(object)

    def __init__(self, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._last: datetime | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.look)

    def start(self) -> None:
        """Begin; the first tick comes with the next minute."""
        self._last = _minute(self._clock.now())
        self._plan()

    def stop(self) -> None:
        """Tick no more."""
        self._timer.stop()

    def look(self) -> None:
        """Read the clock; tick if the minute is another one, whichever way it moved."""
        now = self._clock.now()
        if _minute(now) != self._last:
            self._last = _minute(now)
            self.ticked.emit(now)
        self._plan()

    def _plan(self) -> None:
        now = self._clock.now()
        gone = now.second * 1_000 + now.microsecond // 1_000
        self._timer.start(_A_MINUTE_MS - gone + _JUST_AFTER_MS)


def _minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)
