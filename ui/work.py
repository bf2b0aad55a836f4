"""Work off the GUI thread, in three queues.

`Work(parent)` offers `work.reading` (questions to the records, in order), `work.writing` (changes
of the records, in order) and `work.outside` (printing, pictures, files, network; several at once).
A long question never holds up a change. All are run the same way::

    work.reading.run(self, lambda: actions.rows(ids), self.on_rows, self.on_refused)

The answer comes on the GUI thread and is dropped when the owner is gone. An error without an
`otherwise` goes to `work.failed`, which the shell shows. A question asked once a change has been
answered sees that change; one asked before may not. `work.close()` drains all queues.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QRunnable, QThreadPool, Signal, SignalInstance, Slot

from app.domain.changes import Changed
from app.domain.errors import DeskError
from ui.garbage import GuiGarbage
from ui.operation import Operation, Progress, State

T = TypeVar("T")
Changes = Changed | Callable[[Any], Changed]
_FOREVER = -1


class Work(QObject):
    """The three queues; lives as long as the program.

    Signals:
        failed: the error of a call nobody else wanted to hear of.
        changed: an operation has changed records (`Changed`).
        refused: an operation was refused (`DeskError`), whoever says so.
    """

    failed = Signal(object)
    changed = Signal(object)
    refused = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.writing = Queue(1, self)
        self.reading = Queue(1, self)
        self.outside = Queue(3, self)
        self._garbage = GuiGarbage(self)
        for queue in self._queues:
            queue.failed.connect(self.failed)
            queue.changed.connect(self.changed)
            queue.refused.connect(self.refused)

    @property
    def is_idle(self) -> bool:
        """Whether every answer has been delivered."""
        return all(queue.is_idle for queue in self._queues)

    def close(self) -> None:
        """Take no more work, and wait until changes and outside work are done; answers are dropped.

        Questions that have not begun are not asked any more.
        """
        self.reading.cancel_waiting()
        for queue in self._queues:
            queue.close()
        self._garbage.stop()

    @property
    def _queues(self) -> tuple["Queue", ...]:
        return self.writing, self.outside, self.reading


class Queue(QObject):
    """Operations begun in the order they were given.

    Args:
        threads: how many may be under way; with one, answers come in order too.
        parent: who owns the queue.

    Signals:
        failed: the error of a call that was given no `otherwise`.
        changed: an operation has changed records (`Changed`).
        refused: an operation was refused (`DeskError`), whoever says so.
    """

    failed = Signal(object)
    changed = Signal(object)
    refused = Signal(object)
    _reported = Signal(int)
    _finished = Signal(int)

    def __init__(self, threads: int, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(threads)
        self._pool.setExpiryTimeout(_FOREVER)
        self._operations: dict[int, Operation] = {}
        self._changes: dict[int, Changes] = {}
        self._unshown: set[int] = set()
        self._tickets = 0
        self._is_closed = False
        self._reported.connect(self._on_reported)
        self._finished.connect(self._on_finished)

    def run(
        self,
        owner: QObject,
        call: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
        *,
        changes: Changes = Changed.NOTHING,
    ) -> Operation:
        """Run `call` off the GUI thread; its result goes to `then`, its exception to `otherwise`.

        `call` must touch no widget. Nothing is delivered once `owner` is deleted, or after close.

        Args:
            owner: whose life bounds the answer.
            call: what is done.
            then: takes the result.
            otherwise: takes the exception; without it, `failed` says it.
            changes: which records have changed once it is done, or how its result says so; told by
                `changed` after `then`, whether or not the owner is still there.
        """
        return self.run_long(owner, lambda _: call(), then, otherwise, changes=changes)

    def run_long(
        self,
        owner: QObject,
        call: Callable[[Progress], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
        *,
        changes: Changes = Changed.NOTHING,
    ) -> Operation:
        """As `run`, for a call that reports its progress and can be cancelled."""
        self._tickets += 1
        ticket = self._tickets
        operation = Operation(owner, call, then, otherwise, lambda: self._report(ticket))
        if self._is_closed:
            operation.cancel()
            return operation
        self._operations[ticket] = operation
        self._changes[ticket] = changes
        self._pool.start(_Running(ticket, self._operations, self._finished))
        return operation

    @property
    def is_idle(self) -> bool:
        """Whether every answer has been delivered."""
        return not self._operations

    def cancel_waiting(self) -> None:
        """Cancel whatever has not begun."""
        for operation in self._operations.values():
            if operation.state is State.WAITING:
                operation.cancel()

    def close(self) -> None:
        """Take no more jobs and wait for those taken; their answers are dropped."""
        self._is_closed = True
        self._pool.waitForDone()
        self._operations.clear()

    def _report(self, ticket: int) -> None:
        """Called by jobs, as often as they like: the window is told no more than it can show."""
        if ticket not in self._unshown:
            self._unshown.add(ticket)
            self._reported.emit(ticket)

    @Slot(int)
    def _on_reported(self, ticket: int) -> None:
        self._unshown.discard(ticket)
        operation = self._operations.get(ticket)
        if operation is not None:
            operation.show_progress()

    @Slot(int)
    def _on_finished(self, ticket: int) -> None:
        operation = self._operations.pop(ticket, None)
        changes = self._changes.pop(ticket, Changed.NOTHING)
        if operation is None:
            return
        if not operation.deliver():
            self.failed.emit(operation.error)
        if isinstance(operation.error, DeskError):
            self.refused.emit(operation.error)
        if operation.state is State.DONE:
            changed = changes if isinstance(changes, Changed) else changes(operation.result)
            if changed:
                self.changed.emit(changed)


class _Running(QRunnable):
    """Runs in the pool; names its operation by number, so as to let go of it before it says so."""

    def __init__(
        self, ticket: int, operations: dict[int, Operation], finished: SignalInstance
    ) -> None:
        super().__init__()
        self._ticket = ticket
        self._operations = operations
        self._finished = finished

    def run(self) -> None:
        self._operations[self._ticket].do()
        self._finished.emit(self._ticket)
