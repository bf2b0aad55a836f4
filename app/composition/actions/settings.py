"""The settings screen's actions."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from app.answers.imports import Imported
from app.composition.session.printer import send
from app.composition.session.session import Session
from app.composition.session.words import say
from app.devices.serial_scanner import ports
from app.domain.changes import Changed
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.office_hours import WeekPlan
from app.domain.forms.codes import SCANNER_SHEET_FORM
from app.print_settings import FORM_PARTS
from app.printing.form import NO_CONTENT
from app.printing.layout.ruler import ruler_page
from app.printing.paper import Paper
from app.printing.profile import Kind, kind_of, own_profile
from app.printing.registry import form_of, paper_of_setting
from app.settings import change as change_value
from app.usecases.office import calendar as office_calendar
from app.usecases.office import settings as office
from app.usecases.queries import lookup
from app.usecases.safety import backup
from ui.operation import Report
from ui.screens.settings.actions import BackupDone, RestoreDone, SettingsActions, SettingsView
from ui.shell.printer import printer_names


def settings_actions(session: Session) -> SettingsActions:
    """Bind them to `session`."""

    def view() -> SettingsView:
        settings, calendar = (
            lookup.settings(session.desk, session.actor),
            lookup.calendar(session.desk, session.actor),
        )
        return SettingsView(
            values=office.setting_texts(settings),
            plans=calendar.plans,
            closures=calendar.closures,
            folder=str(session.folder),
            last_backup=settings.last_backup,
        )

    def change(values: dict[str, str]) -> Changed:
        return office.change_settings(session.desk, session.actor, values)[1]

    def set_plans(plans: tuple[WeekPlan, ...]) -> Imported:
        return office_calendar.set_sessions(session.desk, session.actor, plans)

    def set_closures(closures: tuple[Closure, ...]) -> Imported:
        return office_calendar.set_closures(session.desk, session.actor, closures)

    def back_up(folder: Path, progress: Report) -> BackupDone:
        made = backup.back_up(session.desk, session.actor, folder, progress=progress)
        now = session.clock.now()
        words = f"{now:%H:%M %d/%m/%Y} · {made.path}"
        office.change_setting(session.desk, session.actor, "last_backup", words[:200])
        return BackupDone(str(made.path), made.bytes, made.verified.dossiers)

    def restore(file: Path) -> RestoreDone:
        # The open database must let go of its files; the next question opens the restored one.
        session.close()
        done = backup.restore(file, session.folder, session.clock)
        return RestoreDone(str(done.folder), str(done.replaced) if done.replaced else "")

    return SettingsActions(
        view=view,
        change=change,
        set_plans=set_plans,
        set_closures=set_closures,
        printers=printer_names,
        print_test=partial(_print_test, session),
        scanner_ports=_scanner_ports,
        print_scanner_sheet=partial(_print_scanner_sheet, session),
        back_up=back_up,
        restore=restore,
        now=session.clock.now,
        say=say,
    )


def _print_test(session: Session, profile_key: str, values: Mapping[str, str]) -> str:
    """Print the ruler page of a kind of paper or a form by what the fields say, kept or not."""
    settings = lookup.settings(session.desk, session.actor)
    for key, value in values.items():
        settings = change_value(settings, key, value)
    usual = Paper(settings.paper if kind_of(settings.paper) is Kind.SHEET else Paper.A4)
    papers: dict[str, Paper] = {Kind.SLIP: Paper.ROLL_80MM, Kind.LABEL: Paper.LABEL}
    paper = paper_of_setting(settings, profile_key) or papers.get(profile_key, usual)
    is_form = profile_key in FORM_PARTS
    profile = own_profile(settings, profile_key if is_form else "", paper)
    return send(ruler_page(paper, profile), profile, title="MotCua-trang-thu")


def _scanner_ports() -> tuple[tuple[str, str], ...]:
    return tuple((port.name, port.description) for port in ports())


def _print_scanner_sheet(session: Session) -> str:
    form = form_of(SCANNER_SHEET_FORM)
    sheet = form.render(NO_CONTENT, paper=Paper.A4, copy_number=1)
    profile = form.profile(lookup.settings(session.desk, session.actor), Paper.A4)
    return send(sheet.pdf, profile, title="MotCua-may-quet")
