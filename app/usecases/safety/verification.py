"""Is everything on disk what it must be?"""

from dataclasses import dataclass
from pathlib import Path

from app.domain.actor import Actor
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.usecases.desk import Desk
from app.usecases.safety.dossier_check import check_dossiers
from db import inspect, inspect_money
from db.engine.chosen import ENGINE
from db.folder import DATABASE_FILE
from db.keys import is_private, read_key
from db.stores import dossiers
from db.upgrade import version_of


class NoDatabase(DeskError):
    """The data folder holds no database. Facts: path."""


@dataclass(frozen=True, slots=True)
class Verified:
    """What was read and found whole; `key_is_private` False is a warning, not damage."""

    dossiers: int
    ledger_rows: int
    papers: int
    key_is_private: bool


def verify_pages(folder: Path) -> None:
    """Authenticate every page before anything else opens the database.

    Raises:
        NoDatabase: there is none.
        KeyMissing, KeyFileDamaged, NotOurDatabase, PageDamaged: as named.
        NewerSchema, TrialSchema: it is of another version, and was not touched.
    """
    path = folder / DATABASE_FILE
    if not path.exists():
        raise NoDatabase(path=str(path))
    key = read_key(folder)
    version_of(path, key)
    ENGINE.check_pages(path, key)


def verify_records(desk: Desk, actor: Actor) -> Verified:
    """References, ledger chain, numbering, outbox, money and stored papers, in that order.

    Raises:
        Damaged: a subclass that names the first record that is wrong.
    """
    with desk.view(actor, Permission.VERIFY_RECORDS) as view:
        connection = view.connection
        inspect.check_references(connection)
        ledger_rows = inspect.check_ledger(connection, desk.folder)
        inspect.check_numbers(connection)
        inspect.check_outbox(connection)
        inspect_money.check_slips(connection)
        inspect_money.check_sheets(connection)
        check_dossiers(connection)
        papers = inspect.check_papers(connection, desk.papers)
        return Verified(
            dossiers=dossiers.count(connection),
            ledger_rows=ledger_rows,
            papers=papers,
            key_is_private=is_private(desk.folder),
        )
