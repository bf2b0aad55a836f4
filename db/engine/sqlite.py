"""SQLite (SQLCipher's) as an engine of storage."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import sqlalchemy
from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ColumnElement,
    Connection,
    Executable,
    Integer,
    MetaData,
    Table,
    func,
    text,
)
from sqlalchemy.dialects.sqlite import insert
from sqlalchemy.ext.compiler import compiles
from sqlcipher3 import dbapi2

from db.durable import sync_folder
from db.engine import migrating, search
from db.engine.errors import NotOurDatabase, PageDamaged
from db.engine.face import Trouble
from db.engine.guards import guards
from db.engine.opening import connect, header_of
from db.keys import DataKey
from db.schema import APPLICATION_ID

_TROUBLE = {dbapi2.SQLITE_BUSY: Trouble.BUSY, dbapi2.SQLITE_LOCKED: Trouble.BUSY,
            dbapi2.SQLITE_FULL: Trouble.FULL}  # fmt: skip
_PRIMARY_CODE = 0xFF
"""What of SQLite's error code names the kind; the rest says more about it."""


@compiles(Boolean, "sqlite")
@compiles(BigInteger, "sqlite")
def _whole(*_: object, **__: object) -> str:
    """Strict tables know whole numbers of one size only."""
    return "INTEGER"


class Sqlite:
    """One file, encrypted page by page, in WAL mode; see `db.engine.face.Engine`."""

    def open(self, path: Path, key: DataKey) -> sqlalchemy.Engine:
        """The records at `path`."""
        return sqlalchemy.create_engine(
            "sqlite://",
            module=dbapi2,
            creator=lambda: connect(path, key, application_id=APPLICATION_ID),
            poolclass=sqlalchemy.QueuePool,
            pool_size=4,
            max_overflow=8,
            hide_parameters=True,
        )

    @contextmanager
    def transaction(self, engine: sqlalchemy.Engine, *, writes: bool) -> Iterator[Connection]:
        """One transaction; a writing one takes the lock first, so that nothing read goes stale."""
        # Begun here and not by a listener: with one, every statement would look for listeners.
        with engine.begin() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
            yield connection

    def trouble_of(self, error: BaseException) -> Trouble | None:
        """What passing trouble `error` tells of, by SQLite's own code."""
        origin = getattr(error, "orig", None) or error
        code = getattr(origin, "sqlite_errorcode", None)
        return None if code is None else _TROUBLE.get(code & _PRIMARY_CODE)

    def upsert(
        self, table: Table, *, changes: Mapping[str, Any] | None = None
    ) -> sqlalchemy.Insert:
        """Insert; where the primary key is there already, change what `changes` says."""
        made = insert(table)
        others = {one.name: made.excluded[one.name] for one in table.c if not one.primary_key}
        return made.on_conflict_do_update(
            index_elements=list(table.primary_key), set_=others if changes is None else changes
        )

    def seconds(self, moment: Column[str]) -> ColumnElement[int]:
        """A stored moment as whole seconds since 1970."""
        return func.unixepoch(moment, type_=Integer)

    def index_words(self, connection: Connection, dossier_id: int, words: str) -> None:
        """Enter a new dossier into the index of words."""
        search.index(connection, dossier_id, words)

    def reindex_words(self, connection: Connection, dossier_id: int, words: str) -> None:
        """Put `words` in the place of those a dossier is found by now."""
        search.reindex(connection, dossier_id, words)

    def dossiers_with(
        self, connection: Connection, beginnings: Sequence[str], *, most: int
    ) -> list[int]:
        """The newest dossiers that hold, for each of `beginnings`, a word beginning so."""
        return search.find(connection, beginnings, most)

    def extras(self, metadata: MetaData) -> list[Executable]:
        """The index of words and the guards."""
        return [
            text(statement.replace(":", "\\:")) for statement in (search.CREATE, *guards(metadata))
        ]

    def check_pages(self, path: Path, key: DataKey) -> None:
        """Authenticate every page and check the structure; opens its own connection."""
        connection = connect(path, key, application_id=APPLICATION_ID)
        try:
            for (problem,) in connection.execute("PRAGMA cipher_integrity_check"):
                raise _damaged(problem)
            for (problem,) in connection.execute("PRAGMA integrity_check(1)"):
                if problem != "ok":
                    raise _damaged(problem)
        except dbapi2.DatabaseError as error:
            raise PageDamaged(page="?", problem=str(error)) from None
        finally:
            connection.close()

    def first_broken_reference(self, connection: Connection) -> tuple[str, int] | None:
        """Table and row of the first foreign key that leads nowhere."""
        row = connection.execute(text("PRAGMA foreign_key_check")).first()
        return None if row is None else (row[0], row[1] or 0)

    def copy(self, engine: sqlalchemy.Engine, to: Path) -> None:
        """Copy the records as of one moment into the new file `to`."""
        with engine.connect() as connection:
            connection.execute(text("VACUUM INTO :to"), {"to": str(to)})

    def settle(self, engine: sqlalchemy.Engine) -> None:
        """Move the log into the file."""
        with engine.connect() as connection:
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def schema_of(self, path: Path, key: DataKey) -> int:
        """``user_version`` of the file at `path`, which is not touched."""
        application, found = header_of(path, key)
        if application != APPLICATION_ID:
            raise NotOurDatabase(path=str(path))
        return found

    def migrate(self, path: Path, key: DataKey, *, backup: Path | None) -> None:
        """Run the missing revisions in one transaction, foreign keys off until checked."""
        connection = connect(path, key)
        try:
            _check_ours(connection, path)
            if backup is not None:
                connection.execute("VACUUM INTO ?", (str(backup),))
                sync_folder(path.parent)
            migrating.run(connection, backup)
        finally:
            connection.close()
        sync_folder(path.parent)


def _check_ours(connection: dbapi2.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if found != APPLICATION_ID and (found or tables):
        raise NotOurDatabase(path=str(path))


def _damaged(problem: str) -> PageDamaged:
    words = [word.strip(":,.") for word in problem.split()]
    return PageDamaged(page=next((w for w in words if w.isdigit()), "?"), problem=problem)
