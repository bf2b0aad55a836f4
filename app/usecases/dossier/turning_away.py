"""Before there is a code: what is missing is written down, or nothing is taken in at all."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.answers.dossier import TurnedAway
from app.domain.actor import Actor
from app.domain.catalogue.procedure import Procedure
from app.domain.dossier import intake_check
from app.domain.dossier.dossier import Applicant, IntakeRequest
from app.domain.dossier.held_data import AskReason, HeldByBase, held, read_bases
from app.domain.dossier.missing import missing_papers
from app.domain.errors import DeskError, InvalidRequest
from app.domain.forms.codes import GUIDANCE_FORM, REFUSAL_FORM
from app.domain.forms.form_set import FormSet, set_in_force
from app.domain.forms.paper_number import paper_number
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.text import line
from app.printing.forms.ends.guidance import GuidanceContent, MissingPaper, listed, outside
from app.printing.forms.ends.refusal import RefusalContent
from app.printing.forms.ends.sheet import about_office, about_person
from app.printing.registry import form_of
from app.usecases.desk import Desk
from app.usecases.freezing import Freezing, next_number
from app.usecases.printing.printable import require_printable_texts
from app.usecases.unit import Request, Unit, View
from app.wording.terms import word_for
from db.stores import prints
from db.tables.ledger import Subject


class NothingMissing(DeskError):
    """Everything the catalogue requires is there, and nothing else was named."""


class NotInCatalogue(DeskError):
    """Papers outside the catalogue are asked for without a reason. Facts: papers."""


@dataclass(frozen=True, slots=True)
class Demand:
    """What is asked for beyond the catalogue, and why.

    `held_reason` says why papers are asked for whose data a connected base holds.
    """

    papers: Sequence[str] = ()
    reason: str = ""
    held_reason: AskReason | None = None


def guide_applicant(
    desk: Desk, actor: Actor, request: IntakeRequest, *, demand: Demand | None = None
) -> bytes:
    """The guidance slip of a filing that cannot be received yet, as PDF; nothing is kept.

    It names what the catalogue requires of everybody in this case and was not brought, and what
    `demand` adds to it.

    Raises:
        NothingMissing, NotInCatalogue: as named.
        HeldByBase: a connected base holds what is asked for, and no reason is given.
        InvalidRequest: about the fields.
        UnknownProcedure, ProcedureNotInForce, UnknownCase, CaseMissing: about the procedure.
    """
    demand = demand or Demand()
    reason, named = _demanded(demand)
    applicant, representative = _people(request, desk)
    with desk.view(actor, Permission.GUIDE_APPLICANT) as view:
        now = desk.clock.now()
        procedure = view.rules.in_force(request.procedure, now.date()).procedure
        rows = _rows(procedure, request)
        listed = {row.name for row in rows}
        more = [outside(name) for name in named if name not in listed]
        if not rows and not more:
            raise NothingMissing
        if more and not reason:
            raise NotInCatalogue(papers="; ".join(row.name for row in more))
        held_reason = _held(view, (row.name for row in (*rows, *more)), demand)
        content = GuidanceContent(
            **about_office(view.settings, now.date()),  # type: ignore[arg-type]  # one mapping
            **about_person(applicant, representative),  # type: ignore[arg-type]
            form_set=FormSet(set_in_force(now.date())),
            number="",
            procedure_code=procedure.code,
            procedure_name=procedure.name,
            officer=actor.officer,
            missing=(*rows, *more),
            reason=reason if more else "",
            held=word_for(held_reason) if held_reason else "",
        )
        form = form_of(GUIDANCE_FORM)
        return form.render(
            form.to_json(content),
            paper=form.usual_paper(view.settings),
            copy_number=1,
            is_practice=view.rules.is_practice,
        ).pdf


def turn_away(
    desk: Desk,
    actor: Actor,
    request: IntakeRequest,
    *,
    reason: str,
    sent: Request | None = None,
) -> TurnedAway:
    """Refuse to take a filing in: Form 03 with a number of its series; no dossier comes of it.

    Kept are who was refused what and why, by whom and when: the paper's content beside its number,
    and a row of the station's ledger.

    Raises:
        InvalidRequest: about the fields; nothing was kept, no number used.
        UnknownProcedure, ProcedureNotInForce: about the procedure.
        RequestTaken: `sent` was another request.
    """
    problems = Problems()
    reason = problems.attempt(lambda: intake_check.reason(reason), "")
    problems.raise_any()
    require_printable_texts([("reason", reason)])
    applicant, representative = _people(request, desk)
    asked = replace(request, applicant=applicant, representative=representative)
    with desk.unit(actor, Permission.TURN_AWAY, sent) as unit:
        return unit.once(TurnedAway, (asked, reason), lambda: _turned_away(unit, asked, reason))


def early_refusal_pdf(desk: Desk, actor: Actor, refusal_id: int) -> bytes:
    """The paper of a refusal before receipt, made of what was kept, on the form's usual paper."""
    with desk.view(actor, Permission.EARLY_REFUSAL_PDF) as view:
        form = form_of(REFUSAL_FORM)
        return form.render(
            prints.early_refusal_body(view.connection, refusal_id),
            paper=form.usual_paper(view.settings),
            copy_number=1,
            is_practice=view.rules.is_practice,
        ).pdf


def _turned_away(unit: Unit, request: IntakeRequest, reason: str) -> TurnedAway:
    today = unit.now.date()
    procedure = unit.rules.in_force(request.procedure, today).procedure
    form = form_of(REFUSAL_FORM)
    place = Freezing(unit.connection, unit.actor, unit.now, unit.rules)
    number = next_number(place, form.series or "")
    shown = paper_number(number.series, number.number, number.station)
    brings = request.representative or request.applicant
    content = RefusalContent(
        **about_office(unit.settings, today),  # type: ignore[arg-type]  # one mapping
        **about_person(request.applicant, request.representative),  # type: ignore[arg-type]
        form_set=FormSet(set_in_force(today)),
        number=shown,
        procedure_code=procedure.code,
        procedure_name=procedure.name,
        officer=unit.actor.officer,
        reason=reason,
        submitter=brings.full_name,
    )
    row = prints.add_early_refusal(
        unit.connection,
        number,
        agency=unit.settings.agency_code,
        officer=unit.actor.officer,
        body=form.to_json(content),
        now=unit.now,
    )
    values = {
        "applicant": request.applicant.full_name,
        "personal_id": request.applicant.personal_id,
        "procedure": procedure.code,
        "missing": list(_names(procedure, request)),
    }
    entry = unit.record(Subject.REFUSAL, shown, "TURNED_AWAY", values, reason=reason)
    return TurnedAway(row, shown, entry.hash)


def _people(request: IntakeRequest, desk: Desk) -> tuple[Applicant, Applicant | None]:
    """Who came, checked as at intake."""
    problems, today = Problems(), desk.clock.now().date()
    people = {"applicant": request.applicant, "representative": request.representative}
    checked = {
        at: intake_check.check_applicant(person, today=today, at=at, problems=problems)
        for at, person in people.items()
        if person is not None
    }
    problems.raise_any()
    require_printable_texts(
        (f"{at}.{part}", getattr(person, part))
        for at, person in checked.items()
        for part in ("full_name", "address", "email")
    )
    return checked["applicant"], checked.get("representative")


def _demanded(demand: Demand) -> tuple[str, list[str]]:
    """Reason and names of what is asked for beyond the catalogue, cleaned."""
    problems = Problems()
    reason = problems.attempt(
        lambda: line(demand.reason, field="reason", limit=intake_check.NOTE_LIMIT), ""
    )
    named = [
        problems.attempt(
            lambda text=text, place=place: line(  # type: ignore[misc]
                text, field=f"papers.{place}", limit=intake_check.PAPER_LIMIT, required=True
            ),
            "",
        )
        for place, text in enumerate(demand.papers)
    ]
    problems.raise_any()
    texts = [(f"papers.{place}", name) for place, name in enumerate(named)]
    require_printable_texts([("reason", reason), *texts])
    return reason, named


def _names(procedure: Procedure, request: IntakeRequest) -> tuple[str, ...]:
    return missing_papers(procedure, request.case, request.channel, request.documents)


def _rows(procedure: Procedure, request: IntakeRequest) -> list[MissingPaper]:
    """What the catalogue requires and is not there, each with its row."""
    papers = procedure.documents_for(request.case)
    found = []
    for name in _names(procedure, request):
        nth, paper = next(
            (nth, paper)
            for nth, paper in enumerate(papers, 1)
            if name == paper.name or name.startswith(f"{paper.name} hoặc ")
        )
        found.append(listed(name, procedure.code, nth, paper))
    return found


def _held(view: View, names: Iterable[str], demand: Demand) -> AskReason | None:
    """Why papers are asked for whose data a connected base holds; None where there is none."""
    found = held(names, read_bases(view.settings.connected_bases))
    if not found:
        return None
    if demand.held_reason is None:
        bases = tuple(dict.fromkeys(found.values()))
        refused = HeldByBase(field="papers", papers="; ".join(found), bases=bases)
        raise InvalidRequest(problems=(refused,))
    return demand.held_reason
