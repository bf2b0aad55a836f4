"""What the *Sổ quỹ ngày* screen asks of the desk."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.domain.errors import DeskError
from app.domain.money.cash_sheet import CashSheet


@dataclass(frozen=True, slots=True)
class Counted:
    """The drawer as it was counted: đồng, and why it differs if it does."""

    amount: int
    reason: str


@dataclass(frozen=True, slots=True)
class CashActions:
    """Synchronous calls on the records queue; those marked outside run beside the records.

    Attributes:
        now: the clock.
        sheets: the sheets of a day, the open one last.
        open_day: today is opened with the float of the settings; its last sheet.
        close: a sheet is closed for good; may raise `DeskError`.
        print_sheet: (outside) hands a sheet to the A4 printer; its name.
        save_sheet: (outside) writes a sheet as PDF to a file.
        say: the sentence of a refusal.
    """

    now: Callable[[], datetime]
    sheets: Callable[[date], tuple[CashSheet, ...]]
    open_day: Callable[[], CashSheet]
    close: Callable[[CashSheet, Counted], CashSheet]
    print_sheet: Callable[[CashSheet], str]
    save_sheet: Callable[[CashSheet, Path], None]
    say: Callable[[DeskError], str]
