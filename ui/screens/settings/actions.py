"""What the settings screen asks of the desk."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from app.answers.imports import Imported
from app.answers.safety import BackupRound, BackupState, DataFacts, TrialFacts
from app.answers.watched import Watched
from app.domain.changes import Changed
from app.domain.deadline.office_hours import WeekPlan
from app.domain.errors import DeskError
from ui.operation import Report
from ui.support import SupportActions


@dataclass(frozen=True, slots=True)
class SettingsView:
    """Everything the screen shows; `values` are the settings as texts, as they are stored.

    `unseen_forms` are forms whose official layout nobody here has seen.
    """

    values: Mapping[str, str]
    plans: tuple[WeekPlan, ...]
    folder: str
    last_backup: str = ""
    backup_folder: str = ""
    data: DataFacts | None = None
    watched: Watched | None = None
    unseen_forms: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class BackupDone:
    """A backup was written, opened and checked; `warning` says what of the rest failed."""

    path: str
    size: int
    dossiers: int
    warning: str = ""


@dataclass(frozen=True, slots=True)
class RestoreDone:
    """The data folder holds the backup; `replaced` is where the former data lies, if any."""

    folder: str
    replaced: str


class CopiesActions(NamedTuple):
    """About the copies made by themselves; all run outside, since a place may be slow.

    Attributes:
        state: every place with its copies.
        make: copies to every place that can be reached, reporting its progress.
        try_out: restores a copy for a trial, reporting its progress; None without any.
        enrol: lets the stick a folder lies on get copies; what it is called. It was agreed to.
        remove: lets a stick (its number) get none; what it is called.
    """

    state: Callable[[], BackupState]
    make: Callable[[Report], BackupRound]
    try_out: Callable[[Report], TrialFacts | None]
    enrol: Callable[[Path], str]
    remove: Callable[[str], str]


@dataclass(frozen=True, slots=True)
class SettingsActions:
    """Synchronous calls; those marked outside run beside the records.

    Attributes:
        view: everything as it stands.
        change: sets several keys at once, all or none; what kinds of record changed.
        set_plans: sets the weekly sessions with their seasons.
        printers: (outside) names of the printers of this machine.
        print_test: (outside) prints the ruler page of a kind of paper, or of a form by the key
            of its setting, by these settings; where.
        scanner_ports: (outside) serial ports of this machine, each with what it says of itself.
        print_scanner_sheet: (outside) prints the page that sets a scanner up; where.
        back_up: (outside) one verified backup file in a folder, reporting its progress.
        look: (outside) what a backup holds, before it is put in place.
        restore: (outside) puts a backup in place; what was there is moved aside, never destroyed.
        support: writes the support bundle.
        deep_check: (outside) checks everything, reporting how far it is.
        copies: about the copies made by themselves.
        now: the clock.
        say: words for refusals.
    """

    view: Callable[[], SettingsView]
    change: Callable[[dict[str, str]], Changed]
    set_plans: Callable[[tuple[WeekPlan, ...]], Imported]
    printers: Callable[[], tuple[str, ...]]
    print_test: Callable[[str, Mapping[str, str]], str]
    scanner_ports: Callable[[], tuple[tuple[str, str], ...]]
    print_scanner_sheet: Callable[[], str]
    back_up: Callable[[Path, Report], BackupDone]
    look: Callable[[Path], DataFacts]
    restore: Callable[[Path], RestoreDone]
    support: SupportActions
    deep_check: Callable[[Report], object]
    copies: CopiesActions
    now: Callable[[], datetime]
    say: Callable[[DeskError], str]
