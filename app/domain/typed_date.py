"""Dates as clerks type them: ``05031985``, ``5/3/85``, or a year alone."""

import re
from datetime import date

from app.domain.errors import FieldError


class NotADate(FieldError):
    """Facts: field, text."""


class DateInFuture(FieldError):
    """Facts: field, text."""


class DateTooOld(FieldError):
    """Facts: field, text."""


_PARTS = re.compile(r"(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4}|\d{2})", re.ASCII)
_RUN = re.compile(r"(\d{2})(\d{2})(\d{4}|\d{2})", re.ASCII)
_YEAR = re.compile(r"\d{4}", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_OLDEST = 1850


def read_birth_date(text: str, *, today: date, field: str = "applicant.born") -> str:
    """A birth date as stored: ISO ``1985-03-05``, a year alone ``1985``, or empty.

    Two-digit years mean the latest such year that is not in the future.

    Raises:
        NotADate: no such day, or not a date at all.
        DateInFuture, DateTooOld: after `today`, before 1850.
    """
    text = text.strip()
    if not text:
        return ""
    if _YEAR.fullmatch(text):
        year = int(text)
        _check_range(date(max(year, 1), 1, 1), today, field, text)
        return text
    day = _read(text, today)
    if day is None:
        raise NotADate(field=field, text=text)
    _check_range(day, today, field, text)
    return day.isoformat()


def show_birth_date(born: str) -> str:
    """`born` as written in Vietnam: ``05/03/1985``; a year alone and empty stay as they are."""
    return f"{born[8:]}/{born[5:7]}/{born[:4]}" if len(born) == 10 else born


def _read(text: str, today: date) -> date | None:
    try:
        if _ISO.fullmatch(text):
            return date.fromisoformat(text)
        match = _PARTS.fullmatch(text) or _RUN.fullmatch(text)
        if match is None:
            return None
        day, month, year = (int(part) for part in match.groups())
        if len(match[3]) == 2:
            year += today.year - today.year % 100
            if (year, month, day) > (today.year, today.month, today.day):
                year -= 100
        return date(year, month, day)
    except ValueError:
        return None


def _check_range(day: date, today: date, field: str, text: str) -> None:
    if day > today:
        raise DateInFuture(field=field, text=text)
    if day.year < _OLDEST:
        raise DateTooOld(field=field, text=text)
