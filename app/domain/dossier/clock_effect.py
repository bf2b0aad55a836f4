"""What a move does to the clock of a dossier: begins a wait, ends it, or stops for good."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from app.domain.clock import to_minute
from app.domain.deadline.due_time import due, moved
from app.domain.deadline.pauses import PauseMode, Wait
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.dossier.asked import AskedPaper
from app.domain.dossier.dossier import Dossier, Pause, Promise, PromiseKind
from app.domain.dossier.held_data import AskReason
from app.domain.workflow.moves import ClockEffect


def with_clock(
    dossier: Dossier,
    effect: ClockEffect,
    *,
    now: datetime,
    calendar: WorkingCalendar,
    reason: str = "",
    papers: Sequence[AskedPaper] = (),
    officer: str = "",
    held_reason: AskReason | None = None,
) -> Dossier:
    """`dossier` with its clock as `effect` leaves it at `now`.

    Args:
        dossier: as it stands before.
        effect: of the move.
        now: the moment of the move; the clock counts whole minutes.
        calendar: the office's.
        reason: why a wait begins.
        papers: what is waited for.
        officer: who begins or ends a wait.
        held_reason: why papers are asked for whose data a base holds.

    Raises:
        CalendarUnknown: the promise would reach into a year the calendar does not hold.
    """
    if effect.pause is not None:
        pause = Pause(
            effect.pause,
            to_minute(now),
            None,
            reason,
            tuple(paper.name for paper in papers),
            asked_by=officer,
            held_reason=held_reason,
            asked=tuple(papers),
        )
        return replace(dossier, pauses=(*dossier.pauses, pause), due_at=None)
    if effect is ClockEffect.RESUME:
        return _resumed(dossier, now, calendar, officer)
    if effect is ClockEffect.STOP:
        # What it is measured against afterwards: the promise as the wait up to now moved it.
        running = _resumed(dossier, now, calendar, officer) if dossier.state.is_waiting else dossier
        return replace(running, ended_at=to_minute(now))
    if effect is ClockEffect.GO_ON:
        # A wait that the end completed stays completed: the time since is nobody's wait.
        return replace(dossier, ended_at=None, finished_at=None)
    return dossier


def _resumed(dossier: Dossier, now: datetime, calendar: WorkingCalendar, officer: str) -> Dossier:
    moment = to_minute(now)
    pauses = tuple(
        pause if pause.completed_at else replace(pause, completed_at=moment, completed_by=officer)
        for pause in dossier.pauses
    )
    found = due(
        dossier.limit, dossier.received_at, calendar, pauses=pauses, mode=dossier.pause_mode
    )
    restarted = dossier.pause_mode is PauseMode.RESTART
    kind = PromiseKind.RESTARTED if restarted else PromiseKind.PAUSED
    due_at, confirmed = found.due_at, found.calendar_confirmed
    kept = _extension_kept(dossier, moment, calendar)
    if due_at is not None and kept is not None and kept > due_at:
        due_at, confirmed = kept, calendar.are_confirmed(found.start.year, kept.year)
    return replace(
        dossier,
        pauses=pauses,
        due_at=due_at,
        measured_due_at=found.due_at,
        calendar_confirmed=confirmed,
        promises=(*dossier.promises, Promise(kind, due_at, confirmed, now)),
    )


def _extension_kept(
    dossier: Dossier, completed_at: datetime, calendar: WorkingCalendar
) -> datetime | None:
    """The extended promise as the wait that ends now moved it; None where none was extended.

    A wait never takes back what an apology promised: the later of the two times stands.
    """
    extended_to = dossier.promises[-1].due_at if dossier.apologies else None
    if extended_to is None:
        return None
    asked = next((pause.asked_at for pause in dossier.pauses if pause.completed_at is None), None)
    waits = () if asked is None else (Wait(to_minute(asked), completed_at),)
    return moved(extended_to, waits, calendar)
