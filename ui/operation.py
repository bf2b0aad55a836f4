"""One piece of work off the GUI thread: its state, its progress, cancelling it, and its answer.

Operations are begun by a queue of `ui.work`; what begins one may follow it and cancel it::

    self._export = work.outside.run_long(self, lambda progress: actions.export(folder, progress),
                                         self._on_exported, self._on_refused)
    self._export.progressed.connect(self._bar.show_progress)
    self._stop.clicked.connect(self._export.cancel)
"""

import threading
from collections.abc import Callable
from enum import Enum, auto
from typing import Any

from PySide6.QtCore import QObject, Signal, Slot
from shiboken6 import isValid

Report = Callable[[int, int], None]
"""Takes how far a job is: done, and of how many."""


class State(Enum):
    """Where an operation stands."""

    WAITING = auto()
    RUNNING = auto()
    DONE = auto()
    FAILED = auto()
    CANCELLED = auto()


class Cancelled(Exception):
    """Raised in the job by its own report of progress; it passes through and undoes what it did."""


class Progress:
    """How far a job is: called by the job with (done, total), on its thread.

    Each call is also where a cancelled job stops: it raises `Cancelled` then.
    """

    def __init__(self, report: Callable[[], None]) -> None:
        self._report = report
        self._is_cancelled = threading.Event()
        self.at = (0, 0)
        """Done and total as last reported; total 0 while nobody knows."""

    def __call__(self, done: int, total: int) -> None:
        if self._is_cancelled.is_set():
            raise Cancelled
        self.at = (done, total)
        self._report()

    @property
    def is_cancelled(self) -> bool:
        """Whether the job is to stop."""
        return self._is_cancelled.is_set()

    def cancel(self) -> None:
        """Let the job stop at its next report."""
        self._is_cancelled.set()


class Operation(QObject):
    """One job from asking to answer; lives on the GUI thread.

    What job and answer hold may be the last that holds a widget, and a widget freed off the GUI
    thread takes the program down: the queue keeps the operation until its answer is delivered, and
    the thread that did the job keeps nothing.

    Signals:
        progressed: done and total, as the job reports them.
        ended: the answer was delivered, or there will be none; see `state`.
    """

    progressed = Signal(int, int)
    ended = Signal()

    def __init__(
        self,
        owner: QObject,
        job: Callable[[Progress], Any],
        then: Callable[[Any], None],
        otherwise: Callable[[Exception], None] | None,
        report: Callable[[], None],
    ) -> None:
        super().__init__()
        self._owner = owner
        self._job = job
        self._then = then
        self._otherwise = otherwise
        self._progress = Progress(report)
        self.state = State.WAITING
        self.result: Any = None
        self.error: Exception | None = None

    @Slot()
    def cancel(self) -> None:
        """Do not begin, or stop at the next report of progress; an answer that came is dropped."""
        self._progress.cancel()

    def do(self) -> None:
        """Do the job and keep what came of it; called on the queue's thread."""
        if self._progress.is_cancelled:
            self.state = State.CANCELLED
            return
        self.state = State.RUNNING
        try:
            self.result = self._job(self._progress)
            self.state = State.DONE
        except Cancelled:
            self.state = State.CANCELLED
        except Exception as error:  # noqa: BLE001 - handed on, whatever it is
            self.error = error
            self.state = State.FAILED

    def show_progress(self) -> None:
        """Tell those who follow how far the job is."""
        self.progressed.emit(*self._progress.at)

    def deliver(self) -> bool:
        """Give the answer to the owner, if it is still there; False: an error nobody wanted."""
        try:
            return self._answer()
        finally:
            self.ended.emit()

    def _answer(self) -> bool:
        if not isValid(self._owner) or self.state is State.CANCELLED:
            return True
        if self.state is State.DONE:
            if not self._progress.is_cancelled:
                self._then(self.result)
            return True
        if self._otherwise is None or self.error is None:
            return False
        self._otherwise(self.error)
        return True
