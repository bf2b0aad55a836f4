"""The actions of the *Sổ theo dõi* and *Danh sách hồ sơ* screens."""

from array import array
from collections.abc import Sequence
from pathlib import Path

from app.answers.board_view import BoardView
from app.answers.register import RegisterSums
from app.composition.session.printer import send
from app.composition.session.session import Session
from app.composition.session.words import say
from app.domain.forms.codes import REGISTER_FORM
from app.domain.register.period import Period
from app.exchange.target import Kind, Target
from app.printing.paper import Paper
from app.printing.registry import form_of
from app.usecases.dossier.batch import finish_many
from app.usecases.queries import listing, lookup, register
from ui.operation import Report
from ui.screens.lists import ListsActions
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


def lists_actions(session: Session) -> ListsActions:
    """Bind them to `session`."""

    def ids(which: BoardView | None) -> "array[int]":
        return listing.list_ids(session.desk, session.actor, which, session.clock.now())

    def save(found: Sequence[int], file: Path, report: Report) -> int:
        target = Target(file, Kind.XLSX, session.folder, replaces=True)
        return listing.write_list(session.desk, session.actor, found, target, report)

    return ListsActions(
        now=session.clock.now,
        calendar=session.bound(lookup.calendar),
        due_soon_hours=lambda: session.settings.due_soon_hours,
        choices=session.bound(listing.list_choices),
        ids=ids,
        matching=session.bound(listing.matching),
        in_order=session.bound(listing.in_order),
        rows=session.bound(lookup.rows),
        id_of=session.bound(lookup.dossier_id_of),
        finish=session.bound(finish_many),
        save=save,
        say=say,
    )
