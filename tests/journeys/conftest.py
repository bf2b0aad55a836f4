"""An office on a Monday morning, its printer, and clerks who sit down at it."""

import logging
from datetime import datetime

import pytest

from app.composition.session import printer
from app.domain.clock import VIETNAM, SetClock
from tests.builders import a_desk
from tests.journeys.clerk import Clerk
from ui.shell.printer import PrintFailed, PrintTarget, print_pdf

EARLY = datetime(2026, 11, 23, 8, 5, tzinfo=VIETNAM)


@pytest.fixture
def clock():
    """Monday 23/11/2026, 8:05; Tuesday is a day off."""
    return SetClock(EARLY)


@pytest.fixture
def folder(tmp_path):
    """Where the data lies; nothing is there yet."""
    return tmp_path / "data"


@pytest.fixture
def office(folder):
    """A data folder of an office without any dossier."""
    a_desk(folder, EARLY).close()
    return folder


@pytest.fixture(autouse=True)
def nothing_said_of_the_platform():
    """Offscreen, Qt says of every window what the platform lacks; the open desk would log it."""

    def is_about_windows(record: logging.LogRecord) -> bool:
        return "This plugin does not support" not in record.getMessage()

    log = logging.getLogger("motcua.qt")
    log.addFilter(is_about_windows)
    yield
    log.removeFilter(is_about_windows)


@pytest.fixture
def sit(qtbot, qapp, folder, clock):
    """Let a clerk sit down at the data folder; who is still there at the end goes home."""
    clerks = []

    def sit_down(**more) -> Clerk:
        clerk = Clerk(qtbot, folder, clock, **more).sit_down()
        clerks.append(clerk)
        return clerk

    yield sit_down
    for clerk in clerks:
        clerk.leave()


class Tray:
    """What the printer gave out: one PDF a job, as given in `papers`; while `is_jammed` none."""

    def __init__(self, folder) -> None:
        self.folder = folder
        self.jobs: list[str] = []
        self.papers: list[bytes] = []
        self.is_jammed = False

    def print_pdf(self, pdf: bytes, target: PrintTarget, *, title: str) -> str:
        if self.is_jammed:
            raise PrintFailed(printer="May-in-quay-1")
        self.jobs.append(title)
        self.papers.append(pdf)
        self.folder.mkdir(exist_ok=True)
        file = self.folder / f"{len(self.jobs)}.pdf"
        print_pdf(pdf, PrintTarget(file=str(file)), title=title)
        return "May-in-quay-1"


@pytest.fixture
def tray(monkeypatch, tmp_path):
    """A printer that prints to files."""
    tray = Tray(tmp_path / "tray")
    monkeypatch.setattr(printer, "print_pdf", tray.print_pdf)
    return tray
