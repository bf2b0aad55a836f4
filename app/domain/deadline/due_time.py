"""When a dossier is due: the one count behind every list, slip and export (`docs/deadlines.md`)."""

import calendar as gregorian
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.domain.clock import to_minute
from app.domain.deadline.pauses import PauseMode, Wait, Waiting, is_open, merged
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.deadline.working_calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Due:
    """The promise the rules give.

    `due_at` None: no limit, or an open pause. `start` is the first open minute the count could
    begin in, after a restart that of the completion. `calendar_confirmed` is False when the
    calendar of a year from `start` to `due_at` is a draft. `capped_on` is the day of the year that
    cut the limit short (NOT_LATER), None if none did.
    """

    due_at: datetime | None
    start: datetime
    calendar_confirmed: bool
    capped_on: date | None = None


def due(
    limit: TimeLimit,
    received_at: datetime,
    calendar: WorkingCalendar,
    pauses: Iterable[Waiting] = (),
    mode: PauseMode = PauseMode.PAUSE,
) -> Due:
    """The due time of a dossier received complete at `received_at`.

    `received_at` of a boundary-free dossier is when the competent agency received it.

    Raises:
        CalendarUnknown: the count needs a year the calendar does not hold.
        InvalidPause, PauseBeforeReceipt: a pause cannot be true.
    """
    received_at = to_minute(received_at)
    waits = merged(pauses, received_at)
    counted_from = count_begins(received_at, waits, mode)
    if limit.unit is Unit.NONE:
        return Due(None, counted_from, calendar_confirmed=True)
    start = calendar.next_open(counted_from)
    if is_open(waits):
        return Due(None, start, calendar_confirmed=True)
    due_at = unpaused_due(limit, counted_from, calendar)
    if mode is PauseMode.PAUSE:
        due_at = moved(due_at, waits, calendar)
    capped_on = cap_on(limit, received_at, due_at, calendar)
    if capped_on is not None:
        due_at = calendar.last_closing(calendar.working_day_until(capped_on))
    confirmed = calendar.are_confirmed(min(start, due_at).year, max(start, due_at).year)
    return Due(due_at, start, calendar_confirmed=confirmed, capped_on=capped_on)


def cap_on(
    limit: TimeLimit, received_at: datetime, due_at: datetime, calendar: WorkingCalendar
) -> date | None:
    """The day of the year that `due_at` would go beyond and must not; None if it may stand.

    It is that of the receipt and does not move with waits, also where they restart the limit.
    """
    last = limit.last_day(calendar.next_open(received_at).date())
    return last if last is not None and due_at.date() > last else None


def count_begins(received_at: datetime, waits: tuple[Wait, ...], mode: PauseMode) -> datetime:
    """The receipt the limit is counted from: after a restart, the last completion."""
    if mode is PauseMode.RESTART and waits:
        return waits[-1].completed_at or received_at
    return received_at


def unpaused_due(limit: TimeLimit, received_at: datetime, calendar: WorkingCalendar) -> datetime:
    """The due time of `limit`, any unit but NONE, without pauses and the day it is capped on.

    `received_at` is in whole minutes.
    """
    match limit.unit:
        case Unit.WORKING_DAY:
            return _working_days(limit.amount, received_at, calendar)
        case Unit.WORKING_HOUR:
            start = calendar.next_open(received_at)
            return calendar.forward(start, limit.amount * 60)
        case Unit.HOUR:
            return calendar.next_open(clock_hours_end(limit, received_at, calendar))
        case Unit.SAME_DAY:
            return _same_day(received_at, calendar)
        case _:
            last = calendar.working_day_from(last_calendar_day(limit, received_at.date()))
            return calendar.last_closing(last)


def moved(due_at: datetime, waits: tuple[Wait, ...], calendar: WorkingCalendar) -> datetime:
    """`due_at` moved forward by the open time inside each ended wait that began before it."""
    for wait in waits:
        if wait.completed_at is None or wait.asked_at >= due_at:
            break
        if minutes := calendar.open_minutes(wait.asked_at, wait.completed_at):
            due_at = calendar.forward(due_at, minutes)
    return due_at


def clock_hours_end(limit: TimeLimit, received_at: datetime, calendar: WorkingCalendar) -> datetime:
    """The moment `limit` clock hours after the start, whether the desk is open then or not."""
    return calendar.next_open(received_at) + timedelta(hours=limit.amount)


def last_calendar_day(limit: TimeLimit, received_on: date) -> date:
    """The last day of a limit in DAY or MONTH, before it moves to a working day."""
    if limit.unit is Unit.DAY:
        return received_on + timedelta(days=limit.amount)
    months = received_on.year * 12 + received_on.month - 1 + limit.amount
    year, month = divmod(months, 12)
    last_of_month = gregorian.monthrange(year, month + 1)[1]
    return date(year, month + 1, min(received_on.day, last_of_month))


def is_in_time_today(received_at: datetime, calendar: WorkingCalendar) -> bool:
    """Whether a same-day dossier received then is still due on that day (the 15:00 rule)."""
    on = received_at.date()
    if not calendar.is_working_day(on) or received_at.time() > calendar.same_day_cutoff:
        return False
    return received_at < calendar.last_closing(on)


def _same_day(received_at: datetime, calendar: WorkingCalendar) -> datetime:
    on = received_at.date()
    if not is_in_time_today(received_at, calendar):
        on = calendar.working_day_after(on, 1)
    return calendar.last_closing(on)


def _working_days(days: int, received_at: datetime, calendar: WorkingCalendar) -> datetime:
    start = calendar.next_open(received_at)
    on = calendar.working_day_after(start.date(), days)
    if not calendar.due_at_end_of_day:
        same_time = datetime.combine(on, start.timetz())
        if (due_at := calendar.next_open_that_day(same_time)) is not None:
            return due_at
    return calendar.last_closing(on)
