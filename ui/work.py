"""Work off the GUI thread, in two lanes.

`Work(parent)` offers `work.records` (one thread: every question to the records, in order) and
`work.outside` (printing, pictures, files, network; several at once). Both are run the same way::

    work.records.run(self, lambda: actions.rows(ids), self.on_rows, self.on_refused)

The answer comes on the GUI thread and is dropped when the owner is gone. An error without an
`otherwise` goes to `work.failed`, which the shell shows. `work.close()` drains both lanes.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar

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


class _Waiting(NamedTuple):
    owner: QObject
    then: Callable[[Any], None]
    otherwise: Callable[[Exception], None] | None


class Lane(QObject):
    """Jobs started in the order they were given.

    Args:
        threads: how many may be under way; with one, answers come in order too.
        parent: who owns the lane.

    Signals:
        failed: the error of a job that was given no `otherwise`.
    """

    failed = Signal(object)
    _finished = Signal(int, object, object)

    def __init__(self, threads: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._pool.setExpiryTimeout(_FOREVER)
        self._waiting: dict[int, _Waiting] = {}
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
        self._waiting[self._tickets] = _Waiting(owner, then, otherwise)
        self._pool.start(_Job(self._tickets, job, self._finished))

    @property
    def is_idle(self) -> bool:
        """Whether every answer has been delivered."""
        return not self._waiting

    def close(self) -> None:
        """Take no more jobs and wait for those taken; their answers are dropped."""
        self._is_closed = True
        self._pool.waitForDone()
        self._waiting.clear()

    @Slot(int, object, object)
    def _on_finished(self, ticket: int, result: object, error: Exception | None) -> None:
        waiting = self._waiting.pop(ticket, None)
        if waiting is None or not isValid(waiting.owner):
            return
        if error is None:
            waiting.then(result)
        elif waiting.otherwise is not None:
            waiting.otherwise(error)
        else:
            self.failed.emit(error)


class _Job(QRunnable):
    """Runs in the pool: holds the job and the bound signal only, and lets nothing escape."""

    def __init__(self, ticket: int, job: Callable[[], object], finished: SignalInstance) -> None:
        super().__init__()
        self._ticket = ticket
        self._job = job
        self._finished = finished

    def run(self) -> None:
        try:
            result = self._job()
        except Exception as error:  # noqa: BLE001 - handed on, whatever it is
            self._finished.emit(self._ticket, None, error)
        else:
            self._finished.emit(self._ticket, result, None)
