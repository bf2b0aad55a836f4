"""The *Sổ quỹ ngày* screen's verbs."""

from pathlib import Path

from app.domain.cash_sheet import CashSheet
from app.exchange.files import write_file
from app.printing.paper import Paper
from app.printing.profile import CASH_SHEET_FORM, profile_of
from app.usecases import cash, lookup
from app.wiring.printer import send
from app.wiring.session import Session
from app.wiring.tongue import say
from ui.screens.cash import CashActions
from ui.screens.cash.actions import Counted


def cash_actions(session: Session) -> CashActions:
    """Bind them to `session`."""

    def close(sheet: CashSheet, counted: Counted) -> CashSheet:
        return cash.close_cash_sheet(
            session.desk,
            session.actor,
            sheet.day,
            counted=counted.amount,
            reason=counted.reason,
            number=sheet.sheet,
        )

    def print_sheet(sheet: CashSheet) -> str:
        pdf = cash.cash_sheet_pdf(session.desk, sheet)
        profile = profile_of(lookup.settings(session.desk), CASH_SHEET_FORM, Paper.A4)
        return send(pdf, profile, title=f"MotCua-so-quy-{sheet.day:%Y-%m-%d}-{sheet.sheet}")

    def save_sheet(sheet: CashSheet, file: Path) -> None:
        write_file(file, cash.cash_sheet_pdf(session.desk, sheet))

    return CashActions(
        now=session.clock.now,
        sheets=lambda day: cash.cash_sheets(session.desk, day),
        close=close,
        print_sheet=print_sheet,
        save_sheet=save_sheet,
        say=say,
    )
