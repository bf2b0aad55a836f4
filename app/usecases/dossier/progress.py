"""Everything that happens to a dossier after intake."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from app.answers.dossier import DossierChanged
from app.domain.actor import Actor
from app.domain.clock import to_minute
from app.domain.dossier import intake_check
from app.domain.dossier.clock_effect import with_clock
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.opened import Opened
from app.domain.errors import FieldError
from app.domain.permission import Permission
from app.domain.problems import Problems
from app.domain.text import line
from app.domain.workflow.moves import move_of
from app.domain.workflow.states import DossierEvent
from app.usecases.desk import Desk
from app.usecases.unit import Request, Unit

MOST_PAPERS = 50
"""Papers one supplement request may name."""


class NoPapersNamed(FieldError):
    """A supplement request must name what is missing. Facts: field."""


class TooManyPapersNamed(FieldError):
    """Facts: field, named, most."""


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
    papers: Sequence[str],
    reason: str,
    request: Request | None = None,
) -> DossierChanged:
    """Ask the applicant for papers: the clock stands from now until `complete_supplement`.

    `papers` names what is asked for, one line each, at least one; `reason` is what Form 02 will
    say.

    Raises:
        NoPapersNamed, TooManyPapersNamed: about the papers.
        TextMissing, TextTooLong, TextHasControls: about the fields.
    """
    problems = Problems()
    reason = problems.attempt(lambda: intake_check.reason(reason), "")
    if len(papers) > MOST_PAPERS:
        problems.add(TooManyPapersNamed(field="papers", named=len(papers), most=MOST_PAPERS))
        problems.raise_any()
    named = [_paper_name(problems, place, text) for place, text in enumerate(papers)]
    named = [name for name in named if name]
    if not named:
        problems.add(NoPapersNamed(field="papers"))
    problems.raise_any()
    with desk.unit(actor, Permission.REQUEST_SUPPLEMENT, request) as unit:
        return _once(unit, opened, DossierEvent.REQUEST_SUPPLEMENT, reason, papers=named)


def complete_supplement(
    desk: Desk, actor: Actor, opened: Opened, *, note: str = "", request: Request | None = None
) -> DossierChanged:
    """The papers have come: the clock runs again, and the promise moves by the procedure's mode.

    Raises:
        TextTooLong, TextHasControls: about the note.
    """
    note = _note(note)
    with desk.unit(actor, Permission.COMPLETE_SUPPLEMENT, request) as unit:
        return _once(unit, opened, DossierEvent.COMPLETE, note)


def finish_processing(
    desk: Desk, actor: Actor, opened: Opened, *, note: str = "", request: Request | None = None
) -> DossierChanged:
    """The result is ready to be collected: on time is measured against this moment."""
    note = _note(note)
    with desk.unit(actor, Permission.FINISH_PROCESSING, request) as unit:
        return _once(unit, opened, DossierEvent.FINISH, note, finished(unit))


def return_result(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    *,
    to_whom: str,
    identity: str,
    request: Request | None = None,
) -> DossierChanged:
    """The result is in the applicant's or their representative's hand.

    `to_whom` is the name of who took it, `identity` the document they showed, with its number.

    Raises:
        TextMissing, TextTooLong, TextHasControls: about the fields.
    """
    problems = Problems()
    to_whom = problems.attempt(lambda: _name(to_whom, "to_whom"), "")
    identity = problems.attempt(lambda: _name(identity, "identity"), "")
    problems.raise_any()
    with desk.unit(actor, Permission.RETURN_RESULT, request) as unit:
        moment = to_minute(unit.now)

        def hand_over(dossier: Dossier) -> Dossier:
            return replace(
                dossier, returned_at=moment, returned_to=to_whom, returned_identity=identity
            )

        return _once(unit, opened, DossierEvent.RETURN, "", hand_over, asked=(to_whom, identity))


def cancel_dossier(
    desk: Desk,
    actor: Actor,
    opened: Opened,
    *,
    reason: str,
    withdrawn: bool = False,
    request: Request | None = None,
) -> DossierChanged:
    """Stop a dossier registered in error, or withdrawn by its applicant; its number stays used.

    Raises:
        TextMissing, TextTooLong, TextHasControls: about the reason.
    """
    problems = Problems()
    reason = problems.attempt(lambda: intake_check.reason(reason), "")
    problems.raise_any()
    event = DossierEvent.WITHDRAW if withdrawn else DossierEvent.STOP
    with desk.unit(actor, Permission.CANCEL_DOSSIER, request) as unit:
        return _once(unit, opened, event, reason, lambda it: replace(it, end_reason=reason))


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
    papers: Sequence[str] = (),
) -> DossierChanged:
    """One move of a dossier: its clock as the table of moves says, and what `alter` writes down."""
    move = move_of(before.state, event)
    after = with_clock(
        before,
        move.clock,
        now=unit.now,
        calendar=unit.rules.calendar,
        reason=reason,
        papers=papers,
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
    papers: Sequence[str] = (),
    asked: object = (),
) -> DossierChanged:
    return unit.once(
        DossierChanged,
        (opened.dossier_id, event, reason, papers, asked),
        lambda: moved(unit, unit.dossier(opened), event, reason, alter, papers),
    )


def _name(text: str, field: str) -> str:
    return line(text, field=field, limit=intake_check.NAME_LIMIT, required=True)


def _paper_name(problems: Problems, place: int, text: str) -> str:
    field = f"papers.{place}"
    return problems.attempt(lambda: line(text, field=field, limit=intake_check.PAPER_LIMIT), "")


def _note(text: str) -> str:
    problems = Problems()
    note = problems.attempt(lambda: line(text, field="note", limit=intake_check.NOTE_LIMIT), "")
    problems.raise_any()
    return note
