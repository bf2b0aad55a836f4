"""The time a book is printed for, as people type it: a month, or a year."""

import re

from app.domain.errors import FieldError
from app.domain.text import cited

_PERIOD = re.compile(r"(?:(\d{1,2})\s*[/.-]\s*)?(2[01]\d{2})", re.ASCII)


class NotAPeriod(FieldError):
    """Facts: field, text."""


def read_period(text: str, *, field: str) -> tuple[int, int | None]:
    """Year and month of ``11/2026``, or the whole year (None) of ``2026``.

    Raises:
        NotAPeriod: it is neither.
    """
    match = _PERIOD.fullmatch(text.strip())
    month = int(match[1]) if match and match[1] else None
    if match is None or (month is not None and not 1 <= month <= 12):
        raise NotAPeriod(field=field, text=cited(text.strip()))
    return int(match[2]), month
