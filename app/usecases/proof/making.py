"""A proof of time is made: the facts, as they stand in the records, and the page they give."""

from dataclasses import dataclass

from sqlalchemy import Connection

from app.answers.proof import (
    AnswerFact,
    CalendarFacts,
    ChainHead,
    LimitFacts,
    OfficeFacts,
    ProofFacts,
    SentFact,
)
from app.domain.actor import Actor
from app.domain.clock import to_minute
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.opened import Opened
from app.domain.dossier.promise import limit_source
from app.domain.forms.codes import PROOF_FORM
from app.domain.ledger import check_chains
from app.domain.permission import Permission
from app.domain.version import VERSION
from app.printing.paper import Paper
from app.printing.registry import form_of
from app.usecases.desk import Desk
from app.usecases.ledger_values import require_as_recorded
from app.usecases.proof.page import page_of
from app.usecases.unit import Request, Unit
from db.stores import answers, ledger
from db.stores.province import sent
from db.tables.ledger import Subject

PROVED = "PROVED"
"""The event of the ledger row that says a proof was handed out."""


@dataclass(frozen=True, slots=True)
class MadeProof:
    """A proof: its PDF, how many pages it has, and the SHA-256 of its facts."""

    dossier_code: str
    pdf: bytes
    pages: int
    sha256: str


def make_proof(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    *,
    paper: str = Paper.A4,
    request: Request | None = None,
) -> MadeProof:
    """The proof of time of a dossier; that one was made stands in the ledger.

    Raises:
        UnknownDossier, ChangedMeanwhile: as named.
        ChainBroken, DossierAltered, LedgerUnreadable: the records were altered; nothing is proved.
        PaperNotOffered: the form is not made on that paper.
    """
    form = form_of(PROOF_FORM)
    form.offered(paper)
    with desk.unit(actor, Permission.MAKE_PROOF, request) as unit:
        facts = unit.once(ProofFacts, opened.dossier_id, lambda: _facts(unit, opened))
    content = page_of(facts)
    drawn = form.render(
        form.to_json(content), paper=paper, copy_number=1, is_practice=facts.office.is_practice
    )
    return MadeProof(content.code, drawn.pdf, drawn.pages, content.sha256)


def _facts(unit: Unit, opened: Opened) -> ProofFacts:
    dossier = unit.dossier(opened)
    rows = ledger.of_dossier(unit.connection, dossier.id)
    require_as_recorded(rows, dossier)
    for chain, first in {row.chain: row.seq for row in reversed(rows)}.items():
        check_chains(ledger.entries_since(unit.connection, chain, first), are_whole=False)
    procedure = unit.rules.procedure(dossier.procedure_version)
    settings = unit.settings
    head = settings.letterhead
    facts = ProofFacts(
        program=VERSION,
        made_at=to_minute(unit.now),
        officer=unit.actor.officer,
        station=unit.actor.station,
        office=OfficeFacts(
            letterhead=(head.above, head.issuer),
            agency_code=settings.agency_code,
            place=settings.place,
            is_practice=unit.rules.is_practice,
        ),
        limit=LimitFacts(procedure.field, limit_source(dossier, procedure)),
        calendar=_calendar(unit.rules.calendar),
        rows=rows,
        heads=tuple(
            ChainHead(chain, seq, digest)
            for chain, (seq, digest) in sorted(ledger.heads(unit.connection).items())
        ),
        sent=_sent(unit.connection, dossier),
        answers=_answers(unit.connection, dossier),
    )
    digest = page_of(facts).sha256
    unit.record(Subject.PRINT, dossier.code, PROVED, {"form": PROOF_FORM, "sha256": digest})
    return facts


def _calendar(calendar: WorkingCalendar) -> CalendarFacts:
    return CalendarFacts(
        calendar.years,
        calendar.plans,
        calendar.closures,
        calendar.same_day_cutoff,
        calendar.due_at_end_of_day,
    )


def _sent(connection: Connection, dossier: Dossier) -> tuple[SentFact, ...]:
    return tuple(SentFact(*each) for each in sent.packages_of(connection, dossier.id))


def _answers(connection: Connection, dossier: Dossier) -> tuple[AnswerFact, ...]:
    return tuple(AnswerFact(*each) for each in answers.of_dossier(connection, dossier.id))
