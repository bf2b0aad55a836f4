"""Answers for screens and the command line; nothing here changes anything."""

from array import array
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime

from app.answers.board import BoardCounts, BoardRow, BoardView
from app.answers.board_times import Times, board_times
from app.answers.catalogue import ProcedureChoice, StoredProcedure
from app.answers.dossier import DossierView, Draft
from app.answers.exchange import OutboxSummary, RejectedEvent
from app.answers.people import PersonOffer, Twin
from app.domain.actor import Actor
from app.domain.catalogue.procedure import Provenance
from app.domain.deadline.apology import ready_until
from app.domain.deadline.standing import soon_until
from app.domain.deadline.working_calendar import CalendarUnknown, WorkingCalendar
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.missing import still_missing
from app.domain.dossier.numbering import PRACTICE_FROM, is_practice_code
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.domain.scanning.code import read_scan
from app.domain.scanning.scanned import DossierScan, LabelScan
from app.domain.text import storable
from app.domain.workflow.stays import Stay
from app.exchange.province_v1.refused_field import refused_field
from app.printing.registry import Subject, dossier_forms
from app.settings import Settings
from app.usecases import endings
from app.usecases.desk import Desk
from app.usecases.freezing import PARTS
from app.usecases.queries.finding import found
from app.usecases.queries.timeline import timeline_of
from app.usecases.reference import Reference
from app.usecases.unit import View
from db.stores import answers, board, dossiers, drafts, outbox, people, prints, requests
from db.stores.province import refusals

ALL = 1_000_000


class PracticePaper(DeskError):
    """The code stands on a paper of a practice office, and this is a real one. Facts: code."""


def counts(desk: Desk, actor: Actor, now: datetime) -> BoardCounts:
    """The numbers of the day."""
    with desk.view(actor, Permission.COUNTS) as view:
        return board.counts(view.connection, board_times_of(view, now))


def ids(desk: Desk, actor: Actor, which: BoardView, now: datetime) -> "array[int]":
    """Ids of a list of the board in order of urgency."""
    with desk.view(actor, Permission.IDS) as view:
        return board.ids(view.connection, which, board_times_of(view, now))


def running(desk: Desk, actor: Actor) -> "tuple[array[int], array[int]]":
    """Ids and due times (seconds since 1970) of dossiers whose clock runs, in order of due time."""
    with desk.view(actor, Permission.RUNNING) as view:
        return board.running(view.connection)


def rows(desk: Desk, actor: Actor, wanted: Sequence[int]) -> tuple[BoardRow, ...]:
    """Rows of these dossiers, in the order asked for."""
    with desk.view(actor, Permission.ROWS) as view:
        return board.rows(view.connection, wanted)


def find(desk: Desk, actor: Actor, text: str, *, most: int = 50) -> tuple[BoardRow, ...]:
    """The newest dossiers `text` means: code, card, number of a paper, person, procedure."""
    with desk.view(actor, Permission.FIND) as view:
        by = found(desk.reference, view, text, desk.clock.now().date(), most)
        rows = board.rows(view.connection, list(by))
        return tuple(replace(row, found_by=by[row.id]) if by[row.id] else row for row in rows)


def newest_codes(desk: Desk, actor: Actor, most: int = 20) -> tuple[str, ...]:
    """Codes of the dossiers registered last, newest first."""
    with desk.view(actor, Permission.NEWEST_CODES) as view:
        return dossiers.newest_codes(view.connection, most)


def find_people(desk: Desk, actor: Actor, text: str) -> tuple[PersonOffer, ...]:
    """People met before, for themselves or others, whose number, phone or name begins so."""
    with desk.view(actor, Permission.FIND_PEOPLE) as view:
        return people.find(view.connection, text)


def open_twins(
    desk: Desk, actor: Actor, personal_id: str, phone: str, procedure_code: str, old_id: str = ""
) -> tuple[Twin, ...]:
    """Open dossiers of this person and procedure, newest first.

    The identity number tells the person, and `old_id`, which a card names beside it; without one
    the telephone does.
    """
    with desk.view(actor, Permission.OPEN_TWINS) as view:
        numbers = (personal_id, old_id)
        rows = dossiers.open_of(view.connection, numbers, phone, procedure_code)
        return tuple(_twin(dossiers.by_id(view.connection, one)) for one in rows)


def dossier_view(desk: Desk, actor: Actor, dossier_id: int) -> DossierView:
    """A dossier with what it lacks, its timeline and prints.

    Raises:
        UnknownDossier: there is none.
    """
    with desk.view(actor, Permission.DOSSIER_VIEW) as view:
        dossier = dossiers.by_id(view.connection, dossier_id)
        procedure = view.rules.procedure(dossier.procedure_version)
        refusal = refusals.of_dossier(view.connection, dossier_id)
        return DossierView(
            dossier=replace(dossier, missing=still_missing(procedure, dossier)),
            timeline=timeline_of(view, dossier),
            prints=prints.of_dossier(view.connection, dossier_id),
            forms=_forms_of(view, dossier),
            pending_events=outbox.pending_of(view.connection, dossier_id),
            contradictions=answers.contradictions(view.connection, {dossier_id}),
            refusal=_refused_at(refusal) if refusal is not None else None,
            listed=procedure.documents_for(dossier.case),
            stays=_stays(view, dossier, desk.clock.now()),
            is_plan_checked=view.rules.plan(dossier).provenance is not Provenance.UNVERIFIED,
        )


def _stays(view: View, dossier: Dossier, now: datetime) -> tuple[Stay, ...]:
    """Where it lay; none where the calendar does not reach so far."""
    try:
        return view.rules.stays(dossier, now)
    except CalendarUnknown:
        return ()


def _forms_of(view: View, dossier: Dossier) -> dict[str, int]:
    """What can be printed; of how the dossier ended also what nobody printed yet."""
    forms = dossier_forms()
    codes = {
        subject: [form.content_form for form in forms if form.subject is subject]
        for subject in Subject
    }
    kept = prints.contents_of(
        view.connection,
        dossier.id,
        codes[Subject.DOSSIER],
        {part: codes[subject] for subject, part in PARTS.items()},
    )
    kept |= {form.code: dossier.id for form in forms if dossier.state in form.on_demand}
    kept |= prints.last_of_dossier(view.connection, dossier.id, codes[Subject.ENDING])
    if end := endings.printable_end(view, dossier):
        kept[end.form.code] = end.subject_id
    return {form.code: kept[form.content_form] for form in forms if form.content_form in kept}


def dossier_id_of(desk: Desk, actor: Actor, code: str) -> int:
    """The row of the dossier with this code, ours or the official one, or with this label.

    The reader of scans says what it is: as printed, scanned with its signs, in small letters.

    Raises:
        UnknownDossier: there is none.
        PracticePaper: it is from practice.
    """
    with desk.view(actor, Permission.DOSSIER_ID_OF) as view:
        return id_of_scan(view, code, desk.clock.now().date())


def id_of_scan(view: View, text: str, today: date) -> int:
    """The row of the dossier that a scanned or typed `text` names.

    Raises:
        UnknownDossier: there is none.
        PracticePaper: it is from practice.
    """
    scan = read_scan(text, today)
    if isinstance(scan, LabelScan):
        return _id_of_label(view, scan.day, scan.number)
    named = scan.code if isinstance(scan, DossierScan) else storable(text.strip())
    try:
        return dossiers.id_of(view.connection, named)
    except dossiers.UnknownDossier:
        if is_practice_code(named) and not view.rules.is_practice:
            raise PracticePaper(code=named) from None
        raise


def dossier_id_of_label(desk: Desk, actor: Actor, day: date, number: int) -> int:
    """The row of this office's dossier of `day` with this running number, as a label names it.

    Raises:
        UnknownDossier: there is none.
        PracticePaper: it is from practice.
    """
    with desk.view(actor, Permission.DOSSIER_ID_OF_LABEL) as view:
        return _id_of_label(view, day, number)


def _id_of_label(view: View, day: date, number: int) -> int:
    if number > PRACTICE_FROM and not view.rules.is_practice:
        raise PracticePaper(code=f"{day:%y%m%d}-{number}")
    return dossiers.id_of_number(view.connection, view.settings.agency_code, day, number)


def procedure_choices(desk: Desk, actor: Actor, now: datetime) -> tuple[ProcedureChoice, ...]:
    """Every procedure in force today, most used first, then by name."""
    return find_procedures(desk, actor, "", now, most=ALL)


def find_procedures(
    desk: Desk, actor: Actor, text: str, now: datetime, *, most: int = 50
) -> tuple[ProcedureChoice, ...]:
    """Procedures in force today that match `text`, best first; the most used if it is empty."""
    with desk.view(actor, Permission.FIND_PROCEDURES) as view:
        index = desk.reference.choices(view.connection, now.date())
    return tuple(index.find(text, most))


def procedure(desk: Desk, actor: Actor, version: int) -> StoredProcedure:
    """A stored version of a procedure.

    Raises:
        UnknownProcedure: there is none.
    """
    return StoredProcedure(version, rules(desk, actor).procedure(version))


def rules(desk: Desk, actor: Actor) -> Reference:
    """Settings, calendar and catalogue as they stand."""
    with desk.view(actor, Permission.RULES) as view:
        return view.rules


def is_practice(desk: Desk, actor: Actor) -> bool:
    """Whether people and dossiers here are invented, for good."""
    return rules(desk, actor).is_practice


def settings(desk: Desk, actor: Actor) -> Settings:
    """The office's settings."""
    return rules(desk, actor).settings


def calendar(desk: Desk, actor: Actor) -> WorkingCalendar:
    """The office's working calendar."""
    return rules(desk, actor).calendar


def open_drafts(desk: Desk, actor: Actor, station: int) -> tuple[Draft, ...]:
    """Unfinished intakes of a station, newest first."""
    with desk.view(actor, Permission.OPEN_DRAFTS) as view:
        return drafts.of_station(view.connection, station)


def outbox_summary(desk: Desk, actor: Actor) -> OutboxSummary:
    """What waits for the province."""
    with desk.view(actor, Permission.OUTBOX_SUMMARY) as view:
        return outbox.summary(view.connection)


def request_answered(desk: Desk, actor: Actor, request_id: str) -> bool:
    """Whether a request of this name was answered; none without a name."""
    if not request_id:
        return False
    with desk.view(actor, Permission.REQUEST_ANSWERED) as view:
        return requests.find(view.connection, request_id) is not None


def rejected_events(desk: Desk, actor: Actor) -> tuple[RejectedEvent, ...]:
    """Dossiers the province refused and did not take since, the one refused last first."""
    with desk.view(actor, Permission.REJECTED_EVENTS) as view:
        found = refusals.refused(view.connection)
    return tuple(map(_refused_at, found))


def refused_to_mend(desk: Desk, actor: Actor) -> int:
    """How many dossiers the province refused that nobody mended yet."""
    with desk.view(actor, Permission.REFUSED_TO_MEND) as view:
        return refusals.count(view.connection).to_mend


def _refused_at(found: RejectedEvent) -> RejectedEvent:
    return replace(found, field=refused_field(found.message))


def board_times_of(view: View, now: datetime) -> Times:
    """The moments the board's lists are cut at."""
    known = view.rules
    soon = soon_until(now, known.calendar, known.settings.due_soon_hours)
    return board_times(now, soon, ready_until(now, known.calendar))


def _twin(dossier: Dossier) -> Twin:
    return Twin(
        dossier_id=dossier.id,
        code=dossier.shown_code,
        state=dossier.state,
        applicant=dossier.applicant,
        procedure_name=dossier.procedure_name,
        case=dossier.case,
        papers=tuple(paper.name for paper in dossier.documents),
        received_at=dossier.received_at,
        due_at=dossier.due_at,
    )
