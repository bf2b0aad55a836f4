"""An invented pile that waits for signature, and invented cash sheets."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from app.answers.certification import AwaitingSignature
from app.answers.dossier import DossierChanged
from app.domain.clock import SetClock
from app.domain.errors import DeskError
from app.domain.money.cash_sheet import CashSheet, closing_of
from app.domain.workflow.states import DossierState
from app.wording import refusals
from tests.ui.invented import LONG_NAME, MONDAY
from tests.ui.screens.dossier.invented_money import a_slip
from ui.screens.cash import CashActions
from ui.screens.cash.actions import Counted
from ui.screens.signing import SigningActions

TODAY = MONDAY.date()
NAMES = ("Hoàng Thị Mẩy", "Lý A Sềnh", LONG_NAME, "Nông Văn Quyết", "Triệu Mùi Mản")


def a_pile(count: int) -> tuple[AwaitingSignature, ...]:
    return tuple(
        AwaitingSignature(
            dossier_id=nth,
            code=f"H37.99.1-261123-{nth:04d}",
            applicant=NAMES[nth % len(NAMES)],
            version=1,
            state=DossierState.RECEIVED,
            received_at=MONDAY - timedelta(hours=2) + timedelta(minutes=nth),
            due_at=MONDAY + timedelta(minutes=5 * nth - 10) if nth % 7 else None,
            documents=1 + nth % 4,
            copies=3 + nth % 9,
            amount=6_000 * (1 + nth % 4),
        )
        for nth in range(1, count + 1)
    )


@dataclass
class Pile:
    """Dossiers that wait, and which were marked signed."""

    rows: tuple[AwaitingSignature, ...] = field(default_factory=lambda: a_pile(4))
    refuses: DeskError | None = None
    signed: list[tuple[int, ...]] = field(default_factory=list)

    def actions(self) -> SigningActions:
        return SigningActions(
            now=lambda: MONDAY,
            pile=lambda: self.rows,
            mark_signed=self.mark,
            say=refusals.say,
        )

    def mark(self, ids) -> tuple[DossierChanged, ...]:
        if self.refuses is not None:
            raise self.refuses
        self.signed.append(tuple(ids))
        self.rows = tuple(row for row in self.rows if row.dossier_id not in ids)
        return tuple(
            DossierChanged(one, f"H37.99.1-261123-{one:04d}", DossierState.FINISHED, None, 2, "0")
            for one in ids
        )


def a_sheet(count: int = 3, sheet: int = 1, first: int = 1, day: date = TODAY) -> CashSheet:
    slips = tuple(
        a_slip(
            first + nth, 6_000 + 1_000 * nth, sheet=sheet, day=day,
            payer=NAMES[nth % len(NAMES)], dossier_id=nth + 1,
            dossier_code=f"H37.99.1-261123-{nth + 1:04d}",
            at=MONDAY - timedelta(hours=2) + timedelta(seconds=20 * nth),
        )
        for nth in range(count)
    )  # fmt: skip
    return CashSheet(day, sheet, slips)


@dataclass
class Till:
    """Sheets by day."""

    days: dict[date, tuple[CashSheet, ...]] = field(default_factory=lambda: {TODAY: (a_sheet(),)})
    refuses_print: DeskError | None = None
    clock: SetClock = field(default_factory=lambda: SetClock(MONDAY))
    printed: list[CashSheet] = field(default_factory=list)
    saved: list[tuple[CashSheet, Path]] = field(default_factory=list)

    def actions(self) -> CashActions:
        return CashActions(
            now=self.clock.now,
            sheets=lambda day: self.days.get(day, (CashSheet(day, 1, ()),)),
            close=self.close,
            print_sheet=self.print_sheet,
            save_sheet=lambda sheet, file: self.saved.append((sheet, file)),
            say=refusals.say,
        )

    def close(self, sheet: CashSheet, counted: Counted) -> CashSheet:
        closing = closing_of(
            sheet, counted=counted.amount, reason=counted.reason, at=MONDAY, officer="Lan"
        )
        closed = replace(sheet, closing=closing)
        others = tuple(one for one in self.days[sheet.day] if one.sheet != sheet.sheet)
        self.days[sheet.day] = (*others, closed, CashSheet(sheet.day, sheet.sheet + 1, ()))
        return closed

    def print_sheet(self, sheet: CashSheet) -> str:
        if self.refuses_print is not None:
            raise self.refuses_print
        self.printed.append(sheet)
        return "HP LaserJet M404"
