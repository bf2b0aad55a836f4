"""The rows of an explanation: one a day, counted or not, and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.deadline.day_rules import DayInfo
from app.domain.deadline.due_time import clock_hours_end, is_in_time_today, last_calendar_day
from app.domain.deadline.office_hours import MINUTES_A_DAY, Session, Sessions, within
from app.domain.deadline.pauses import Wait
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.deadline.working_calendar import WorkingCalendar


class Why(StrEnum):
    """Why a day counts or does not; where the desk is shut, the day's kind says why that is.

    AFTER_CLOSING, START_DAY and FIRST_DAY are days before the count; WORKING_DAY, WORKING_HOURS,
    CLOCK_HOURS, CALENDAR_DAY and MONTHS are counted; NEXT_WORKING_DAY takes an end that fell on
    a shut day. AFTER_CUTOFF is the 15:00 rule, SAME_DAY a day that meets it. PAUSED days hold the
    open time waited, MOVED ones the same time added to the due time. NOT_LATER is the day of the
    year the limit never goes beyond, WORKING_DAY_BEFORE takes an end it puts on a shut day.
    """

    SHUT = "SHUT"
    AFTER_CLOSING = "AFTER_CLOSING"
    START_DAY = "START_DAY"
    FIRST_DAY = "FIRST_DAY"
    WORKING_DAY = "WORKING_DAY"
    WORKING_HOURS = "WORKING_HOURS"
    CLOCK_HOURS = "CLOCK_HOURS"
    CALENDAR_DAY = "CALENDAR_DAY"
    MONTHS = "MONTHS"
    NEXT_WORKING_DAY = "NEXT_WORKING_DAY"
    SAME_DAY = "SAME_DAY"
    AFTER_CUTOFF = "AFTER_CUTOFF"
    PAUSED = "PAUSED"
    PAUSE_OPEN = "PAUSE_OPEN"
    PAUSE_WITHOUT_EFFECT = "PAUSE_WITHOUT_EFFECT"
    MOVED = "MOVED"
    RESTARTED = "RESTARTED"
    NOT_LATER = "NOT_LATER"
    WORKING_DAY_BEFORE = "WORKING_DAY_BEFORE"


@dataclass(frozen=True, slots=True)
class Row:
    """One day of the table.

    `number` is the running number of a counted day. Where minutes count, `spans` are the clock
    times that counted on this day, `total` the minutes so far. Rows that stand for a whole pause
    carry it as `wait`.
    """

    day: DayInfo
    why: Why
    is_counted: bool = False
    number: int = 0
    spans: Sessions = ()
    total: int = 0
    wait: Wait | None = None

    @property
    def minutes(self) -> int:
        """Minutes counted on this day."""
        return sum(span.minutes for span in self.spans)


def count_rows(
    limit: TimeLimit, received_at: datetime, due_at: datetime, calendar: WorkingCalendar
) -> Iterator[Row]:
    """The count of `limit`, any unit but NONE, from receipt to the due time without pauses."""
    match limit.unit:
        case Unit.SAME_DAY:
            yield from _same_day(received_at, due_at, calendar)
        case Unit.DAY | Unit.MONTH:
            yield from _calendar_days(limit, received_at, due_at, calendar)
        case _:
            start = calendar.next_open(received_at)
            for day in _days(received_at.date(), start.date() - timedelta(days=1), calendar):
                yield Row(day, Why.AFTER_CLOSING if day.sessions else Why.SHUT)
            if limit.unit is Unit.WORKING_DAY:
                yield from _working_days(start, due_at, calendar)
            elif limit.unit is Unit.WORKING_HOUR:
                yield from _open_time(start, due_at, calendar, Why.WORKING_HOURS)
            else:
                end = clock_hours_end(limit, received_at, calendar)
                yield from _clock_hours(start, end, due_at, calendar)


def pause_rows(
    asked_at: datetime, completed_at: datetime, calendar: WorkingCalendar
) -> Iterator[Row]:
    """The days of an ended pause with the open time inside it."""
    return _open_time(asked_at, completed_at, calendar, Why.PAUSED)


def move_rows(due_at: datetime, later: datetime, calendar: WorkingCalendar) -> Iterator[Row]:
    """The days over which a pause moved the due time; none if it held no open minute."""
    return _open_time(due_at, later, calendar, Why.MOVED) if later > due_at else iter(())


def pause_row(wait: Wait, why: Why, calendar: WorkingCalendar) -> Row:
    """One row for a whole pause, on the day it ended, or began while it lasts."""
    ended = wait.completed_at if why is Why.RESTARTED else None
    return Row(calendar.day((ended or wait.asked_at).date()), why, wait=wait)


def cap_rows(capped_on: date, calendar: WorkingCalendar) -> Iterator[Row]:
    """The day of the year that cut the limit short, and back to the working day it gives."""
    last = calendar.working_day_until(capped_on)
    yield Row(calendar.day(capped_on), Why.NOT_LATER, is_counted=last == capped_on)
    for ordinal in range(capped_on.toordinal() - 1, last.toordinal() - 1, -1):
        day = calendar.day(date.fromordinal(ordinal))
        if day.sessions:
            yield Row(day, Why.WORKING_DAY_BEFORE, is_counted=True)
        else:
            yield Row(day, Why.SHUT)


def _same_day(received_at: datetime, due_at: datetime, calendar: WorkingCalendar) -> Iterator[Row]:
    first, *between = _days(received_at.date(), due_at.date(), calendar)
    if is_in_time_today(received_at, calendar):
        yield Row(first, Why.SAME_DAY, is_counted=True, number=1)
        return
    if not first.sessions:
        yield Row(first, Why.SHUT)
    elif received_at.time() > calendar.same_day_cutoff:
        yield Row(first, Why.AFTER_CUTOFF)
    else:
        yield Row(first, Why.AFTER_CLOSING)
    yield from _shut_until_working(between)


def _working_days(start: datetime, due_at: datetime, calendar: WorkingCalendar) -> Iterator[Row]:
    first, *others = _days(start.date(), due_at.date(), calendar)
    yield Row(first, Why.START_DAY)
    number = 0
    for day in others:
        if day.sessions:
            number += 1
            yield Row(day, Why.WORKING_DAY, is_counted=True, number=number)
        else:
            yield Row(day, Why.SHUT)


def _calendar_days(
    limit: TimeLimit, received_at: datetime, due_at: datetime, calendar: WorkingCalendar
) -> Iterator[Row]:
    received_on = received_at.date()
    last = last_calendar_day(limit, received_on)
    yield Row(calendar.day(received_on), Why.FIRST_DAY)
    if limit.unit is Unit.MONTH:
        yield Row(calendar.day(last), Why.MONTHS, is_counted=True, number=limit.amount)
    else:
        counted = _days(received_on + timedelta(days=1), last, calendar)
        for number, day in enumerate(counted, start=1):
            yield Row(day, Why.CALENDAR_DAY, is_counted=True, number=number)
    yield from _shut_until_working(_days(last + timedelta(days=1), due_at.date(), calendar))


def _clock_hours(
    start: datetime, end: datetime, due_at: datetime, calendar: WorkingCalendar
) -> Iterator[Row]:
    last = (end - timedelta(minutes=1)).date()
    total = 0
    for day in _days(start.date(), last, calendar):
        span = Session(*_bounds(day.on, start, end))
        total += span.minutes
        yield Row(day, Why.CLOCK_HOURS, is_counted=True, spans=(span,), total=total)
    yield from _shut_until_working(_days(last + timedelta(days=1), due_at.date(), calendar))


def _open_time(
    since: datetime, until: datetime, calendar: WorkingCalendar, why: Why
) -> Iterator[Row]:
    total = 0
    for day in _days(since.date(), until.date(), calendar):
        row = Row(day, why, spans=within(day.sessions, *_bounds(day.on, since, until)))
        total += row.minutes
        yield replace(row, is_counted=row.minutes > 0, total=total)


def _shut_until_working(days: Iterable[DayInfo]) -> Iterator[Row]:
    for day in days:
        if day.sessions:
            yield Row(day, Why.NEXT_WORKING_DAY, is_counted=True, number=1)
        else:
            yield Row(day, Why.SHUT)


def _bounds(on: date, since: datetime, until: datetime) -> tuple[int, int]:
    """The minutes of `on` between which `since` to `until` lies."""
    first = since.hour * 60 + since.minute if on == since.date() else 0
    last = until.hour * 60 + until.minute if on == until.date() else MINUTES_A_DAY
    return first, last


def _days(first: date, last: date, calendar: WorkingCalendar) -> Iterator[DayInfo]:
    for ordinal in range(first.toordinal(), last.toordinal() + 1):
        yield calendar.day(date.fromordinal(ordinal))
