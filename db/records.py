"""The database as the program sees it: `read()` and `write()`, each one transaction."""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import sqlalchemy
from sqlalchemy import Connection, Engine
from sqlcipher3 import dbapi2

from app.domain.errors import DeskError
from db.connect import connect
from db.driver import driver_of
from db.folder import DATABASE_FILE
from db.keys import DataKey, read_head, read_key, write_head
from db.schema import APPLICATION_ID


class RecordsBusy(DeskError):
    """Another program held the records for longer than anyone should wait. No facts."""


class DiskFull(DeskError):
    """There was no room to keep the change; nothing of it was kept. No facts."""


class Records:
    """The open database of one data folder.

    `write()` begins IMMEDIATE, so that what is read inside cannot go stale before it is written;
    `read()` begins deferred and never waits for a writer.
    """

    def __init__(self, folder: Path, *, file_name: str = DATABASE_FILE) -> None:
        self.folder = folder
        self.path = folder / file_name
        self.key = read_key(folder)
        self.engine = _engine(self.path, self.key)
        self._idle: list[Connection] = []

    def read(self) -> AbstractContextManager[Connection]:
        """A snapshot to read from."""
        return self._transaction("BEGIN")

    def write(self) -> AbstractContextManager[Connection]:
        """The one writing transaction; committed (and synced) when the block ends well."""
        return self._transaction("BEGIN IMMEDIATE")

    @contextmanager
    def _transaction(self, begin: str) -> Iterator[Connection]:
        """Begun and ended by the driver on a connection kept open; a failure gives it up.

        SQLAlchemy's own care for a connection and a transaction costs more than their SQL.
        """
        with _passing_trouble():
            connection = self._free()
            try:
                driver = driver_of(connection)
                driver.execute(begin)
                yield connection
                driver.commit()
                if connection.in_transaction():
                    connection.rollback()  # nothing is left to undo: SQLAlchemy must know it too
            except BaseException:
                connection.close()
                raise
            self._idle.append(connection)

    def _free(self) -> Connection:
        """A connection nobody uses now; its transaction, if SQLAlchemy began one, has ended."""
        try:
            return self._idle.pop()
        except IndexError:
            return self.engine.connect()

    def close(self) -> None:
        """Move the log into the file and keep the ledger head beside the key."""
        try:
            self.keep_head()
            with self._free() as connection:
                driver_of(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
        finally:
            while self._idle:
                self._idle.pop().close()
            self.engine.dispose()

    def keep_head(self) -> None:
        """Write the ledger's last row to the head file, never one older than it holds."""
        with self.read() as connection:
            row = connection.exec_driver_sql(
                "SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1"
            ).first()
        kept = read_head(self.folder)
        if row is not None and (kept is None or kept[0] < row.seq):
            write_head(self.folder, row.seq, row.hash)


@contextmanager
def _passing_trouble() -> Iterator[None]:
    """Say what a clerk can wait for or mend; anything else is passed on as it is."""
    try:
        yield
    except (sqlalchemy.exc.OperationalError, dbapi2.OperationalError) as error:
        told = str(getattr(error, "orig", None) or error)
        if "locked" in told or "busy" in told:
            raise RecordsBusy from error
        if "full" in told:
            raise DiskFull from error
        raise


def _engine(path: Path, key: DataKey) -> Engine:
    return sqlalchemy.create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect(path, key, application_id=APPLICATION_ID),
        poolclass=sqlalchemy.QueuePool,
        pool_size=3,
        hide_parameters=True,
        skip_autocommit_rollback=False,
    )
