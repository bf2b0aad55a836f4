"""Everything that happens to a dossier after intake."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from app.answers.dossier import DossierChanged
from app.domain.actor import Actor
from app.domain.clock import to_minute
from app.domain.dossier import intake_check, missing
from app.domain.dossier.asked import AskedPaper, CamePaper
from app.domain.dossier.clock_effect import with_clock
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.held_data import AskReason, Base, HeldByBase, held, read_bases
from app.domain.dossier.opened import Opened
from app.domain.dossier.representing import is_body
from app.domain.errors import FieldError, InvalidRequest
from app.domain.money.fee import dong
from app.domain.money.payment import account_of
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.text import fold, line, paragraph
from app.domain.workflow.moves import move_of
from app.domain.workflow.states import DossierEvent
from app.usecases.desk import Desk
from app.usecases.dossier import asking
from app.usecases.printing.printable import require_printable_texts
from app.usecases.unit import Request, Unit
from db.stores import payments


class RecipientNotAPerson(FieldError):
    """A result is handed to a person, who takes it for the body. Facts: field, name."""


class StillDue(FieldError):
    """Money is due and nobody says why it is handed over. Facts: field, code, outstanding."""


def start_processing(
    desk: Desk, actor: Actor, opened: Opened, *, request: Request | None = None
) -> DossierChanged:
    """The handling officer has taken the dossier up.

    Raises:
        UnknownDossier, ChangedMeanwhile, IllegalMove: as named, here and below.
        RequestTaken: `request` was another one, here and below.
    """
    with desk.unit(actor, Permission.START_PROCESSING, request) as unit:
        return _once(unit, opened, DossierEvent.START)


def request_supplement(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    *,
    papers: Sequence[str | AskedPaper],
    reason: str,
    held_reason: AskReason | None = None,
    outside_reason: str = "",
    request: Request | None = None,
) -> DossierChanged:
    """Ask the applicant for papers: the clock stands from now until `complete_supplement`.

    `papers` names what is asked for, at least one, and how many of which kind; `reason` why;
    `held_reason` why one is asked for whose data a connected base holds, `outside_reason` why one
    the procedure's catalogue does not name (empty: for `reason`). Form 02 says so; each request is
    a paper of its own, with the next number of the form's series.

    Raises:
        HeldByBase: there is such a paper, and no such reason.
        NoPapersNamed, TooManyPapersNamed: about the papers.
        NotACount: about the number of sheets.
        TextMissing, TextTooLong, TextHasControls, LetterNotPrintable: about the fields.
    """
    problems = Problems()
    reason = problems.attempt(lambda: intake_check.reason(reason), "")
    outside = problems.attempt(
        lambda: paragraph(outside_reason, field="outside_reason", limit=intake_check.NOTE_LIMIT), ""
    )
    named = asking.checked(papers, problems)
    problems.raise_any()
    texts = [("reason", reason), ("outside_reason", outside), *asking.texts_of(named)]
    require_printable_texts(texts)
    plain = [paper.name if paper == AskedPaper(paper.name) else paper for paper in named]
    with desk.unit(actor, Permission.REQUEST_SUPPLEMENT, request) as unit:
        bases = read_bases(unit.settings.connected_bases)
        why_held = held_reason if held([paper.name for paper in named], bases) else None

        def ask() -> DossierChanged:
            before = unit.dossier(opened)
            event = DossierEvent.REQUEST_SUPPLEMENT
            move_of(before.state, event)
            procedure = unit.rules.procedure(before.procedure_version)
            lacking = replace(before, missing=missing.still_missing(procedure, before))
            asked = asking.completed(named, lacking, procedure, outside or reason)
            here = held([paper.name for paper in asked], bases)
            if here and held_reason is None:
                raise InvalidRequest(problems=(_held_by_base(here),))
            why = held_reason if here else None
            return moved(unit, before, event, reason, papers=asked, held_reason=why)

        whole = (
            opened.dossier_id,
            DossierEvent.REQUEST_SUPPLEMENT,
            reason,
            plain,
            *([why_held] if why_held else []),
            ((), outside) if outside else (),
        )
        return unit.once(DossierChanged, whole, ask)


def _held_by_base(found: Mapping[str, Base]) -> HeldByBase:
    bases = tuple(dict.fromkeys(found.values()))
    return HeldByBase(field="papers", papers="; ".join(found), bases=bases)


def complete_supplement(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    *,
    note: str = "",
    came: Sequence[CamePaper] | None = None,
    request: Request | None = None,
) -> DossierChanged:
    """Papers have come: `came` ticks which (None: all that are waited for).

    They are among the papers handed in from now on. Once all are there, the clock runs again and
    the promise moves by the procedure's mode; while one is not, the dossier waits on, and Form 02
    says anew, under its number, what is still missing.

    Raises:
        NothingCame, NoSuchAskedPaper, TooManyPapers: about what came.
        TextTooLong, TextHasControls: about the note.
    """
    note = _note(note)
    with desk.unit(actor, Permission.COMPLETE_SUPPLEMENT, request) as unit:

        def take() -> DossierChanged:
            before = unit.dossier(opened)
            move_of(before.state, DossierEvent.COMPLETE)
            procedure = unit.rules.procedure(before.procedure_version)
            listed = procedure.documents_for(before.case)
            try:
                there = missing.came(before, came, unit.now, unit.actor.officer, listed)
            except FieldError as problem:
                raise InvalidRequest(problems=(problem,)) from None
            if missing.still_waited_for(there):
                return unit.change(before, there, DossierEvent.RECEIVE_PAPERS, note).answer
            return moved(unit, before, DossierEvent.COMPLETE, note, there=there)

        whole = (
            opened.dossier_id, DossierEvent.COMPLETE, note, (),
            () if came is None else tuple(came),
        )  # fmt: skip
        return unit.once(DossierChanged, whole, take)


def finish_processing(
    desk: Desk, actor: Actor, opened: Opened, *, note: str = "", request: Request | None = None
) -> DossierChanged:
    """The result is ready to be collected: on time is measured against this moment."""
    note = _note(note)
    with desk.unit(actor, Permission.FINISH_PROCESSING, request) as unit:
        return _once(unit, opened, DossierEvent.FINISH, note, finished(unit))


def _tracking(text: str) -> str:
    return "".join(line(text, field="tracking", limit=40).split()).upper()


def return_result(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    *,
    to_whom: str,
    identity: str,
    unpaid_reason: str = "",
    tracking: str = "",
    request: Request | None = None,
) -> DossierChanged:
    """The result is in the applicant's or their representative's hand.

    `to_whom` is the name of who took it, `identity` the document they showed, with its number;
    `tracking` is the number of the post it went by.
    While money is due it is handed over only for `unpaid_reason`, which is kept and stands among
    the open sums of the cash sheet.

    Raises:
        RecipientNotAPerson: it is the body the dossier is of, which has no hand.
        InvalidRequest: about the fields; money is due and no reason is given.
    """
    problems = Problems()
    to_whom = problems.attempt(lambda: _name(to_whom, "to_whom"), "")
    identity = problems.attempt(lambda: _name(identity, "identity"), "")
    unpaid_reason = problems.attempt(
        lambda: line(unpaid_reason, field="unpaid_reason", limit=intake_check.NOTE_LIMIT), ""
    )
    tracking = problems.attempt(lambda: _tracking(tracking), "")
    problems.raise_any()
    with desk.unit(actor, Permission.RETURN_RESULT, request) as unit:
        moment = to_minute(unit.now)

        def hand_over() -> DossierChanged:
            before = unit.dossier(opened)
            move_of(before.state, DossierEvent.RETURN)
            who = before.applicant
            if is_body(who) and fold(to_whom) == fold(who.full_name):
                raise InvalidRequest(problems=(RecipientNotAPerson(field="to_whom", name=to_whom),))
            reason = _unpaid(unit, before, unpaid_reason)
            return moved(
                unit,
                before,
                DossierEvent.RETURN,
                reason,
                lambda it: replace(
                    it,
                    returned_at=moment,
                    returned_to=to_whom,
                    returned_identity=identity,
                    tracking=tracking,
                    end_reason=reason,
                ),
            )

        asked = [to_whom, identity, *([unpaid_reason] if unpaid_reason else [])]
        asked += [f"post {tracking}"] if tracking else []
        whole = (opened.dossier_id, DossierEvent.RETURN, "", (), tuple(asked))
        return unit.once(DossierChanged, whole, hand_over)


def _unpaid(unit: Unit, dossier: Dossier, reason: str) -> str:
    """Why `dossier` is handed over though money is due; empty where none is."""
    slips = payments.of_dossier(unit.connection, dossier.id)
    outstanding = account_of(dossier.fees, slips).outstanding
    if not outstanding:
        return ""
    if not reason:
        problem = StillDue(
            field="unpaid_reason", code=dossier.shown_code, outstanding=dong(outstanding)
        )
        raise InvalidRequest(problems=(problem,))
    return reason


def finished(unit: Unit) -> Callable[[Dossier], Dossier]:
    """What finishing writes down beside the end of the clock."""
    moment = to_minute(unit.now)
    return lambda dossier: replace(dossier, finished_at=moment)


def moved(
    unit: Unit,
    before: Dossier,
    event: DossierEvent,
    reason: str,
    alter: Callable[[Dossier], Dossier] | None = None,
    papers: Sequence[AskedPaper] = (),
    held_reason: AskReason | None = None,
    there: Dossier | None = None,
) -> DossierChanged:
    """One move of a dossier: its clock as the table of moves says, and what `alter` writes down.

    `there` is the dossier with what came with the move, before its clock.
    """
    move = move_of(before.state, event)
    after = with_clock(
        there or before,
        move.clock,
        now=unit.now,
        calendar=unit.rules.calendar,
        reason=reason,
        papers=papers,
        officer=unit.actor.officer,
        held_reason=held_reason,
    )
    after = alter(after) if alter else after
    return unit.change(before, after, event, reason).answer


def _once(
    unit: Unit,
    opened: Opened,
    event: DossierEvent,
    reason: str = "",
    alter: Callable[[Dossier], Dossier] | None = None,
    *,
    asked: object = (),
) -> DossierChanged:
    return unit.once(
        DossierChanged,
        (opened.dossier_id, event, reason, (), asked),
        lambda: moved(unit, unit.dossier(opened), event, reason, alter),
    )


def _name(text: str, field: str) -> str:
    return line(text, field=field, limit=intake_check.NAME_LIMIT, required=True)


def _note(text: str) -> str:
    problems = Problems()
    note = problems.attempt(lambda: line(text, field="note", limit=intake_check.NOTE_LIMIT), "")
    problems.raise_any()
    return note
