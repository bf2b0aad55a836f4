"""Let a window finish, and go: for pictures and the tour, never for the desk itself."""

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QEventLoop, QTimer
from PySide6.QtWidgets import QWidget

from ui.work import Work

_QUIET_MS = 450
"""Longer than any debounce of a screen (drafts 400 ms)."""
_PATIENCE_MS = 60_000
_LOOK_MS = 10


class NeverSettled(RuntimeError):
    """Work went on for a minute: a bug of the program, not of its data."""


def settle(work: Work, *, quiet_ms: int = _QUIET_MS) -> None:
    """Run the event loop until all queues have been idle for `quiet_ms`.

    Counted in turns of the loop as well: on a busy machine the time alone passes with nothing done.

    Raises:
        NeverSettled: after a minute.
    """
    loop = QEventLoop()
    whole, quiet = QElapsedTimer(), QElapsedTimer()
    whole.start()
    quiet.start()
    wanted = quiet_ms // _LOOK_MS
    turns = 0
    timer = QTimer()
    timer.setInterval(_LOOK_MS)

    def look() -> None:
        nonlocal turns
        turns += 1
        if not work.is_idle:
            quiet.restart()
            turns = 0
        is_quiet = turns >= wanted and quiet.elapsed() >= quiet_ms
        if is_quiet or whole.elapsed() >= _PATIENCE_MS:
            loop.quit()

    timer.timeout.connect(look)
    timer.start()
    loop.exec()
    timer.stop()
    if quiet.elapsed() < quiet_ms:
        raise NeverSettled


def delete(window: QWidget) -> None:
    """Close `window` and free it now, not whenever it is collected amid something else."""
    window.close()
    window.deleteLater()
    QCoreApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete)
