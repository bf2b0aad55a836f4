"""Questions asked while somebody types: only the newest is asked, and only its answer is shown."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QObject, QTimer

from ui.work import Queue

T = TypeVar("T")


class Latest(QObject):
    """Debounces a question; at most one is under way, and answers overtaken are dropped.

    Args:
        owner: whose life bounds the answers.
        queue: where questions are answered.
        delay_ms: how long typing must rest before a question is asked.
    """

    def __init__(self, owner: QObject, queue: Queue, delay_ms: int) -> None:
        super().__init__(owner)
        self._queue = queue
        self._delay_ms = delay_ms
        self._ticket = 0
        self._is_under_way = False
        self._waiting: Callable[[], None] | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._on_rested)

    def ask(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Callable[[Exception], None] | None = None,
        *,
        at_once: bool = False,
    ) -> None:
        """Ask once typing rests, or at once; whatever was asked before is forgotten."""
        self._ticket += 1
        ticket = self._ticket

        def start() -> None:
            self._is_under_way = True
            self._queue.run(self, job, delivered, failed)

        def delivered(answer: T) -> None:
            if self._is_current(ticket):
                then(answer)

        def failed(error: Exception) -> None:
            if self._is_current(ticket) and otherwise is not None:
                otherwise(error)

        self._waiting = start
        self._timer.start(0 if at_once else self._delay_ms)

    def forget(self) -> None:
        """Drop the question that waits, and the answer under way."""
        self._ticket += 1
        self._waiting = None
        self._timer.stop()

    @property
    def is_busy(self) -> bool:
        """Whether a question waits or is under way."""
        return self._is_under_way or self._waiting is not None

    def _is_current(self, ticket: int) -> bool:
        """Note that an answer arrived; whether it still is the newest question's."""
        self._is_under_way = False
        if self._waiting is not None and not self._timer.isActive():
            self._on_rested()
        return ticket == self._ticket

    def _on_rested(self) -> None:
        if self._is_under_way or self._waiting is None:
            return
        start, self._waiting = self._waiting, None
        start()
