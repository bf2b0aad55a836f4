"""Where every dossier lies that left the desk, and which step is overdue with whom."""

from collections.abc import Iterator
from datetime import datetime

from app.answers.handover import LyingDossier
from app.domain.actor import Actor
from app.domain.catalogue.procedure import Provenance
from app.domain.deadline.remaining import remaining
from app.domain.deadline.standing import Standing
from app.domain.dossier.dossier import Dossier
from app.domain.permission import Permission
from app.domain.workflow.agencies import agency_meant
from app.domain.workflow.handing import DESK
from app.usecases.desk import Desk
from app.usecases.unit import View
from db.stores import dossiers
from db.stores.handover import handings


def lying_outside(
    desk: Desk, actor: Actor, *, agency: str = "", is_late: bool = False
) -> tuple[LyingDossier, ...]:
    """Open dossiers outside the desk, or with `agency`, those longest there first.

    `is_late` asks for those alone whose step is overdue, and then for those at the desk as well,
    where somebody here confirmed its limit.

    Raises:
        UnknownAgency: no agency is called so.
        CalendarUnknown: a step reaches into a year the calendar does not hold.
    """
    now = desk.clock.now()
    with desk.view(actor, Permission.LYING_OUTSIDE) as view:
        found = [_lying(view, dossier, now) for dossier in _asked(view, agency, is_late=is_late)]
    rows = [one for one in found if not is_late or one.stay.standing is Standing.OVERDUE]
    return tuple(sorted(rows, key=lambda one: (one.stay.since, one.dossier_id)))


def _asked(view: View, agency: str, *, is_late: bool) -> Iterator[Dossier]:
    """The dossiers among which those asked for are."""
    wanted = None
    if agency:
        wanted = agency_meant(agency, view.rules.agencies, view.settings.desk)
    if wanted != DESK:
        yield from dossiers.every(view.connection, handings.lying_outside(wanted))
    if wanted == DESK or (is_late and wanted is None):
        for dossier in dossiers.every(view.connection, handings.lying_at_the_desk()):
            if not is_late or view.rules.plan(dossier).provenance is not Provenance.UNVERIFIED:
                yield dossier


def _lying(view: View, dossier: Dossier, now: datetime) -> LyingDossier:
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
