"""Small texts of the calendar file: dates, sessions, days of the year, times of day."""

import re
from datetime import date, time

from app.domain.deadline.office_hours import MonthDay, Session

_SESSION = re.compile(r"(\d\d):(\d\d)\s*[-–]\s*(\d\d):(\d\d)", re.ASCII)
_CLOCK = re.compile(r"\d\d:\d\d", re.ASCII)
_ISO_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_MONTH_DAY = re.compile(r"(?:--)?(\d\d)-(\d\d)", re.ASCII)
_DAY_MONTH = re.compile(r"(\d{1,2})/(\d{1,2})", re.ASCII)


def read_clock(text: str) -> time:
    """``15:00`` as a time of day.

    Raises:
        ValueError: anything else.
    """
    if not _CLOCK.fullmatch(text):
        raise ValueError(text)
    return time.fromisoformat(text)


def read_date(text: str) -> date:
    """``2026-11-24`` as a date; ValueError for anything else."""
    if not _ISO_DATE.fullmatch(text):
        raise ValueError(text)
    return date.fromisoformat(text)


def read_session(text: str) -> Session:
    """``07:30-11:30`` as a session of one day; ValueError for anything else."""
    match = _SESSION.fullmatch(text.strip())
    if match is None:
        raise ValueError(text)
    hours = [int(part) for part in match.groups()]
    if hours[0] > 23 or hours[2] > 23 or hours[1] > 59 or hours[3] > 59:
        raise ValueError(text)
    return Session(hours[0] * 60 + hours[1], hours[2] * 60 + hours[3])


def read_month_day(text: str) -> MonthDay:
    """``10-15`` (month, day) or ``15/10`` (day/month) as a day of every year."""
    if match := _MONTH_DAY.fullmatch(text):
        month, day = int(match[1]), int(match[2])
    elif match := _DAY_MONTH.fullmatch(text):
        day, month = int(match[1]), int(match[2])
    else:
        raise ValueError(text)
    # A leap year, so that 29/2 may be an end.
    return date(2024, month, day).month, day


def month_day_text(given: MonthDay | None) -> str | None:
    """As the file writes it: ``10-15``."""
    return None if given is None else f"{given[0]:02}-{given[1]:02}"
