"""The database as the program sees it: `read()` and `write()`, each one transaction."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import sqlalchemy
from sqlalchemy import Connection

from app.domain.errors import DeskError
from db.engine.chosen import ENGINE
from db.engine.face import Trouble
from db.folder import DATABASE_FILE
from db.keys import read_head, read_key, write_head
from db.stores import ledger


class RecordsBusy(DeskError):
    """Another program held the records for longer than anyone should wait. No facts."""


class DiskFull(DeskError):
    """There was no room to keep the change; nothing of it was kept. No facts."""


class Records:
    """The open database of one data folder.

    `write()` takes the one writing lock as it begins, so that what is read inside cannot go stale
    before it is written; `read()` sees one moment and never waits for a writer.
    """

    def __init__(self, folder: Path, *, file_name: str = DATABASE_FILE) -> None:
        self.folder = folder
        self.path = folder / file_name
        self.key = read_key(folder)
        self.engine = ENGINE.open(self.path, self.key)

    def read(self) -> AbstractContextManager[Connection]:
        """A snapshot to read from."""
        return _transaction(self.engine, writes=False)

    def write(self) -> AbstractContextManager[Connection]:
        """The one writing transaction; committed (and synced) when the block ends well."""
        return _transaction(self.engine, writes=True)

    def copy(self, to: Path) -> None:
        """Copy the records as of one moment into the new file `to`."""
        ENGINE.copy(self.engine, to)

    def close(self) -> None:
        """Move the log into the file and keep the ledger's heads beside the key."""
        try:
            self.keep_heads()
            ENGINE.settle(self.engine)
        finally:
            self.engine.dispose()

    def keep_heads(self) -> None:
        """Write the last row of each chain to the head file, never one older than it holds."""
        with self.read() as connection:
            found = ledger.heads(connection)
        kept = read_head(self.folder)
        newer = {
            chain: head for chain, head in found.items() if kept.get(chain, (0, ""))[0] < head[0]
        }
        if newer:
            write_head(self.folder, kept | newer)


@contextmanager
def _transaction(engine: sqlalchemy.Engine, *, writes: bool) -> Iterator[Connection]:
    """One transaction; passing trouble is named, anything else is passed on as it is."""
    try:
        with ENGINE.transaction(engine, writes=writes) as connection:
            yield connection
    except sqlalchemy.exc.DBAPIError as error:
        trouble = ENGINE.trouble_of(error)
        if trouble is Trouble.BUSY:
            raise RecordsBusy from error
        if trouble is Trouble.FULL:
            raise DiskFull from error
        raise
