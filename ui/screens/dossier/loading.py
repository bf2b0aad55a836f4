"""One load of a dossier: everything its screen shows."""

from dataclasses import dataclass

from app.answers.dossier import DossierView
from app.domain.deadline.apology import proposed
from app.domain.deadline.explanation import Explanation
from app.domain.deadline.extension import latest_time
from app.domain.deadline.working_calendar import CalendarUnknown, WorkingCalendar
from app.domain.errors import DeskError
from ui.screens.dossier.actions import DossierActions
from ui.screens.dossier.life.apology_panels import ExtensionHelp
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
    calendar = actions.calendar()
    money = actions.money.of(dossier_id)
    grounds = actions.money.grounds(view.dossier) if money.lines else ()
    return Loaded(
        view,
        explanation,
        calendar,
        actions.due_soon_hours(),
        Before(
            view.dossier,
            money,
            grounds,
            actions.bases(),
            view.listed,
            _extension(actions, view, calendar),
        ),
    )


def _extension(
    actions: DossierActions, view: DossierView, calendar: WorkingCalendar
) -> ExtensionHelp:
    """What an apology would be filled in with now."""
    dossier, now = view.dossier, actions.now()
    if dossier.due_at is None or dossier.ended_at is not None:
        return ExtensionHelp(None)
    is_repeated = len(dossier.apologies) >= actions.extensions_allowed()
    try:
        return ExtensionHelp(
            proposed(dossier.received_at, dossier.due_at, calendar, now=now),
            is_late=now > latest_time(dossier.due_at, calendar),
            is_repeated=is_repeated,
        )
    except CalendarUnknown:
        return ExtensionHelp(None, is_repeated=is_repeated)
