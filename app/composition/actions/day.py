"""The *Kết thúc ngày* screen's actions."""

from collections.abc import Mapping
from pathlib import Path

from app.answers.day import ClosedDay, DaySheet
from app.composition.session.printer import send
from app.composition.session.session import Session
from app.composition.session.words import say
from app.domain.forms.codes import DAY_FORM
from app.exchange.target import Kind, Target
from app.printing.paper import Paper
from app.printing.registry import form_of
from app.usecases.day import closing, figures
from app.usecases.queries import lookup
from ui.screens.day import DayActions


def day_actions(session: Session) -> DayActions:
    """Bind them to `session`."""

    def close(explanations: Mapping[int, str]) -> ClosedDay:
        return closing.close_day(session.desk, session.actor, explanations)

    def print_sheet(sheet: DaySheet) -> str:
        pdf = closing.day_sheet_pdf(session.desk, session.actor, sheet)
        profile = form_of(DAY_FORM).profile(session.settings, Paper.A4)
        return send(pdf, profile, title=f"MotCua-ket-thuc-ngay-{sheet.day:%Y-%m-%d}-{sheet.nth}")

    def save_sheet(sheet: DaySheet, file: Path) -> None:
        pdf = closing.day_sheet_pdf(session.desk, session.actor, sheet)
        Target(file, Kind.PDF, session.folder, replaces=True).write(pdf)

    return DayActions(
        now=session.clock.now,
        calendar=session.bound(lookup.calendar),
        due_soon_hours=lambda: session.settings.due_soon_hours,
        so_far=session.bound(figures.day_so_far),
        sheets=session.bound(figures.day_sheets),
        ids=session.bound(figures.day_ids),
        rows=session.bound(lookup.rows),
        close=close,
        print_sheet=print_sheet,
        save_sheet=save_sheet,
        say=say,
    )
