"""How long a procedure may take: a number and its unit (`docs/deadlines.md`, The limit)."""

from dataclasses import dataclass
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


_WITHOUT_AMOUNT = frozenset({Unit.SAME_DAY, Unit.NONE})
MOST = 999
MOST_WORKING_HOURS = 9_999


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """`amount` of `unit`; SAME_DAY and NONE have amount 0.

    Raises:
        InvalidTimeLimit: the amount is not a whole number from 1 to 999 (working hours to 9,999),
            or not 0 for SAME_DAY and NONE.
    """

    unit: Unit
    amount: int = 0

    def __post_init__(self) -> None:
        """Refuse an amount outside the unit's range."""
        most = MOST_WORKING_HOURS if self.unit is Unit.WORKING_HOUR else MOST
        low, high = (0, 0) if self.unit in _WITHOUT_AMOUNT else (1, most)
        if type(self.amount) is not int or not low <= self.amount <= high:
            raise InvalidTimeLimit(text=f"{self.amount} {self.unit}")

    def __str__(self) -> str:
        """As `parse` reads it: ``5 WORKING_DAY``, ``SAME_DAY``."""
        return str(self.unit) if self.unit in _WITHOUT_AMOUNT else f"{self.amount} {self.unit}"


def parse(text: str) -> TimeLimit:
    """Read ``5 WORKING_DAY``, ``SAME_DAY`` or ``NONE``.

    Raises:
        InvalidTimeLimit: anything else, among them OTHER, fractions and missing amounts.
    """
    words = text.split()
    try:
        if len(words) == 1:
            return TimeLimit(Unit(words[0]))
        amount, unit = words
        return TimeLimit(Unit(unit), _whole_number(amount))
    except (ValueError, InvalidTimeLimit):
        raise InvalidTimeLimit(text=text) from None


def _whole_number(text: str) -> int:
    """ASCII digits only: `int` alone would take signs, underscores and other scripts' digits."""
    if not (text.isascii() and text.isdigit()) or len(text) > 5:
        raise ValueError(text)
    return int(text)
