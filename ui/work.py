"""Work off the GUI thread, in two lanes.

`Work(parent)` offers `work.records` (one thread: every question to the records, in order) and
`work.outside` (printing, pictures, files, network; several at once). Both are run the same way::

    work.records.run(self, lambda: actions.rows(ids), self.on_rows, self.on_refused)

The answer comes on the GUI thread and is dropped when the owner is gone. An error without an
`otherwise` goes to `work.failed`, which the shell shows. `work.close()` drains both lanes.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot
from shiboken6 import isValid

from ui.garbage import GuiGarbage

T = TypeVar("T")
_FOREVER = -1


class Work(QObject):
    """The two lanes; lives as long as the program.

    Signals:
        failed: the error of a job nobody else wanted to hear of.
    """

    failed = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.records = Lane(1, self)
        self.outside = Lane(3, self)
        self._garbage = GuiGarbage(self)
        self.records.failed.connect(self.failed)
        self.outside.failed.connect(self.failed)

    def close(self) -> None:
        """Take no more work, and wait until what was taken is done; answers are dropped."""
        self.records.close()
        self.outside.close()
        self._garbage.stop()


class _Errand:
    """One job from asking to answer.

    What the job and its outcome hold may be the last that holds a widget, and a widget freed off
    the GUI thread takes the program down: the lane keeps the errand until the answer is delivered,
    and the thread that did it keeps nothing.
    """

    def __init__(
        self,
        owner: QObject,
        job: Callable[[], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[Exception], None] | None,
    ) -> None:
        self.owner = owner
        self.job = job
        self.then = then
        self.otherwise = otherwise
        self.result: Any = None
        self.error: Exception | None = None

    def do(self) -> None:
        """Do the job and keep what came of it."""
        try:
            self.result = self.job()
        except Exception as error:  # noqa: BLE001 - handed on, whatever it is
            self.error = error

    def deliver(self) -> bool:
        """Tell the owner, if it is still there; False: an error that nobody wanted."""
        if not isValid(self.owner):
            return True
        if self.error is None:
            self.then(self.result)
        elif self.otherwise is not None:
            self.otherwise(self.error)
        else:
            return False
        return True


class Lane(QObject):
    """Jobs started in the order they were given.

    Args:
        threads: how many may be under way; with one, answers come in order too.
        parent: who owns the lane.

    Signals:
        failed: the error of a job that was given no `otherwise`.
    """

    failed = Signal(object)
    _finished = Signal(int)

    def __init__(self, threads: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._pool.setExpiryTimeout(_FOREVER)
        self._errands: dict[int, _Errand] = {}
        self._tickets = 0
        self._is_closed = False
        self._finished.connect(self._on_finished)

    def run(
        self,
        owner: QObject,
        job: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `job` off the GUI thread; its result goes to `then`, its exception to `otherwise`.

        `job` must touch no widget. Nothing is delivered once `owner` is deleted, or after close.
        """
        if self._is_closed:
            return
        self._tickets += 1
        self._errands[self._tickets] = _Errand(owner, job, then, otherwise)
        self._pool.start(_Job(self._tickets, self._errands, self._finished))

    @property
    def is_idle(self) -> bool:
        """Whether every answer has been delivered."""
        return not self._errands

    def close(self) -> None:
        """Take no more jobs and wait for those taken; their answers are dropped."""
        self._is_closed = True
        self._pool.waitForDone()
        self._errands.clear()

    @Slot(int)
    def _on_finished(self, ticket: int) -> None:
        errand = self._errands.pop(ticket, None)
        if errand is not None and not errand.deliver():
            self.failed.emit(errand.error)


class _Job(QRunnable):
    """Runs in the pool; names its errand by number, so as to let go of it before it says so."""

    def __init__(self, ticket: int, errands: dict[int, _Errand], finished: SignalInstance) -> None:
        super().__init__()
        self._ticket = ticket
        self._errands = errands
        self._finished = finished

    def run(self) -> None:
        self._errands[self._ticket].do()
        self._finished.emit(self._ticket)
