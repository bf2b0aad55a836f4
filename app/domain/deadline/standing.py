"""How a dossier stands against its promise, open or ended (`docs/deadlines.md`, Standing)."""

from datetime import datetime
from enum import StrEnum

from app.domain.clock import to_minute
from app.domain.deadline.remaining import Remaining, remaining
from app.domain.deadline.working_calendar import CalendarUnknown, WorkingCalendar

DUE_SOON_HOURS = 8
"""Working hours left from which an open dossier is due soon, until the office sets its own."""


class Standing(StrEnum):
    """Open dossiers have one of the first five, ended ones of the last four."""

    PAUSED = "PAUSED"
    OVERDUE = "OVERDUE"
    DUE_SOON = "DUE_SOON"
    RUNNING = "RUNNING"
    NO_LIMIT = "NO_LIMIT"
    EARLY = "EARLY"
    ON_TIME = "ON_TIME"
    LATE = "LATE"


def open_standing(
    now: datetime,
    due_at: datetime | None,
    calendar: WorkingCalendar,
    *,
    is_paused: bool,
    due_soon_hours: int = DUE_SOON_HOURS,
) -> Standing:
    """How an open dossier stands; `due_at` is its last promise.

    Raises:
        CalendarUnknown: a year between now and the due time is not in the calendar.
    """
    if is_paused:
        return Standing.PAUSED
    if due_at is None:
        return Standing.NO_LIMIT
    return standing_of(remaining(now, due_at, calendar), due_soon_hours=due_soon_hours)


def soon_until(now: datetime, calendar: WorkingCalendar, due_soon_hours: int) -> datetime:
    """The last moment for which a running dossier promised for it is due soon.

    Where so many hours end with a session, a promise for the next opening is as near.

    Raises:
        CalendarUnknown: the hours need a year that is not in the calendar.
    """
    last = calendar.forward(now, due_soon_hours * 60)
    try:
        return calendar.next_open(last)
    except CalendarUnknown:  # the last session of the calendar
        return last


def standing_of(left: Remaining, *, due_soon_hours: int = DUE_SOON_HOURS) -> Standing:
    """How an open, running dossier stands with `left` to go."""
    if left.is_overdue:
        return Standing.OVERDUE
    return Standing.DUE_SOON if left.minutes <= due_soon_hours * 60 else Standing.RUNNING


def ended_standing(ended_at: datetime, measured_due_at: datetime | None) -> Standing:
    """How an ended dossier stands.

    `ended_at` is when processing finished, else when it was returned, stopped, withdrawn or
    refused; collecting late changes nothing. `measured_due_at` is the first promise as moved by
    pauses and declared closures, never by extensions.
    """
    if measured_due_at is None:
        return Standing.NO_LIMIT
    ended_at, measured_due_at = to_minute(ended_at), to_minute(measured_due_at)
    if ended_at > measured_due_at:
        return Standing.LATE
    return Standing.EARLY if ended_at.date() < measured_due_at.date() else Standing.ON_TIME
