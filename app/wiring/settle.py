"""Wait until the window has nothing left to do: pictures and the tour, never the desk itself."""

from PySide6.QtCore import QElapsedTimer, QEventLoop, QTimer

from ui.work import Work

_QUIET_MS = 450
"""Longer than any debounce of a screen (drafts 400 ms)."""
_PATIENCE_MS = 60_000


class NeverSettled(RuntimeError):
    """Work went on for a minute: a bug of the program, not of its data."""


def settle(work: Work, *, quiet_ms: int = _QUIET_MS) -> None:
    """Run the event loop until both lanes have been idle for `quiet_ms`.

    Raises:
        NeverSettled: after a minute.
    """
    loop = QEventLoop()
    whole, quiet = QElapsedTimer(), QElapsedTimer()
    whole.start()
    quiet.start()
    timer = QTimer()
    timer.setInterval(10)

    def look() -> None:
        if not (work.records.is_idle and work.outside.is_idle):
            quiet.restart()
        if quiet.elapsed() >= quiet_ms or whole.elapsed() >= _PATIENCE_MS:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    if quiet.elapsed() < quiet_ms:
        raise NeverSettled
