"""One load of a dossier: everything its screen shows."""

from dataclasses import dataclass

from app.answers.dossier import DossierView
from app.domain.deadline.explanation import Explanation
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.errors import DeskError
from ui.screens.dossier.actions import DossierActions
from ui.screens.dossier.panels import Before


@dataclass(frozen=True, slots=True)
class Loaded:
    """A dossier with how its promise was counted (or why not), its money, and the calendar."""

    view: DossierView
    explanation: Explanation | DeskError
    calendar: WorkingCalendar
    due_soon_hours: int
    before: Before


def load(actions: DossierActions, dossier_id: int) -> Loaded:
    """Ask for everything, on the records queue."""
    view = actions.open(dossier_id)
    try:
        explanation: Explanation | DeskError = actions.explain(view.dossier)
    except DeskError as refusal:
        explanation = refusal
    money = actions.money.of(dossier_id)
    grounds = actions.money.grounds(view.dossier) if money.lines else ()
    return Loaded(
        view,
        explanation,
        actions.calendar(),
        actions.due_soon_hours(),
        Before(view.dossier, money, grounds, actions.bases(), view.listed),
    )
