"""A day as people type it where it can only be past or present, read once."""

import re
from calendar import monthrange
from datetime import date

from app.domain.errors import FieldError
from app.domain.text import cited

_DAY = re.compile(r"(\d{1,2})[/.\-](\d{1,2})(?:[/.\-](\d{4}|\d{2}))?", re.ASCII)
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})?", re.ASCII)
_LEAP_YEAR = 2000


class NotADay(FieldError):
    """Facts: field, text."""


def read_day(text: str, *, today: date, field: str) -> date:
    """The day ``23/11``, ``23/11/2026`` or ``231126`` says; without a year the latest such one.

    Raises:
        NotADay: it is no day, or one to come.
    """
    cleaned = text.strip()
    match = _DAY.fullmatch(cleaned) or _RUN.fullmatch(cleaned)
    if match is not None:
        try:
            found = _day(match, today)
        except ValueError:
            found = None
        if found is not None and found <= today:
            return found
    raise NotADay(field=field, text=cited(cleaned))


class NotADayOfYear(FieldError):
    """Facts: field, text."""


def read_day_of_year(text: str, *, field: str) -> str:
    """The day of every year that ``14/12`` or ``1412`` says, as ``12-14``; empty stays empty.

    Raises:
        NotADayOfYear: it is none.
    """
    cleaned = text.strip()
    if not cleaned:
        return ""
    match = _DAY.fullmatch(cleaned) or _RUN.fullmatch(cleaned)
    if match is not None and match[3] is None:
        day, month = int(match[1]), int(match[2])
        if 1 <= month <= 12 and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]:
            return f"{month:02}-{day:02}"
    raise NotADayOfYear(field=field, text=cited(cleaned))


def _day(match: re.Match[str], today: date) -> date:
    day, month = int(match[1]), int(match[2])
    if match[3] is None:
        this_year = date(today.year, month, day)
        return this_year if this_year <= today else date(today.year - 1, month, day)
    return date(int(match[3]) + (2_000 if len(match[3]) == 2 else 0), month, day)
