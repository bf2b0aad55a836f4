"""The settings screen's verbs."""

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from app.devices.serial_scanner import ports
from app.domain.answers import Imported
from app.domain.calendar_year import Closure
from app.domain.changes import Changed
from app.domain.office_hours import WeekPlan
from app.print_settings import FORM_PARTS
from app.printing.paper import Paper
from app.printing.profile import (
    SCANNER_SHEET_FORM,
    Kind,
    kind_of,
    own_profile,
    payment_paper,
    profile_of,
)
from app.printing.ruler import ruler_page
from app.printing.scanner_sheet import scanner_sheet
from app.settings import change as change_value
from app.usecases import backup, lookup, office, office_calendar
from app.wiring.printer import send
from app.wiring.session import Session
from app.wiring.tongue import say
from ui.screens.settings.actions import BackupDone, RestoreDone, SettingsActions, SettingsView
from ui.shell.printer import printer_names


def settings_actions(session: Session) -> SettingsActions:
    """Bind them to `session`."""

    def view() -> SettingsView:
        settings, calendar = lookup.settings(session.desk), lookup.calendar(session.desk)
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

    def back_up(folder: Path) -> BackupDone:
        made = backup.back_up(session.desk, folder)
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
    settings = lookup.settings(session.desk)
    for key, value in values.items():
        settings = change_value(settings, key, value)
    usual = Paper(settings.paper if kind_of(settings.paper) is Kind.SHEET else Paper.A4)
    papers = {
        Kind.SLIP: Paper.ROLL_80MM,
        Kind.LABEL: Paper.LABEL,
        "form_slip": Paper.ROLL_80MM,
        "form_label": Paper.LABEL,
        "form_payment": Paper(payment_paper(settings)),
        "form_cash_sheet": Paper.A4,
        "form_scanner_sheet": Paper.A4,
    }
    paper = papers.get(profile_key, usual)
    is_form = profile_key in FORM_PARTS
    profile = own_profile(settings, profile_key if is_form else "", paper)
    return send(ruler_page(paper, profile), profile, title="MotCua-trang-thu")


def _scanner_ports() -> tuple[tuple[str, str], ...]:
    return tuple((port.name, port.description) for port in ports())


def _print_scanner_sheet(session: Session) -> str:
    profile = profile_of(lookup.settings(session.desk), SCANNER_SHEET_FORM, Paper.A4)
    return send(scanner_sheet(), profile, title="MotCua-may-quet")
