"""The deep check of the data, run by whoever asks first; others follow the same one."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot

from ui.operation import Operation, Report
from ui.work import Work


class Checks(QObject):
    """At most one deep check at a time.

    Args:
        deep: checks everything, on the queue for outside, reporting how far it is.
        work: the queues.
        parent: who owns it.

    Signals:
        started: a check was begun (`ui.operation.Operation`).
        passed: it found everything whole.
        failed: it found damage, or could not be done (the error).
    """

    started = Signal(object)
    passed = Signal()
    failed = Signal(object)

    def __init__(
        self, deep: Callable[[Report], object], work: Work, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._deep, self._work = deep, work
        self.running: Operation | None = None

    @Slot()
    def run(self) -> None:
        """Check everything now; nothing if that is under way."""
        if self.running is not None:
            return
        self.running = self._work.outside.run_long(
            self, self._deep, lambda _: self.passed.emit(), self.failed.emit
        )
        self.running.ended.connect(self._on_ended)
        self.started.emit(self.running)

    @Slot()
    def stop(self) -> None:
        """Stop the check that is under way; nothing of it is kept."""
        if self.running is not None:
            self.running.cancel()

    @Slot()
    def _on_ended(self) -> None:
        self.running = None
