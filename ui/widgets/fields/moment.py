"""Clock times as clerks type them: ``8:15``, ``0815``, ``8h15 23/11``, with or without a day."""

import re
from datetime import date, datetime, time

from app.domain.clock import VIETNAM, in_vietnam, time_and_day
from app.domain.errors import FieldError


class NotAMoment(FieldError):
    """Facts: field, text."""


_TIME = r"(?P<hour>\d{1,2})\s*(?:[:hg]|giờ)\s*(?P<minute>\d{2})?(?:\s*(?:phút|p))?"
_RUN = r"(?P<hour>\d{2})(?P<minute>\d{2})"
_DAY = r"(?P<day>\d{1,2})[/.\-](?P<month>\d{1,2})(?:[/.\-](?P<year>\d{4}|\d{2}))?"
_SHAPES = tuple(
    re.compile(shape, re.ASCII | re.IGNORECASE)
    for clock in (_TIME, _RUN)
    for shape in (rf"{clock}(?:[\s,]+{_DAY})?", rf"{_DAY}[\s,]+{clock}")
)


def read_moment(
    text: str, *, now: datetime, field: str, is_coming: bool = False
) -> datetime | None:
    """The moment `text` says, None for an empty text.

    Without a day it is today; without a year the latest such day that is not in the future, or of
    one that `is_coming` the next that is not past.

    Raises:
        NotAMoment: not a time of day with or without a date.
    """
    cleaned = " ".join(text.split())
    if not cleaned:
        return None
    now = in_vietnam(now)
    for shape in _SHAPES:
        if match := shape.fullmatch(cleaned):
            try:
                return _moment(match.groupdict(), now, is_coming=is_coming)
            except ValueError:
                break
    raise NotAMoment(field=field, text=text[:40])


def show_moment(moment: datetime) -> str:
    """`moment` as it is typed back: ``08:15 23/11/2026``."""
    return time_and_day(in_vietnam(moment))


def _moment(parts: dict[str, str | None], now: datetime, *, is_coming: bool) -> datetime:
    clock = time(int(parts["hour"] or 0), int(parts["minute"] or 0))
    return datetime.combine(_day(parts, now.date(), is_coming=is_coming), clock, VIETNAM)


def _day(parts: dict[str, str | None], today: date, *, is_coming: bool) -> date:
    if not parts.get("day") or not parts.get("month"):
        return today
    day, month = int(parts["day"] or 0), int(parts["month"] or 0)
    year = parts.get("year")
    if year is None:
        this_year = date(today.year, month, day)
        if is_coming:
            return this_year if this_year >= today else date(today.year + 1, month, day)
        return this_year if this_year <= today else date(today.year - 1, month, day)
    return date(int(year) + (2000 if len(year) == 2 else 0), month, day)
