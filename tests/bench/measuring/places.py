"""Where the bench's offices lie, and the same records without encryption."""

import os
import shutil
from dataclasses import dataclass, field
from pathlib import Path

from sqlcipher3 import dbapi2

import db.engine.sqlite
from app.domain.clock import SetClock
from app.usecases.desk import Desk
from app.usecases.office import opening
from app.usecases.reference import ReferenceCache
from db.engine.opening import apply_settings, connect
from db.folder import DATABASE_FILE
from db.keys import DataKey, read_key
from db.papers import PaperStore
from db.records import Records
from db.witness.known import Known, write_known
from db.witness.writing import Witness
from tests.bench.measuring import office

SMALL, LARGE = 100_000, 1_000_000
EVENTS = 100_000
PLAIN_FILE = "khong-ma-hoa.db"
"""A copy of the records without a key: what encryption costs is the difference."""


@dataclass(slots=True)
class Places:
    """Offices by size, made when first asked for, in one folder."""

    folder: Path
    rounds: int
    is_quick: bool = False
    is_deep: bool = False
    _opened: list[Desk] = field(default_factory=list)

    @property
    def large(self) -> int:
        """Dossiers of the large office."""
        return SMALL if self.is_quick else LARGE

    def office(self, dossiers: int) -> Path:
        """The data folder of an office with this many dossiers; never written to by a row."""
        folder = self.folder / str(dossiers)
        if not (folder / "made").exists():
            print(f"  (making an office of {dossiers:,} dossiers …)", flush=True)
        return office.make(folder, dossiers, events=EVENTS, whole=dossiers <= SMALL)

    def copy(self, dossiers: int, name: str) -> Path:
        """A copy of that office for a row that writes."""
        target = self.folder / name
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(self.office(dossiers), target)
        self.rest()
        return target

    def desk(self, folder: Path) -> Desk:
        """The desk at `folder`, its clock standing on the office's last day."""
        desk = opening.open_desk(folder, SetClock(office.NOW))
        self._opened.append(desk)
        return desk

    def plain_desk(self, folder: Path) -> Desk:
        """The same records without encryption, behind the same code."""
        copy_plain(folder)
        self.rest()
        records = PlainRecords(folder)
        desk = Desk(
            records, PaperStore(folder, records.key), SetClock(office.NOW), ReferenceCache()
        )
        self._opened.append(desk)
        return desk

    def rest(self) -> None:
        """Let the disk finish what was written for the bench itself."""
        if hasattr(os, "sync"):
            os.sync()

    def close(self) -> None:
        """Close every desk that was opened."""
        while self._opened:
            self._opened.pop().close()

    def environment(self) -> dict[str, str]:
        """For child processes: compiled modules kept, as an installed program has them."""
        kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
        return kept | {
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPYCACHEPREFIX": str(self.folder / "compiled"),
            "PYTHONPATH": str(Path(__file__).parents[3]),
        }


class PlainRecords(Records):
    """The copy without a key, beside the records themselves, with a witness of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.path, self.key = folder, folder / PLAIN_FILE, read_key(folder)
        self.engine = db.engine.sqlite.Sqlite().open(self.path, self.key)
        beside = folder / "plain"
        beside.mkdir(exist_ok=True)
        write_known(beside, Known())
        self._witness = Witness(beside)


def copy_plain(folder: Path) -> Path:
    """Write the records of `folder` to `PLAIN_FILE` beside them, without a key; made once."""
    path = folder / PLAIN_FILE
    if path.exists():
        return path
    connection = connect(folder / DATABASE_FILE, read_key(folder))
    numbers = {
        name: connection.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("application_id", "user_version")
    }
    connection.execute("ATTACH ? AS plain KEY ''", (str(path),))
    connection.execute("PRAGMA plain.synchronous = OFF")
    connection.execute("SELECT sqlcipher_export('plain')")
    for name, number in numbers.items():
        connection.execute(f"PRAGMA plain.{name} = {number}")
    connection.close()
    return path


def connect_either(path: Path, key: DataKey, **rest) -> dbapi2.Connection:
    """`db.engine.opening.connect`, which for the plain copy leaves the key out."""
    if path.name != PLAIN_FILE:
        return connect(path, key, **rest)
    connection = dbapi2.connect(str(path), timeout=5, isolation_level=None, check_same_thread=False)
    apply_settings(connection)
    return connection


db.engine.sqlite.connect = connect_either
