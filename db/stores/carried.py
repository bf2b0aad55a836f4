"""The last numbers of every run, carried from all that is found into a restored copy."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlalchemy import Connection

from app.domain.errors import Damaged
from db.engine.chosen import ENGINE
from db.folder import DATABASE_FILE
from db.guard.swap import set_asides
from db.keys import DataKey, read_key
from db.schema import TrialSchema
from db.stores import series
from db.upgrade import COPIES
from db.witness.known import HeadFileDamaged, read_known


@dataclass(frozen=True, slots=True)
class Given:
    """The last number given of each run."""

    last: Mapping[series.Run, int]

    def leave_out(self, connection: Connection, now: datetime) -> dict[str, int]:
        """Never give again what is not known here to be given; the last of each, by its name."""
        left_out = {}
        known = series.every(connection)
        for run, last in self.last.items():
            if last > known.get(run, run.first - 1):
                series.leave_out(connection, run, last=last, now=now)
                left_out[str(run)] = last
        return left_out


def found(folder: Path) -> Given | None:
    """The last numbers given by what `folder` holds, its head file, or what was set aside before.

    Numbers of practice were given to nobody. None if there is nothing of a real office.
    """
    sources = [_in_folder(place) for place in (folder, *set_asides(folder))]
    known = [numbers for numbers in sources if numbers is not None]
    return Given(highest(known)) if known else None


def highest(sources: Iterable[Mapping[series.Run, int]]) -> dict[series.Run, int]:
    """Of each run that any of `sources` knows the highest number."""
    last: dict[series.Run, int] = {}
    for numbers in sources:
        for run, number in numbers.items():
            last[run] = max(number, last.get(run, 0))
    return last


def _in_folder(folder: Path) -> dict[series.Run, int] | None:
    """By its records, copies of them and the head file: each tells what it can."""
    try:
        key: DataKey | None = read_key(folder)
    except (Damaged, OSError):
        key = None
    databases = [folder / DATABASE_FILE, *folder.glob(COPIES)] if key else []
    sources = [_in_database(path, key) for path in databases if key]
    sources.append(_in_head(folder))
    known = [numbers for numbers in sources if numbers is not None]
    return highest(known) if known else None


def _in_database(path: Path, key: DataKey) -> dict[series.Run, int] | None:
    try:
        seen = ENGINE.glimpse(path, key)
    except (Damaged, TrialSchema, OSError):
        return None
    return None if seen.is_practice else _runs(seen.numbers)


def _in_head(folder: Path) -> dict[series.Run, int] | None:
    try:
        known = read_known(folder)
    except (HeadFileDamaged, OSError):
        return None
    if known is None:
        return None
    return {series.Run(*run): last for run, last in known.numbers.items()} or None


def _runs(rows: Iterable[tuple[str, str, str, int, int, int]]) -> dict[series.Run, int]:
    return {series.Run(*row[:5]): row[5] for row in rows}
