"""The time a register is printed or counted for: days, a month, a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from app.domain.certification.period import NotAPeriod, read_period
from app.domain.errors import FieldError
from app.domain.text import cited
from app.domain.typed_day import NotADay, read_day

_BETWEEN = re.compile(r"\s*(?:–|—|\s-\s|[^\W\d]+)\s*")
"""A dash, or a word."""


class PeriodEndsBeforeItBegins(FieldError):
    """Facts: field, first, last."""


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both included.

    Raises:
        PeriodEndsBeforeItBegins: as named.
    """

    first: date
    last: date

    def __post_init__(self) -> None:
        """Refuse a time that ends before it begins."""
        if self.last < self.first:
            raise PeriodEndsBeforeItBegins(field="last", first=self.first, last=self.last)

    @property
    def whole_year(self) -> int | None:
        """The year, if it is a whole one."""
        return self.first.year if self == year_period(self.first.year) else None

    @property
    def whole_month(self) -> int | None:
        """The month, if it is a whole one."""
        same = self == month_period(self.first.year, self.first.month)
        return self.first.month if same else None

    @property
    def text(self) -> str:
        """As it is typed: ``2026``, ``11/2026``, ``01/11/2026 – 15/11/2026``."""
        if self.whole_year:
            return str(self.whole_year)
        if self.whole_month:
            return f"{self.whole_month:02d}/{self.first.year}"
        return f"{self.first:%d/%m/%Y} – {self.last:%d/%m/%Y}"

    @property
    def stem(self) -> str:
        """As part of a file's name: ``2026``, ``2026-11``, ``2026-11-01-2026-11-15``."""
        if self.whole_year:
            return str(self.whole_year)
        return f"{self.first:%Y-%m}" if self.whole_month else f"{self.first}-{self.last}"


def year_period(year: int) -> Period:
    """The whole of `year`."""
    return Period(date(year, 1, 1), date(year, 12, 31))


def month_period(year: int, month: int) -> Period:
    """The whole of a month."""
    return Period(date(year, month, 1), date(year, month, monthrange(year, month)[1]))


def typed_period(text: str, *, today: date, field: str) -> Period:
    """``11/2026``, ``2026``, one day (``23/11/2026``), or two with a dash or a word between them.

    Raises:
        NotAPeriod: it is none of these, or begins after today.
        PeriodEndsBeforeItBegins: as named.
    """
    cleaned = text.strip()
    try:
        year, month = read_period(cleaned, field=field)
    except NotAPeriod:
        return _days(cleaned, today=today, field=field)
    return month_period(year, month) if month else year_period(year)


def _days(text: str, *, today: date, field: str) -> Period:
    parts = _BETWEEN.split(text)
    try:
        days = [read_day(part, today=today, field=field) for part in parts]
    except NotADay:
        days = []
    if len(days) not in {1, 2}:
        raise NotAPeriod(field=field, text=cited(text))
    return Period(days[0], days[-1])
