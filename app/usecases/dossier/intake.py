"""Register a dossier: number, promise, papers, receipt content, ledger and events at once."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.answers.catalogue import StoredProcedure
from app.answers.dossier import DoubtedName, Registered
from app.domain.actor import Actor
from app.domain.catalogue.procedure import Channel, IncompleteLimit, LimitRule, Procedure, ReturnBy
from app.domain.changes import Changed
from app.domain.clock import to_minute
from app.domain.deadline.due_time import Due, due
from app.domain.deadline.time_limit import TimeLimit
from app.domain.dossier import charge_check, names, numbering
from app.domain.dossier.dossier import ApplicantKind, Dossier, IntakeRequest, Promise, PromiseKind
from app.domain.dossier.filing import UNKNOWN, code_doubt
from app.domain.dossier.missing import missing_papers
from app.domain.dossier.person_doubts import detail_doubts
from app.domain.errors import FieldError, InvalidRequest
from app.domain.forms.form_set import set_in_force
from app.domain.permission import Permission
from app.domain.workflow.moves import move_of
from app.domain.workflow.states import DossierEvent
from app.settings import block_of
from app.usecases.desk import Desk
from app.usecases.dossier import official_code
from app.usecases.dossier_change import NewSlip
from app.usecases.money import charging
from app.usecases.printing.printable import require_printable_request
from app.usecases.reference import Reference
from app.usecases.unit import Request, Unit
from db.stores import drafts, reference, series


class UnknownCase(FieldError):
    """Facts: field, code, case, cases (comma-separated)."""


class CaseMissing(FieldError):
    """The procedure tells cases apart and none was chosen. Facts: field, code, cases."""


class ProcedureMissing(FieldError):
    """Facts: field."""


def register_dossier(
    desk: Desk,
    actor: Actor,
    request: IntakeRequest,
    *,
    draft_id: str | None = None,
    sent: Request | None = None,
) -> Registered:
    """Register a dossier; when this returns it is safe on disk, whatever becomes of printing.

    Args:
        desk: the opened data folder.
        actor: the receiving officer and station.
        request: as typed or read; checked here.
        draft_id: the draft this came from, dropped in the same transaction.
        sent: the name under which it may come twice.

    Raises:
        InvalidRequest: with every fault of the fields; nothing was kept, no number used.
        UnknownProcedure, ProcedureNotInForce, IncompleteLimit: about the procedure.
        CalendarUnknown: the promise would fall in a year that is not even drafted.
        BlockExhausted: the station has no number left for that day.
    """
    with desk.unit(actor, Permission.REGISTER_DOSSIER, sent) as unit:
        return unit.once(
            Registered, (request, draft_id), lambda: _registered(unit, request, draft_id)
        )


def _registered(unit: Unit, request: IntakeRequest, draft_id: str | None) -> Registered:
    """Everything that registering writes, inside its transaction.

    Checked here too, by the unit's time: a request answered long ago is not checked once more.
    """
    doubted = _doubted_names(request)
    request = _checked(request, unit.now)
    if request.official_code:
        official_code.require_new(unit, request.official_code)
    new, chosen = unnumbered(unit.rules, unit.actor, request, unit.now)
    charging.require_papers(unit.rules, request, chosen.procedure, new.received_at.date())
    new = charging.numbered(unit, replace(new, code=_next_code(unit, new)))
    slip = charging.collected(unit, new, request.payment, ()) if request.payment else None
    done = unit.change(
        None, new, DossierEvent.RECEIVE, slip=NewSlip(slip) if slip is not None else None
    )
    dossier = done.dossier
    reference.count_use(unit.connection, dossier.procedure_code)
    if draft_id is not None:
        drafts.drop(unit.connection, draft_id)
    return Registered(
        dossier_id=dossier.id,
        dossier_code=dossier.shown_code,
        due_at=dossier.due_at,
        calendar_confirmed=dossier.calendar_confirmed,
        ledger_hash=done.row.hash,
        content=done.content,
        changed=Changed.DOSSIERS | Changed.OUTBOX | Changed.DRAFTS,
        certification=dossier.certification,
        fees=dossier.fees,
        payment=done.payment,
        official_code=dossier.official_code,
        code_doubt=code_doubt(dossier.channel, dossier.official_code),
        missing=()
        if dossier.certification
        else missing_papers(chosen.procedure, request.case, request.channel, request.documents),
        applicant_doubts=detail_doubts(
            dossier.applicant, gets_post=dossier.return_by is ReturnBy.POST
        ),
        outside_hours=dossier.outside_hours,
        representative_doubts=detail_doubts(dossier.representative),
        names=doubted,
    )


def _doubted_names(request: IntakeRequest) -> tuple[DoubtedName, ...]:
    """Names of people that want a second look, as they were given: tidied, no code is told."""
    people = {"applicant": request.applicant, "representative": request.representative}
    looked_at = (
        DoubtedName(whose, names.doubts(person.full_name), names.proposed(person.full_name))
        for whose, person in people.items()
        if person and person.kind is ApplicantKind.CITIZEN
    )
    return tuple(name for name in looked_at if name.doubts or name.proposed)


def _checked(request: IntakeRequest, now: datetime) -> IntakeRequest:
    if not request.procedure.strip():
        raise InvalidRequest(problems=(ProcedureMissing(field="procedure"),))
    checked = charge_check.check(request, now=now)
    require_printable_request(checked)
    return checked


@dataclass(frozen=True, slots=True)
class Promised:
    """What a request would be promised: the rule it falls under and the due time."""

    stored: StoredProcedure
    rule: LimitRule
    limit: TimeLimit
    due: Due


def promise_for(rules: Reference, request: IntakeRequest, received_at: datetime) -> Promised:
    """The promise a request of `received_at` gets; nothing is stored.

    Raises:
        UnknownProcedure, ProcedureNotInForce, IncompleteLimit, CalendarUnknown: as named.
        InvalidRequest: the case is missing or unknown.
    """
    stored = rules.in_force(request.procedure.strip(), received_at.date())
    procedure = stored.procedure
    rule = procedure.rule_for(request.channel, _known_case(procedure, request))
    if rule is None or rule.limit is None:
        raise IncompleteLimit(
            code=procedure.code,
            channel=request.channel,
            case=request.case,
            note=rule.note if rule else "",
        )
    return Promised(stored, rule, rule.limit, due(rule.limit, received_at, rules.calendar))


def _known_case(procedure: Procedure, request: IntakeRequest) -> str | None:
    """The request's case; None only where the limit does not depend on it."""
    facts = {"field": "case", "code": procedure.code, "cases": "; ".join(procedure.cases)}
    if request.case is not None and request.case not in procedure.cases:
        raise InvalidRequest(problems=(UnknownCase(case=request.case, **facts),))
    if request.case is None and procedure.rule_for(request.channel, None) is None:
        raise InvalidRequest(problems=(CaseMissing(**facts),))
    return request.case


def is_outside_hours(rules: Reference, channel: Channel, received_at: datetime) -> bool:
    """Whether what comes by `channel` is received at the desk while the office is closed."""
    return channel is Channel.DIRECT and not rules.calendar.is_open(received_at)


def unnumbered(
    rules: Reference, actor: Actor, request: IntakeRequest, now: datetime
) -> tuple[Dossier, StoredProcedure]:
    """The dossier `request` would become, without number and not stored.

    Raises:
        The refusals of `promise_for`.
    """
    received_at = to_minute(request.received_at or now)
    promised = promise_for(rules, request, received_at)
    procedure = promised.stored.procedure
    due_at = promised.due.due_at
    confirmed = promised.due.calendar_confirmed
    certification, fees = charging.priced(rules, request, procedure, received_at.date())
    dossier = Dossier(
        id=0,
        code="",
        version=1,
        state=move_of(None, DossierEvent.RECEIVE).to(None),
        procedure_version=promised.stored.version,
        procedure_code=procedure.code,
        procedure_name=procedure.name,
        case=request.case,
        channel=request.channel,
        service_level=procedure.service_level,
        boundary_free=request.boundary_free,
        applicant=request.applicant,
        representative=request.representative,
        documents=request.documents,
        sets=request.sets,
        return_by=request.return_by,
        note=request.note,
        received_at=received_at,
        filed_at=request.filed_at,
        outside_hours=is_outside_hours(rules, request.channel, received_at),
        limit=promised.limit,
        pause_mode=procedure.pause_mode,
        due_at=due_at,
        measured_due_at=due_at,
        calendar_confirmed=confirmed,
        form_set=set_in_force(received_at.date()).value,
        officer=actor.officer,
        station=actor.station,
        promises=(Promise(PromiseKind.FIRST, due_at, confirmed, now),),
        certification=certification,
        fees=fees,
        official_code=request.official_code,
        filing=None if request.filing == UNKNOWN else request.filing,
    )
    return dossier, promised.stored


def _next_code(unit: Unit, dossier: Dossier) -> str:
    """The code of a new dossier, with the next number of its day."""
    day = dossier.received_at.date()
    agency = numbering.check_agency(unit.settings.agency_code)
    block = block_of(unit.settings, unit.actor.station)
    number = series.take_dossier_number(
        unit.connection,
        agency=agency,
        day=day,
        block=numbering.practice_block(block) if unit.rules.is_practice else block,
        station=unit.actor.station,
    )
    return numbering.format_code(unit.settings.code_pattern, agency, day, number)
