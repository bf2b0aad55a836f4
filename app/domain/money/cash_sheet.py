"""A day's cash sheet: every slip of it, sums by officer and method, and how it was closed.

A day begins with sheet 1 and the opening float of the drawer, which stays in it from sheet to sheet
and is frozen when the day is opened or its first slip is written. A closed sheet never changes:
money that comes in later the same day goes on the next sheet of that day. It is not refused, since
money taken must get its slip at once, nor moved to another day, since a day's sheets together are
what the bank and the treasury see of that day.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime

from app.domain.actor import officer_key
from app.domain.errors import DeskError
from app.domain.look_alikes import tidy
from app.domain.money.fee import dong
from app.domain.money.payment import Method, Payment, PaymentKind, SlipNumber
from app.domain.text import fold

SHEET_SERIES = "BK"
"""Symbol of the run in which closed sheets are numbered through the year."""


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
class OpenSum:
    """Money still due though the result was handed over, with the reason; `amount` in đồng."""

    dossier_id: int
    dossier_code: str
    applicant: str
    amount: int
    reason: str
    returned_at: datetime


@dataclass(frozen=True, slots=True)
class Closing:
    """A sheet counted and closed: `difference` is counted less expected, with its reason.

    `number` is that of the paper in its year's run, `series` the station whose run it is (0: the
    office's); 0 before it is given one, and on sheets closed before there were such numbers.
    """

    at: datetime
    officer: str
    counted: int
    difference: int
    reason: str
    number: int = 0
    series: int = 0


@dataclass(frozen=True, slots=True)
class CashSheet:
    """Sheet `sheet` of `day`, slips in order of their numbers; what was still open by that day.

    `opened_at` says when the float of the day was frozen: it was opened, or a slip was written.
    """

    day: date
    sheet: int
    slips: tuple[Payment, ...]
    closing: Closing | None = None
    opening: int = 0
    open_sums: tuple[OpenSum, ...] = ()
    opened_at: datetime | None = None

    @property
    def expected(self) -> int:
        """What the drawer must hold; below 0, what was paid out of other money."""
        return self.opening + self.total(Method.CASH)

    @property
    def sums(self) -> tuple[Sum, ...]:
        """One for each officer and method, in order of name; one officer however it was spelled."""
        found: dict[tuple[str, Method], list[int]] = {}
        spelled: dict[str, str] = {}
        for slip in self.slips:
            officer = spelled.setdefault(officer_key(slip.officer), tidy(slip.officer))
            pair = found.setdefault((officer, slip.method), [0, 0])
            pair[slip.kind is not PaymentKind.COLLECT] += slip.amount
        # Đ stands after D, not after Z.
        by_name = sorted(found, key=lambda key: (fold(key[0]), *key))
        return tuple(Sum(*key, *found[key]) for key in by_name)

    def total(self, method: Method) -> int:
        """Collected less given back by `method`; for cash, what moved in the drawer."""
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
    difference = difference_of(sheet.expected, counted)
    if difference and not reason:
        raise DifferenceUnexplained(expected=dong(sheet.expected), counted=dong(counted))
    return Closing(at, officer, counted, difference, reason)


def difference_of(expected: int, counted: int) -> int:
    """What is in the drawer beyond what must be; below 0 what is missing.

    Where more was paid out than the drawer had, an empty drawer balances: what was paid out of
    other money is no surplus. It may be counted as the sum below 0 as well.
    """
    return counted - (max(expected, 0) if counted >= 0 else expected)


def net(sheets: Iterable[CashSheet], method: Method) -> int:
    """What several sheets come to by `method`."""
    return sum(sheet.total(method) for sheet in sheets)
