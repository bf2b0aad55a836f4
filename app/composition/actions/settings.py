"""The settings screen's actions."""

import contextlib
import logging
from collections.abc import Mapping
from functools import partial
from pathlib import Path

from app.answers.safety import BackupRound
from app.composition.actions.support import support_actions
from app.composition.session.printer import send
from app.composition.session.session import Session
from app.composition.session.words import in_window, say
from app.devices.serial_scanner import ports
from app.domain.actor import PROGRAM
from app.domain.changes import Changed
from app.domain.errors import Damaged, DeskError
from app.domain.forms.codes import SCANNER_SHEET_FORM
from app.domain.safety.schedule import Occasion
from app.print_settings import FORM_PARTS
from app.printing.form import NO_CONTENT
from app.printing.layout.ruler import ruler_page
from app.printing.paper import Paper
from app.printing.profile import Kind, kind_of, own_profile
from app.printing.registry import FORMS, form_of, paper_of_setting
from app.settings import change as change_value
from app.usecases.office import calendar as office_calendar
from app.usecases.office import settings as office
from app.usecases.queries import lookup
from app.usecases.safety import (
    automatic,
    backup,
    checking,
    data_facts,
    restoring,
    sticks,
    trial,
)
from app.usecases.safety.copying import BackupUnderWay
from app.usecases.safety.kept_copies import backup_state
from app.usecases.safety.watching import watched
from app.wording.marker import translatable
from db.guard.turn import BACKING_UP, turn
from ui.operation import Report
from ui.screens.settings.actions import (
    BackupDone,
    CopiesActions,
    RestoreDone,
    SettingsActions,
    SettingsView,
)
from ui.shell.printer import printer_names

_log = logging.getLogger(__name__)
_NOT_NOTED = translatable("Bản sao lưu dùng được, nhưng chưa nhớ được nơi và lúc sao lưu.")


def settings_actions(session: Session) -> SettingsActions:
    """Bind them to `session`."""

    def view() -> SettingsView:
        settings, calendar = (
            session.settings,
            lookup.calendar(session.desk, session.actor),
        )
        return SettingsView(
            values=office.setting_texts(settings),
            plans=calendar.plans,
            folder=str(session.folder),
            last_backup=settings.last_backup,
            backup_folder=settings.backup_folder,
            data=data_facts.data_facts(session.desk, session.actor),
            watched=watched(session.folder, session.clock.now()),
            unseen_forms=tuple(f"{form.code} {form.name}" for form in FORMS if form.is_unseen),
        )

    def change(values: dict[str, str]) -> Changed:
        return office.change_settings(session.desk, session.actor, values)[1]

    def back_up(folder: Path, progress: Report) -> BackupDone:
        made = backup.back_up(session.desk, session.actor, folder, progress=progress)
        return BackupDone(
            str(made.path), made.bytes, made.verified.dossiers, _noted(session, made.path)
        )

    def restore(file: Path) -> RestoreDone:
        # The open database must let go of its files; the next question opens the restored one.
        # The card has asked, and named both offices.
        save_before_restore(session)
        with turn(session.folder, BACKING_UP) as is_ours:
            if not is_ours:
                raise BackupUnderWay
            with session.closed():
                done = restoring.restore(file, session.folder, session.clock, over_other=True)
        return RestoreDone(str(done.folder), str(done.replaced) if done.replaced else "")

    return SettingsActions(
        view=view,
        change=change,
        set_plans=session.bound(office_calendar.set_sessions),
        printers=printer_names,
        print_test=partial(_print_test, session),
        scanner_ports=_scanner_ports,
        print_scanner_sheet=partial(_print_scanner_sheet, session),
        back_up=back_up,
        look=lambda file: restoring.look_into(file, session.folder, session.clock),
        restore=restore,
        support=support_actions(session),
        deep_check=lambda progress: checking.deep_check(session.desk, PROGRAM, progress),
        copies=_copies_actions(session),
        now=session.clock.now,
        say=say,
    )


def _copies_actions(session: Session) -> CopiesActions:
    def make(progress: Report) -> BackupRound:
        return automatic.back_up_to_places(
            session.desk, session.actor, Occasion.ASKED, progress=progress
        )

    return CopiesActions(
        state=session.bound(backup_state),
        make=make,
        try_out=lambda progress: trial.try_restore(session.desk, session.actor, progress=progress),
        enrol=lambda folder: (
            sticks.enrol_stick(session.desk, session.actor, folder, is_agreed=True).name
        ),
        remove=lambda number: sticks.remove_stick(session.desk, session.actor, number).name,
    )


def save_before_restore(session: Session) -> None:
    """Save what a restore is about to replace.

    Records too damaged for that are replaced all the same, and are set aside in any case.

    Raises:
        BackupUnderWay: another round reads the records that would be closed.
    """
    with contextlib.suppress(Damaged):
        found = automatic.back_up_to_places(session.desk, session.actor, Occasion.RESTORE)
        if found.is_busy:
            raise BackupUnderWay


def _noted(session: Session, file: Path) -> str:
    """Remember the backup in `file`; what is to be said if that fails: the copy stands."""
    try:
        data_facts.note_backup(session.desk, session.actor, file)
    except DeskError as error:
        return f"{in_window(_NOT_NOTED)} {say(error)}"
    except Exception:  # noqa: BLE001 - whatever it is: the copy is made
        _log.exception("after the backup")
        return in_window(_NOT_NOTED)
    return ""


def _print_test(session: Session, profile_key: str, values: Mapping[str, str]) -> str:
    """Print the ruler page of a kind of paper or a form by what the fields say, kept or not."""
    rules = lookup.rules(session.desk, session.actor)
    settings = rules.settings
    for key, value in values.items():
        settings = change_value(settings, key, value)
    usual = Paper(settings.paper if kind_of(settings.paper) is Kind.SHEET else Paper.A4)
    papers: dict[str, Paper] = {Kind.SLIP: Paper.ROLL_80MM, Kind.LABEL: Paper.LABEL}
    paper = paper_of_setting(settings, profile_key) or papers.get(profile_key, usual)
    is_form = profile_key in FORM_PARTS
    profile = own_profile(settings, profile_key if is_form else "", paper)
    return send(
        ruler_page(paper, profile, is_practice=rules.is_practice),
        profile,
        title="MotCua-trang-thu",
    )


def _scanner_ports() -> tuple[tuple[str, str], ...]:
    return tuple((port.name, port.description) for port in ports())


def _print_scanner_sheet(session: Session) -> str:
    form = form_of(SCANNER_SHEET_FORM)
    rules = lookup.rules(session.desk, session.actor)
    sheet = form.render(NO_CONTENT, paper=Paper.A4, copy_number=1, is_practice=rules.is_practice)
    profile = form.profile(rules.settings, Paper.A4)
    return send(sheet.pdf, profile, title="MotCua-may-quet")
