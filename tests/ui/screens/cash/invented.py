"""An invented pile that waits for signature, and invented cash sheets."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from pathlib import Path

from app.answers.certification import (
    AwaitingSignature,
    BookBlockState,
    BookClosing,
    BookPrint,
)
from app.answers.dossier import DossierChanged
from app.domain.certification.blocks import BookBlock, Span
from app.domain.certification.books import Book
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
from ui.screens.signing.actions import BookActions

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
    books: list[tuple[str, object]] = field(default_factory=list)
    taken_back: list[tuple[int, ...]] = field(default_factory=list)

    def actions(self) -> SigningActions:
        return SigningActions(
            now=lambda: MONDAY,
            pile=lambda: self.rows,
            mark_signed=self.mark,
            books=BookActions(
                station=1,
                now=lambda: MONDAY,
                book=self.book,
                print_book=lambda printed: self.said("printed", printed) or "HP",
                save_book=lambda printed, file: self.said("saved", printed),
                open_volume=lambda book: self.said("volume", book) or f"02/2026-{book}",
                close_book=self.close_book,
                say=refusals.say,
            ),
            take_back=self.take_back,
            say=refusals.say,
        )

    def take_back(self, ended) -> tuple[DossierChanged, ...]:
        received = DossierState.RECEIVED
        self.taken_back.append(tuple(one.dossier_id for one in ended))
        return tuple(
            DossierChanged(one.dossier_id, "H37.99.1-261123-0001", received, None, 3, "0")
            for one in ended
        )

    def said(self, what: str, about: object) -> None:
        if self.refuses is not None:
            raise self.refuses
        self.books.append((what, about))

    def book(self, book: Book, year: int, month: int | None) -> BookPrint:
        states = (
            BookBlockState(BookBlock(Span(1, 3_000), 1), 57, (Span(58, 3_000),)),
            BookBlockState(BookBlock(Span(3_001, 6_000), 2), 0, (Span(3_001, 6_000),)),
        )
        return BookPrint(book, year, month, (), states)

    def close_book(self, book: Book, year: int) -> BookPrint:
        self.said("closed", (book, year))
        closing = BookClosing(MONDAY, "Hoàng Thị Lan", 57, "58–3000")
        return replace(self.book(book, year, None), closing=closing)

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
            open_day=self.open_day,
            close=self.close,
            print_sheet=self.print_sheet,
            save_sheet=lambda sheet, file: self.saved.append((sheet, file)),
            say=refusals.say,
        )

    def open_day(self) -> CashSheet:
        opened = CashSheet(TODAY, 1, (), opening=500_000, opened_at=MONDAY)
        self.days[TODAY] = (opened,)
        return opened

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
