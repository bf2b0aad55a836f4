"""The *Sổ quỹ ngày* screen's actions."""

from pathlib import Path

from app.composition.session.printer import send
from app.composition.session.session import Session
from app.composition.session.words import say
from app.domain.forms.codes import CASH_SHEET_FORM
from app.domain.money.cash_sheet import CashSheet
from app.exchange.target import Kind, Target
from app.printing.paper import Paper
from app.printing.registry import form_of
from app.usecases.money import cash, cash_day
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
        pdf = cash.cash_sheet_pdf(session.desk, session.actor, sheet)
        settings = session.settings
        profile = form_of(CASH_SHEET_FORM).profile(settings, Paper.A4)
        return send(pdf, profile, title=f"MotCua-so-quy-{sheet.day:%Y-%m-%d}-{sheet.sheet}")

    def save_sheet(sheet: CashSheet, file: Path) -> None:
        pdf = cash.cash_sheet_pdf(session.desk, session.actor, sheet)
        Target(file, Kind.PDF, session.folder, replaces=True).write(pdf)

    return CashActions(
        now=session.clock.now,
        sheets=session.bound(cash.cash_sheets),
        open_day=lambda: cash_day.open_cash_day(
            session.desk, session.actor, session.clock.now().date()
        ),
        close=close,
        print_sheet=print_sheet,
        save_sheet=save_sheet,
        say=say,
    )
