"""Small offices to do things in: of today's schema, of older ones, or none yet."""

import atexit
import os
import shutil
import tempfile
from contextlib import contextmanager
from datetime import datetime, time
from functools import cache
from pathlib import Path
from unittest import mock

from sqlcipher3 import dbapi2

from app.domain.clock import VIETNAM, SetClock
from app.exchange.catalogue.seed import load_seed
from app.usecases.office import opening
from db.keys import read_key
from tests.builders import MONDAY, OFFICE, a_dossier
from tests.db.older import at_schema

_PROCEDURES = frozenset({"1.004873", "2.000815"})


def in_memory() -> Path | None:
    """Where folders lie that need no real disk; None: wherever temporary files do."""
    shared = Path("/dev/shm")
    return shared if os.access(shared, os.W_OK) else None


@contextmanager
def few_procedures():
    """Offices made in the block know two procedures: a hundredth of the catalogue's pages."""
    few = tuple(one for one in load_seed() if one.code in _PROCEDURES)
    with mock.patch.object(opening, "load_seed", return_value=few):
        yield


@cache
def small_office() -> Path:
    """An untouched office; made once a process, then copied."""
    kept = tempfile.TemporaryDirectory(dir=in_memory())
    atexit.register(kept.cleanup)
    folder = Path(kept.name) / "data"
    clock = SetClock(datetime.combine(MONDAY.date(), time.min, VIETNAM))
    with few_procedures():
        opening.make_office(folder, clock, OFFICE).close()
    return folder


def new_home(base: Path, office: Path | None) -> Path:
    """An empty place for one scene, with a stick and a copy of `office` (None: no office yet)."""
    home = Path(tempfile.mkdtemp(dir=in_memory() or base))
    if office is not None:
        shutil.copytree(office, home / "data")
    (home / "usb").mkdir()
    return home


@cache
def older_office(schema: int) -> Path:
    """An office with two dossiers as a program of `schema` left it; made once a process."""
    kept = tempfile.TemporaryDirectory(dir=in_memory())
    atexit.register(kept.cleanup)
    folder = Path(kept.name) / "data"
    shutil.copytree(small_office(), folder)
    desk = opening.open_desk(folder, SetClock(MONDAY))
    a_dossier(desk)
    a_dossier(desk)
    desk.close()
    _set_back(folder, schema)
    return folder


def _set_back(folder: Path, schema: int) -> None:
    """Put the rows into a database of an older schema, as far as that has their columns."""
    path, key = folder / "motcua.db", read_key(folder)
    newer = folder / "newer.db"
    path.rename(newer)
    connection = at_schema(path, key, schema)
    connection.execute(f"ATTACH '{newer}' AS newer KEY \"x'{key.raw.hex()}'\"")
    connection.execute("PRAGMA foreign_keys = OFF")
    tables = connection.execute(
        "SELECT name FROM main.sqlite_master"
        " WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'"
    ).fetchall()
    for (table,) in tables:
        columns = ", ".join(_both(connection, table))
        if columns:
            connection.execute(f"DELETE FROM main.{table}")
            connection.execute(
                f"INSERT INTO main.{table} ({columns}) SELECT {columns} FROM newer.{table}"
            )
    connection.close()
    newer.unlink()


def _both(connection: dbapi2.Connection, table: str) -> list[str]:
    """Columns that the table has in both schemas."""
    names = [
        {row[1] for row in connection.execute(f"PRAGMA {of}.table_info({table})")}
        for of in ("main", "newer")
    ]
    return sorted(names[0] & names[1])
