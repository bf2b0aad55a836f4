"""Dates as clerks type them: ``05031985``, ``5/3/85``, or as much as is known of them."""

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
_SIGN = r"\s*[/.\- ]\s*"
_YEAR = re.compile(rf"(?:0{{1,2}}{_SIGN}0{{1,2}}{_SIGN}|0000)?(\d{{4}})", re.ASCII)
_MONTH = re.compile(
    rf"(?:0{{1,2}}{_SIGN})?(\d{{1,2}}){_SIGN}(\d{{4}})|(?:00)?(\d{{2}})(\d{{4}})", re.ASCII
)
_ISO_MONTH = re.compile(r"(\d{4})-(\d{2})", re.ASCII)
_ISO = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_OLDEST = "1850"


def read_birth_date(text: str, *, today: date, field: str = "applicant.born") -> str:
    """A birth date as stored: ISO ``1985-03-05``, ``1985-03``, a year alone ``1985``, or empty.

    What is not known may be left out or typed as zeros: ``02/1960``, ``00/02/1960``,
    ``00/00/1960``. Two-digit years mean the latest such year that is not in the future.

    Raises:
        NotADate: no such day, or not a date at all.
        DateInFuture, DateTooOld: after `today`, before 1850.
    """
    text = text.strip()
    if not text:
        return ""
    if match := _YEAR.fullmatch(text):
        born = match[1]
    elif day := _read(text, today):
        born = day.isoformat()
    else:
        born = _read_month(text)
    if not born:
        raise NotADate(field=field, text=text)
    if born > today.isoformat()[: len(born)]:
        raise DateInFuture(field=field, text=text)
    if born < _OLDEST:
        raise DateTooOld(field=field, text=text)
    return born


def show_birth_date(born: str) -> str:
    """`born` as written in Vietnam: ``05/03/1985``, ``03/1985``; a year alone and empty stay."""
    return "/".join(reversed(born.split("-")))


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


def _read_month(text: str) -> str:
    """The month `text` names, ISO ``1985-03``; empty if it names none."""
    if iso := _ISO_MONTH.fullmatch(text):
        year, month = iso[1], int(iso[2])
    elif match := _MONTH.fullmatch(text):
        year, month = match[2] or match[4], int(match[1] or match[3])
    else:
        return ""
    return f"{year}-{month:02}" if 1 <= month <= 12 else ""
