"""What in a dossier would lower the commune's score if sent now (`docs/exchange.md` §1.6)."""

from datetime import datetime

from app.answers.exchange import ScoreProblemKind
from app.domain.catalogue.procedure import Procedure
from app.domain.deadline.standing import Standing, ended_standing
from app.domain.deadline.time_limit import Unit
from app.domain.dossier.dossier import ApplicantKind, Dossier
from app.domain.dossier.filing import FILED_ONLINE, UNKNOWN, YesNo
from app.domain.workflow.moves import state_row
from app.exchange.field_codes import code_of_field
from app.exchange.province_v1.dossier_record import exchanged_identity
from app.exchange.province_v1.promises import appointment


def score_problems(
    dossier: Dossier, procedure: Procedure, now: datetime
) -> tuple[ScoreProblemKind, ...]:
    """Everything wrong with `dossier`, in the order of `ScoreProblemKind`; empty if nothing.

    Papers and results count as not digitised once there is a result: this program takes no scans
    yet, so that they have to be added in the provincial system.

    Args:
        dossier: as it would be sent.
        procedure: the version it was received under.
        now: the moment of sending.
    """
    found = {
        *_of_time(dossier, now),
        *_of_the_promise(dossier, procedure),
        *_of_the_result(dossier),
        *_of_the_applicant(dossier),
        *_of_the_field(procedure),
        *_of_the_filing(dossier),
    }
    return tuple(kind for kind in ScoreProblemKind if kind in found)


def _of_time(dossier: Dossier, now: datetime) -> set[ScoreProblemKind]:
    found = set()
    ended_at = _end(dossier)
    if ended_at is not None:
        if ended_standing(ended_at, dossier.measured_due_at) is Standing.LATE:
            found.add(ScoreProblemKind.ENDED_LATE)
    elif not dossier.state.is_open:
        found.add(ScoreProblemKind.NO_END)
    elif not dossier.state.is_waiting and _is_past(dossier.measured_due_at, now):
        found.add(ScoreProblemKind.OVERDUE)
    if dossier.supplement_requests > 1:
        found.add(ScoreProblemKind.SEVERAL_SUPPLEMENTS)
    return found


def _end(dossier: Dossier) -> datetime | None:
    """When the clock stopped for good: for a dossier that ended while waiting, when it was asked.

    The wait is the applicant's time, nationally as here.
    """
    ended_at = dossier.finished_at or dossier.returned_at or dossier.ended_at
    last = dossier.pauses[-1] if dossier.pauses else None
    if ended_at is None or last is None:
        return ended_at
    waited_to_the_end = last.completed_at is None or last.completed_at >= ended_at
    return last.asked_at if waited_to_the_end else ended_at


def _is_past(due_at: datetime | None, now: datetime) -> bool:
    return due_at is not None and now > due_at


def _of_the_promise(dossier: Dossier, procedure: Procedure) -> set[ScoreProblemKind]:
    if appointment(dossier) is not None:
        return set()
    rule = procedure.rule_for(dossier.channel, dossier.case)
    limits = (dossier.limit, rule.limit if rule else None)
    limited = any(limit is not None and limit.unit is not Unit.NONE for limit in limits)
    return {ScoreProblemKind.PROMISE_MISSING} if limited else set()


def _of_the_result(dossier: Dossier) -> set[ScoreProblemKind]:
    if not state_row(dossier.state).has_result:
        return set()
    is_digitised = dossier.filing is not None and dossier.filing.digitised is YesNo.YES
    found = set() if is_digitised else {ScoreProblemKind.NOT_DIGITISED}
    if dossier.channel in FILED_ONLINE:
        found.add(ScoreProblemKind.ONLINE_WITHOUT_RESULT)
    return found


def _of_the_applicant(dossier: Dossier) -> set[ScoreProblemKind]:
    person = dossier.applicant
    found = set()
    if not person.personal_id:
        found.add(ScoreProblemKind.IDENTITY_MISSING)
    elif person.kind is ApplicantKind.CITIZEN and exchanged_identity(person) is None:
        found.add(ScoreProblemKind.IDENTITY_NOT_EXCHANGED)
    if not person.phone:
        found.add(ScoreProblemKind.PHONE_MISSING)
    return found


def _of_the_field(procedure: Procedure) -> set[ScoreProblemKind]:
    """The record asks for the national code of the field (`docs/exchange.md` §1.2).

    The published list of procedures has names of fields only; a code comes with a procedure's
    detail from the portal. One that is not known is left empty, never made up.
    """
    is_known = procedure.field_code or code_of_field(procedure.field)
    return set() if is_known else {ScoreProblemKind.FIELD_CODE_MISSING}


def _of_the_filing(dossier: Dossier) -> set[ScoreProblemKind]:
    """Facts that apply to what was filed online and that nobody has said yet: they are not sent."""
    if dossier.channel not in FILED_ONLINE:
        return set()
    facts = dossier.filing or UNKNOWN
    asks_payment = any(line.due for line in dossier.fees)
    is_unknown = facts.vneid is None or (asks_payment and facts.payment is None)
    return {ScoreProblemKind.FILING_UNKNOWN} if is_unknown else set()
