"""What a move does to the clock of a dossier: begins a wait, ends it, or stops for good."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from app.domain.clock import to_minute
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.closures import known_at
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


@dataclass(frozen=True, slots=True)
class Recount:
    """By what promises are counted anew when a closure is declared or undone.

    `before` and `after` are the calendar without and with the change, `declared` when each closure
    was declared. Promises for a moment before `not_before` stay: what was overdue when the desk
    closed stays overdue. None where nothing was closed that was open.
    """

    before: WorkingCalendar
    after: WorkingCalendar
    declared: Mapping[Closure, datetime] = field(default_factory=dict)
    not_before: datetime | None = None
    _of_then: dict[tuple[Closure, ...], WorkingCalendar] = field(default_factory=dict)

    def as_known(self, calendar: WorkingCalendar, moment: datetime) -> WorkingCalendar:
        """`calendar` with the closures alone that were declared by `moment`."""
        known = known_at(calendar, self.declared, moment)
        if known == calendar.closures:
            return calendar
        if known not in self._of_then:
            self._of_then[known] = replace(calendar, closures=known)
        return self._of_then[known]


@dataclass(frozen=True, slots=True)
class CountedAnew:
    """What a dossier is measured against and promised by another count.

    `promise` is what is promised with it, None where what it is measured against moves alone.
    """

    measured_due_at: datetime | None
    promise: Promise | None

    def of(self, dossier: Dossier, *, version: int) -> Dossier:
        """`dossier` so promised, as its `version`."""
        made = self.promise
        if made is None:
            return replace(dossier, measured_due_at=self.measured_due_at, version=version)
        return replace(
            dossier,
            due_at=made.due_at,
            measured_due_at=self.measured_due_at,
            calendar_confirmed=made.calendar_confirmed,
            promises=(*dossier.promises, made),
            version=version,
        )


CHANGES = ("due_at", "measured_due_at", "calendar_confirmed", "promises")
"""All that it changes of a dossier, beside the version."""


def counted_anew(
    dossier: Dossier, by: Recount, *, now: datetime, number: int
) -> CountedAnew | None:
    """How `dossier` is promised anew by the declaration `number`; None where it counts as before.

    What it is measured against is what the rules count under the new calendar. A time an officer
    promised with an apology moves by the open time that closures declared since took from it.

    Args:
        dossier: open, its clock running.
        by: the calendars.
        now: the moment of the declaration.
        number: of the declaration.

    Raises:
        CalendarUnknown: the count needs a year the calendar does not hold.
    """
    stands_at = _later_of(dossier.due_at, dossier.measured_due_at)
    if stands_at is None or (by.not_before is not None and stands_at < by.not_before):
        return None
    measured_at, due_at, confirmed = _counted(dossier, by, by.after)
    if (measured_at, due_at) == (dossier.measured_due_at, dossier.due_at):
        return None
    measured_before, due_before, _ = _counted(dossier, by, by.before)
    if (measured_at, due_at) == (measured_before, due_before):
        return None
    if due_at in {due_before, dossier.due_at}:
        return CountedAnew(measured_at, None)
    return CountedAnew(measured_at, Promise(PromiseKind.CLOSURE, due_at, confirmed, now, number))


def _counted(
    dossier: Dossier, by: Recount, calendar: WorkingCalendar
) -> tuple[datetime | None, datetime | None, bool]:
    """What a dossier is measured against, what it is promised for, and whether that is certain."""
    found = due(
        dossier.limit, dossier.received_at, calendar, dossier.pauses, mode=dossier.pause_mode
    )
    if not dossier.apologies or found.due_at is None:
        return found.due_at, found.due_at, found.calendar_confirmed
    extended_at = _extension_under(dossier, by, calendar)
    if extended_at <= found.due_at:
        return found.due_at, found.due_at, found.calendar_confirmed
    confirmed = calendar.are_confirmed(found.start.year, extended_at.year)
    return found.due_at, extended_at, confirmed


def _extension_under(dossier: Dossier, by: Recount, calendar: WorkingCalendar) -> datetime:
    """The time of the last apology, as later closures and waits move it."""
    apology = dossier.apologies[-1]
    extended_at = apology.due_at
    known = by.as_known(calendar, apology.made_at)
    if known is not calendar:
        minutes = known.open_minutes(apology.made_at, extended_at)
        extended_at = calendar.next_open(calendar.forward(apology.made_at, minutes))
    waits = tuple(
        Wait(pause.asked_at, pause.completed_at)
        for pause in dossier.pauses
        if pause.asked_at >= apology.made_at
    )
    return moved(extended_at, waits, calendar)


def _later_of(one: datetime | None, other: datetime | None) -> datetime | None:
    known = [moment for moment in (one, other) if moment is not None]
    return max(known, default=None)
