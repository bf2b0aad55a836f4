"""Moments as files and command lines write them: ISO 8601, Vietnam time unless it says else."""

import re
from datetime import datetime

from app.domain.clock import to_minute
from app.domain.errors import DeskError
from app.domain.text import cited

FIRST_YEAR, LAST_YEAR = 1900, 2199
_MOMENT = re.compile(
    r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(:\d\d([.,]\d{1,9})?)?([Zz]|[+-]\d\d(:?\d\d)?)?", re.ASCII
)


class InvalidMoment(DeskError):
    """Facts: text."""


def read_moment(text: str) -> datetime:
    """The moment in `text`, in Vietnam time, seconds dropped.

    A date alone is refused: the time of day decides due times and is never guessed.

    Raises:
        InvalidMoment: not such a moment, or outside the years 1900 to 2199.
    """
    if not _MOMENT.fullmatch(text):
        raise InvalidMoment(text=cited(text))
    try:
        moment = to_minute(datetime.fromisoformat(text.upper().replace(",", ".")))
    except (ValueError, OverflowError):
        raise InvalidMoment(text=text) from None
    if not FIRST_YEAR <= moment.year <= LAST_YEAR:
        raise InvalidMoment(text=text)
    return moment
