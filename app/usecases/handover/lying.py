"""Where every dossier lies that left the desk, and which step is overdue with whom."""

from datetime import datetime

from app.answers.handover import LyingDossier
from app.domain.actor import Actor
from app.domain.deadline.remaining import remaining
from app.domain.deadline.standing import Standing
from app.domain.permission import Permission
from app.domain.workflow.agencies import agency_meant
from app.usecases.desk import Desk
from app.usecases.unit import View
from db.stores import dossiers
from db.stores.handover import handings


def lying_outside(
    desk: Desk, actor: Actor, *, agency: str = "", is_late: bool = False
) -> tuple[LyingDossier, ...]:
    """Open dossiers outside the desk, or with `agency` (the desk as well), longest there first.

    `is_late` asks for those alone whose step is overdue.

    Raises:
        UnknownAgency: no agency is called so.
        CalendarUnknown: a step reaches into a year the calendar does not hold.
    """
    now = desk.clock.now()
    with desk.view(actor, Permission.LYING_OUTSIDE) as view:
        wanted = None
        if agency:
            wanted = agency_meant(agency, view.rules.agencies, view.settings.desk)
        found = []
        for dossier_id in handings.lying_outside(view.connection, wanted):
            one = _lying(view, dossier_id, now)
            if not is_late or one.stay.standing is Standing.OVERDUE:
                found.append(one)
    return tuple(found)


def _lying(view: View, dossier_id: int, now: datetime) -> LyingDossier:
    dossier = dossiers.by_id(view.connection, dossier_id)
    stay = view.rules.stays(dossier, now)[-1]
    return LyingDossier(
        dossier.id,
        dossier.shown_code,
        dossier.applicant.full_name,
        dossier.procedure_name,
        view.rules.place_name(stay.agency),
        stay,
        dossier.due_at,
        remaining(now, stay.due_at, view.rules.calendar) if stay.due_at else None,
    )
