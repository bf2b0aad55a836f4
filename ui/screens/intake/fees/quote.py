"""Asks what the form would cost while it changes; answers overtaken are never shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.domain.dossier.dossier import IntakeRequest
from app.domain.errors import DeskError, InvalidRequest
from ui.latest import Latest
from ui.screens.intake.actions import Cost
from ui.work import Queue

COST_MS = 60


class FeeQuote(QObject):
    """The question.

    Args:
        cost: what a request would cost; asked on `records`.
        say: words for refusals.
        records: where the records are read.
        parent: whose life bounds it.

    Signals:
        counted: the `Cost`, or None while there is nothing to cost anything.
        refused: why it cannot be counted as it stands.
    """

    counted = Signal(object)
    refused = Signal(str)

    def __init__(
        self,
        cost: Callable[[IntakeRequest], Cost],
        say: Callable[[DeskError], str],
        records: Queue,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._cost, self._say = cost, say
        self._question = Latest(self, records, COST_MS)

    def forget(self) -> None:
        """There is nothing to cost anything."""
        self._question.forget()
        self.counted.emit(None)

    def ask(self, times: Callable[[], IntakeRequest]) -> None:
        """Ask what the request of `times` would cost; a time that cannot be read waits."""
        try:
            request = times()
        except InvalidRequest:
            return
        self._question.ask(lambda: self._cost(request), self.counted.emit, self._on_refused)

    def _on_refused(self, error: Exception) -> None:
        if isinstance(error, InvalidRequest):
            error = error.problems[0]
        if not isinstance(error, DeskError):
            raise error
        self.refused.emit(self._say(error))
