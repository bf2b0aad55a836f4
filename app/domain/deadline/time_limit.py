"""How long a procedure may take: a number and its unit (`docs/deadlines.md`, The limit)."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.errors import DeskError


class Unit(StrEnum):
    """Units a time limit is counted in; the catalogue's OTHER is not one."""

    WORKING_DAY = "WORKING_DAY"
    WORKING_HOUR = "WORKING_HOUR"
    HOUR = "HOUR"
    DAY = "DAY"
    MONTH = "MONTH"
    SAME_DAY = "SAME_DAY"
    NONE = "NONE"


class InvalidTimeLimit(DeskError):
    """Facts: text, what was given as a limit."""


WITHOUT_AMOUNT = frozenset({Unit.SAME_DAY, Unit.NONE})
MOST = 999
MOST_WORKING_HOURS = 9_999
NOT_LATER = "NOT_LATER"
_DAY_OF_YEAR = re.compile(r"(\d\d)-(\d\d)", re.ASCII)
_LEAP_YEAR = 2000


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """`amount` of `unit`; SAME_DAY and NONE have amount 0.

    `not_later` is the day of the year (``12-14``) the limit never goes beyond, empty for none.

    Raises:
        InvalidTimeLimit: the amount is not a whole number from 1 to 999 (working hours to 9,999),
            or not 0 for SAME_DAY and NONE; `not_later` is no day of a year, or stands with NONE.
    """

    unit: Unit
    amount: int = 0
    not_later: str = ""

    def __post_init__(self) -> None:
        """Refuse an amount outside the unit's range, and a day that no year has."""
        most = MOST_WORKING_HOURS if self.unit is Unit.WORKING_HOUR else MOST
        low, high = (0, 0) if self.unit in WITHOUT_AMOUNT else (1, most)
        fits = type(self.amount) is int and low <= self.amount <= high
        if not fits or not self._has_known_day:
            raise InvalidTimeLimit(text=str(self))

    def __str__(self) -> str:
        """As `parse` reads it: ``5 WORKING_DAY``, ``SAME_DAY``, ``5 DAY NOT_LATER 12-14``."""
        is_bare = self.unit in WITHOUT_AMOUNT and self.amount == 0
        count = str(self.unit) if is_bare else f"{self.amount} {self.unit}"
        return f"{count} {NOT_LATER} {self.not_later}" if self.not_later else count

    def last_day(self, start_on: date) -> date | None:
        """The day a limit that starts on `start_on` never goes beyond; None if it has none.

        That day of the year, or of the next if `start_on` lies after it; 29 February is the 28th
        where the year has none.
        """
        if not self.not_later:
            return None
        this_year = self._day_in(start_on.year)
        return self._day_in(start_on.year + 1) if start_on > this_year else this_year

    @property
    def _has_known_day(self) -> bool:
        if not self.not_later:
            return True
        found = _DAY_OF_YEAR.fullmatch(self.not_later)
        if found is None or self.unit is Unit.NONE:
            return False
        month, day = map(int, found.groups())
        return 1 <= month <= 12 and 1 <= day <= monthrange(_LEAP_YEAR, month)[1]

    def _day_in(self, year: int) -> date:
        month, day = map(int, self.not_later.split("-"))
        return date(year, month, min(day, monthrange(year, month)[1]))


def parse(text: str) -> TimeLimit:
    """Read ``5 WORKING_DAY``, ``SAME_DAY`` or ``NONE``; all but NONE may add ``NOT_LATER 12-14``.

    Raises:
        InvalidTimeLimit: anything else, among them OTHER, fractions and missing amounts.
    """
    words = text.split()
    try:
        not_later = ""
        if words[-2:-1] == [NOT_LATER]:
            *words, _, not_later = words
        if len(words) == 1:
            return TimeLimit(Unit(words[0]), not_later=not_later)
        amount, unit = words
        return TimeLimit(Unit(unit), _whole_number(amount), not_later)
    except (ValueError, InvalidTimeLimit):
        raise InvalidTimeLimit(text=text) from None


def _whole_number(text: str) -> int:
    """ASCII digits only: `int` alone would take signs, underscores and other scripts' digits."""
    if not (text.isascii() and text.isdigit()) or len(text) > 5:
        raise ValueError(text)
    return int(text)
