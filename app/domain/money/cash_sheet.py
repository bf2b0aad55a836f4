"""A day's cash sheet: every slip of it, sums by officer and method, and how it was closed.

A day begins with sheet 1 and an opening of 0. A closed sheet never changes: money that comes in
later the same day goes on the next sheet of that day. It is not refused, since money taken must
get its slip at once, nor moved to another day, since a day's sheets together are what the bank and
the treasury see of that day.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.errors import DeskError
from app.domain.money.payment import Method, Payment, PaymentKind, SlipNumber


@dataclass(frozen=True, slots=True)
class Sum:
    """What one officer took and gave back by one method; `reversed` counts refunds and voids."""

    officer: str
    method: Method
    collected: int
    reversed: int

    @property
    def net(self) -> int:
        """What is left of it."""
        return self.collected - self.reversed


@dataclass(frozen=True, slots=True)
class Closing:
    """A sheet counted and closed: `difference` is counted less expected, with its reason."""

    at: datetime
    officer: str
    counted: int
    difference: int
    reason: str


@dataclass(frozen=True, slots=True)
class CashSheet:
    """Sheet `sheet` of `day`, slips in order of their numbers."""

    day: date
    sheet: int
    slips: tuple[Payment, ...]
    closing: Closing | None = None

    @property
    def sums(self) -> tuple[Sum, ...]:
        """One for each officer and method, in order of name."""
        found: dict[tuple[str, Method], list[int]] = {}
        for slip in self.slips:
            pair = found.setdefault((slip.officer, slip.method), [0, 0])
            pair[slip.kind is not PaymentKind.COLLECT] += slip.amount
        return tuple(Sum(*key, *found[key]) for key in sorted(found))

    def total(self, method: Method) -> int:
        """Collected less given back by `method`; for cash, what the drawer must hold."""
        return sum(slip.signed for slip in self.slips if slip.method is method)

    @property
    def spans(self) -> tuple[tuple[SlipNumber, SlipNumber], ...]:
        """The first and last slip of each series on the sheet, the office's own series first."""
        return tuple((numbers[0], numbers[-1]) for numbers in self._by_series())

    @property
    def missing(self) -> tuple[SlipNumber, ...]:
        """Numbers between the first and the last slip of a series that stand elsewhere.

        None, unless the machine's clock was moved or a restore left numbers out.
        """
        found: list[SlipNumber] = []
        for numbers in self._by_series():
            there = {each.number for each in numbers}
            gaps = (n for n in range(numbers[0].number, numbers[-1].number) if n not in there)
            found.extend(replace(numbers[0], number=n) for n in gaps)
        return tuple(found)

    def _by_series(self) -> list[list[SlipNumber]]:
        series: dict[tuple[int, int], list[SlipNumber]] = {}
        for slip in self.slips:
            series.setdefault((slip.slip.station, slip.slip.year), []).append(slip.slip)
        return [sorted(series[key], key=lambda each: each.number) for key in sorted(series)]


class AlreadyClosed(DeskError):
    """The sheet was closed before; it is closed once. Facts: day, sheet."""


class NothingToClose(DeskError):
    """The sheet has no slip. Facts: day."""


class DifferenceUnexplained(DeskError):
    """Counted and expected cash differ and no reason was given. Facts: expected, counted."""


class NoSuchSheet(DeskError):
    """The day has no such sheet yet. Facts: day, sheet."""


def closing_of(
    sheet: CashSheet, *, counted: int, reason: str, at: datetime, officer: str
) -> Closing:
    """How `sheet` is closed with `counted` đồng in the drawer.

    Raises:
        AlreadyClosed, NothingToClose, DifferenceUnexplained: as named.
    """
    if sheet.closing is not None:
        raise AlreadyClosed(day=sheet.day, sheet=sheet.sheet)
    if not sheet.slips:
        raise NothingToClose(day=sheet.day)
    expected = sheet.total(Method.CASH)
    if counted != expected and not reason:
        raise DifferenceUnexplained(expected=expected, counted=counted)
    return Closing(at, officer, counted, counted - expected, reason)


def net(sheets: Iterable[CashSheet], method: Method) -> int:
    """What several sheets come to by `method`."""
    return sum(sheet.total(method) for sheet in sheets)
