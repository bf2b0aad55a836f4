"""Weekly sessions as an office types them: ``7:30-11:30, 13:00-17:00``; seasons as ``15/10``."""

import re
from datetime import date
from itertools import pairwise

from app.domain.deadline.office_hours import MonthDay, Session, Sessions
from app.domain.errors import FieldError


class NotSessions(FieldError):
    """Facts: field, text."""


class NotASeason(FieldError):
    """Facts: field, text."""


_SESSION = re.compile(
    r"(\d{1,2})\s*[:hg]\s*(\d{2})?\s*[-–]\s*(\d{1,2})\s*[:hg]\s*(\d{2})?", re.ASCII
)
_MONTH_DAY = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})", re.ASCII)
_DATE = re.compile(r"(\d{1,2})\s*[/.\-]\s*(\d{1,2})\s*[/.\-]\s*(\d{4})", re.ASCII)


def read_sessions(text: str, *, field: str) -> Sessions:
    """The sessions of one weekday; an empty text or "nghỉ" is a day off.

    Raises:
        NotSessions: not times, empty sessions, or sessions that overlap.
    """
    cleaned = text.strip()
    if not cleaned or cleaned.casefold() in {"nghỉ", "nghi", "-", "–"}:
        return ()
    found = []
    for part in re.split(r"[,;]", cleaned):
        match = _SESSION.fullmatch(part.strip())
        if match is None:
            raise NotSessions(field=field, text=text[:60])
        opens, closes = (
            int(hour) * 60 + int(minute or 0)
            for hour, minute in (match.groups()[:2], match.groups()[2:])
        )
        try:
            found.append(Session(opens, closes))
        except ValueError:
            raise NotSessions(field=field, text=text[:60]) from None
    found.sort()
    if any(one.closes > other.opens for one, other in pairwise(found)):
        raise NotSessions(field=field, text=text[:60])
    return tuple(found)


def show_sessions(sessions: Sessions) -> str:
    """``07:30-11:30, 13:00-17:00``; a day off is "nghỉ"."""
    return ", ".join(str(session) for session in sessions) or "nghỉ"


def read_month_day(text: str, *, field: str) -> MonthDay:
    """``15/10`` as (10, 15).

    Raises:
        NotASeason: no such day of a year.
    """
    match = _MONTH_DAY.fullmatch(text.strip())
    if match is not None:
        try:
            day = date(2024, int(match[2]), int(match[1]))
        except ValueError:
            pass
        else:
            return day.month, day.day
    raise NotASeason(field=field, text=text[:40])


def read_day(text: str, *, field: str) -> date:
    """``15/10/2026`` as a date.

    Raises:
        NotASeason: no such day.
    """
    match = _DATE.fullmatch(text.strip())
    if match is not None:
        try:
            return date(int(match[3]), int(match[2]), int(match[1]))
        except ValueError:
            pass
    raise NotASeason(field=field, text=text[:40])
