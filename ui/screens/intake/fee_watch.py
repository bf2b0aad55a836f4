"""Asks what the form would cost while it changes; answers overtaken are never shown."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.domain.dossier import IntakeRequest
from app.domain.errors import DeskError, InvalidRequest
from ui.latest import Latest
from ui.screens.intake.actions import Cost, IntakeActions
from ui.screens.intake.certification_lane import CertificationLane
from ui.screens.intake.fee_panel import FeePanel
from ui.work import Lane

COST_MS = 60


class FeeWatch(QObject):
    """Feeds the lane of certification and the line of fees."""

    def __init__(
        self,
        actions: IntakeActions,
        records: Lane,
        lane: CertificationLane,
        panel: FeePanel,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._actions, self._lane, self._panel = actions, lane, panel
        self._question = Latest(self, records, COST_MS)

    def forget(self) -> None:
        """There is nothing to cost anything."""
        self._question.forget()
        self._panel.show_cost(None)

    def ask(self, times: Callable[[], IntakeRequest]) -> None:
        """Ask what the request of `times` would cost; a time that cannot be read waits."""
        try:
            request = times()
        except InvalidRequest:
            return
        self._question.ask(lambda: self._actions.cost(request), self._on_cost, self._on_refused)

    def _on_cost(self, cost: Cost) -> None:
        self._panel.show_cost(cost)
        self._lane.show_cost(cost)

    def _on_refused(self, error: Exception) -> None:
        """It cannot be counted as it stands; saving says at which field."""
        if isinstance(error, InvalidRequest):
            error = error.problems[0]
        if not isinstance(error, DeskError):
            raise error
        self._panel.show_sentence(self._actions.say(error))
