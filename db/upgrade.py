"""Bring a database to this program's schema: look, back up, migrate, check."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from db.engine.chosen import ENGINE
from db.keys import DataKey
from db.schema import SCHEMA_VERSION, check_known

COPIES = "motcua-truoc-nang-cap-*.db"
"""Copies of the database made before a migration, in the data folder; they need its key."""


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What was done: schema numbers before and after, and the copy made before, if any."""

    before: int
    after: int
    backup: Path | None


def version_of(path: Path, key: DataKey) -> int:
    """The schema of the database at `path`.

    Raises:
        NotOurDatabase, NewerSchema, TrialSchema: as named.
    """
    found = ENGINE.schema_of(path, key)
    check_known(found)
    return found


def make_database(path: Path, key: DataKey) -> None:
    """Make an empty database of the present schema at `path`; a whole one is left alone."""
    ENGINE.migrate(path, key, backup=None)


def is_older(path: Path, key: DataKey) -> bool:
    """Whether the database at `path` has to be migrated.

    Raises:
        NotOurDatabase, NewerSchema, TrialSchema: as named.
    """
    return version_of(path, key) < SCHEMA_VERSION


def upgrade(path: Path, key: DataKey, *, now: datetime, is_copy: bool = False) -> Upgraded:
    """Migrate the database at `path` if it is older, behind a copy beside it.

    What is a copy itself is migrated without a further one.

    Raises:
        NewerSchema, TrialSchema: nothing was touched.
        MigrationBroke: the result failed its check; the transaction was rolled back.
        DiskFull, FolderNotWritable: the disk refused; the database stands as it stood.
    """
    before = version_of(path, key)
    if before == SCHEMA_VERSION:
        return Upgraded(before, before, None)
    name = f"{path.stem}-truoc-nang-cap-{before}-{now:%Y%m%d-%H%M%S}.db"
    backup = None if is_copy else path.with_name(name)
    ENGINE.migrate(path, key, backup=backup)
    return Upgraded(before, SCHEMA_VERSION, backup)
