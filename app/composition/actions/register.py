"""The *Sổ theo dõi* screen's actions."""

from pathlib import Path

from app.answers.register import RegisterSums
from app.composition.session.printer import send
from app.composition.session.session import Session
from app.composition.session.words import say
from app.domain.forms.codes import REGISTER_FORM
from app.domain.register.period import Period
from app.exchange.target import Kind, Target
from app.printing.paper import Paper
from app.printing.registry import form_of
from app.usecases.queries import lookup, register
from ui.operation import Report
from ui.screens.register import RegisterActions


def register_actions(session: Session) -> RegisterActions:
    """Bind them to `session`."""

    def save(period: Period, file: Path, report: Report) -> RegisterSums:
        kind = Kind.PDF if file.suffix.lower() == ".pdf" else Kind.XLSX
        target = Target(file, kind, session.folder, replaces=True)
        return register.write_register(session.desk, session.actor, period, target, report)

    def print_register(period: Period, report: Report) -> str:
        pdf = register.register_pdf(session.desk, session.actor, period, report)
        profile = form_of(REGISTER_FORM).profile(session.settings, Paper.A4)
        return send(pdf, profile, title=f"MotCua-so-theo-doi-{period.stem}")

    return RegisterActions(
        now=session.clock.now,
        calendar=session.bound(lookup.calendar),
        due_soon_hours=lambda: session.settings.due_soon_hours,
        figures=session.bound(register.register_figures),
        ids=session.bound(register.figure_ids),
        rows=session.bound(lookup.rows),
        save=save,
        print_register=print_register,
        say=say,
    )
