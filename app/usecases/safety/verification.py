"""Is everything on disk what it must be?"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.usecases.desk import Desk
from app.usecases.safety.dossier_check import check_dossiers
from app.usecases.safety.reporting import Report, asked, unreported
from db import inspect, inspect_books, inspect_money
from db.engine.chosen import ENGINE
from db.folder import DATABASE_FILE, NotSetUp, require_office
from db.guard import entering, swap
from db.keys import is_private, read_key
from db.stores import dossiers, ledger, outbox, prints
from db.upgrade import version_of
from db.witness.known import read_known


class NoDatabase(DeskError):
    """The data folder holds no database. Facts: path."""


_REPORTED_EACH = 50


@dataclass(frozen=True, slots=True)
class Verified:
    """What was read and found whole; `key_is_private` False is a warning, not damage."""

    dossiers: int
    ledger_rows: int
    papers: int
    key_is_private: bool


def verify_pages(folder: Path, progress: Report = unreported) -> None:
    """Authenticate every page before anything else opens the database.

    `progress` is asked now and then; what it raises ends the check.

    Raises:
        NoDatabase: there is none, nor anything else of an office.
        DatabaseMissing: the rest of its data is there.
        FolderBusy: another work holds the folder alone.
        KeyMissing, KeyFileDamaged, NotOurDatabase, PageDamaged: as named.
        NewerSchema, TrialSchema: it is of another version, and was not touched.
    """
    if not swap.is_unfinished(folder):
        _require_database(folder)
    share = entering.enter(folder, "verify")
    try:
        _require_database(folder)
        verify_pages_of_copy(folder, progress)
    finally:
        share.close()


def _require_database(folder: Path) -> None:
    try:
        require_office(folder)
    except NotSetUp:
        raise NoDatabase(path=str(folder / DATABASE_FILE)) from None


def verify_pages_of_copy(folder: Path, progress: Report = unreported) -> None:
    """The same of a copy that nobody else knows.

    Raises:
        KeyMissing, KeyFileDamaged, NotOurDatabase, PageDamaged, NewerSchema, TrialSchema: as named.
    """
    path = folder / DATABASE_FILE
    key = read_key(folder)
    version_of(path, key)
    with asked(progress) as goes_on:
        ENGINE.check_pages(path, key, goes_on)


def verify_records(desk: Desk, actor: Actor, progress: Report = unreported) -> Verified:
    """References, ledger chain, numbering, outbox, money, days, books, dossiers, stored papers.

    `progress` is told how many rows, events, dossiers and papers of how many are read; what it
    raises ends the check.

    Raises:
        Damaged: a subclass that names the first record that is wrong.
    """
    # Before the moment that is looked at: rows of those who work beside it are no missing ones.
    known = read_known(desk.folder)
    confirmed = desk.papers.confirmed()
    with (
        _reporting(progress) as step,
        desk.view(actor, Permission.VERIFY_RECORDS) as view,
        ENGINE.asking(view.connection, step.goes_on),
    ):
        connection = view.connection
        step.total = _total(connection)
        inspect.check_references(connection)
        ledger_rows = inspect.check_ledger(connection, known, desk.folder, step)
        inspect.check_numbers(connection)
        inspect.check_outbox(connection, step)
        inspect_books.check_books(connection)
        slips = check_dossiers(connection, step)
        inspect_money.check_slips(connection, slips)
        inspect_money.check_sheets(connection)
        inspect_books.check_days(connection)
        papers = inspect.check_papers(connection, desk.papers, confirmed, step)
        return Verified(
            dossiers=dossiers.count(connection),
            ledger_rows=ledger_rows,
            papers=papers,
            key_is_private=is_private(desk.folder),
        )


@dataclass(slots=True)
class _Steps:
    """Counts what is read; called for each row of the ledger, event, dossier and paper."""

    progress: Report
    goes_on: Callable[[], bool] = lambda: True
    total: int = 0
    done: int = 0

    def __call__(self) -> None:
        self.done += 1
        if self.done % _REPORTED_EACH == 0 or self.done == self.total:
            self.progress(self.done, self.total)


@contextmanager
def _reporting(progress: Report) -> Iterator[_Steps]:
    """Reports also amid what reads long without a step; what `progress` raises ends the block."""
    steps = _Steps(progress)
    with asked(lambda *_: progress(steps.done, steps.total)) as goes_on:
        steps.goes_on = goes_on
        yield steps


def _total(connection: Connection) -> int:
    rows = sum(seq for seq, _ in ledger.heads(connection).values())
    papers = len(prints.digests(connection))
    return rows + outbox.count(connection) + dossiers.count(connection) + papers
