"""SQLite (SQLCipher's) as an engine of storage."""

import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import islice
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

from app import held_files
from app.domain.phrases import phrase
from db.durable import make_private, sync_folder
from db.engine import migrating, search
from db.engine.errors import NotOurDatabase, PageDamaged
from db.engine.face import Glimpse, Trouble
from db.engine.glimpse import glimpse
from db.engine.guards import guards
from db.engine.log_pages import pages_in_log
from db.engine.opening import (
    BUSY_MILLISECONDS,
    DAMAGE,
    PRIMARY_CODE,
    connect,
    header_of,
    is_not_taken,
    lacks_room,
)
from db.keys import DataKey
from db.schema import APPLICATION_ID

_TROUBLE = {dbapi2.SQLITE_BUSY: Trouble.BUSY, dbapi2.SQLITE_LOCKED: Trouble.BUSY,
            dbapi2.SQLITE_READONLY: Trouble.READ_ONLY, dbapi2.SQLITE_PERM: Trouble.READ_ONLY,
            **dict.fromkeys(DAMAGE, Trouble.DAMAGED),
            dbapi2.SQLITE_IOERR: Trouble.DISK_ERROR}  # fmt: skip
_ASKED_EACH = 10_000
"""Steps of the engine after which it asks whether to go on."""
_ADDED_AT_ONCE = 5_000
"""Rows that are held in memory to be added."""
_LOOKS = (0, 0.05, 0.25)
"""Seconds before each look at pages' codes; only those that did not fit are looked at again."""


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

    def trouble_of(self, error: BaseException, path: Path) -> Trouble | None:
        """What trouble `error` tells of, by SQLite's own code."""
        origin = getattr(error, "orig", None) or error
        if lacks_room(origin, path):
            return Trouble.FULL
        if is_not_taken(origin):
            return Trouble.NOT_TAKEN
        code = getattr(origin, "sqlite_errorcode", None)
        return None if code is None else _TROUBLE.get(code & PRIMARY_CODE)

    def upsert(
        self,
        table: Table,
        *,
        changes: Mapping[str, Any] | None = None,
        where: ColumnElement[bool] | None = None,
    ) -> sqlalchemy.Insert:
        """Insert; where the primary key is there already, change what `changes` says."""
        made = insert(table)
        others = {one.name: made.excluded[one.name] for one in table.c if not one.primary_key}
        return made.on_conflict_do_update(
            index_elements=list(table.primary_key),
            set_=others if changes is None else changes,
            where=where,
        )

    def add_rows(
        self, connection: Connection, columns: Sequence[Column[Any]], rows: Iterable[Sequence[Any]]
    ) -> None:
        """Insert many rows, as they are stored, into the table of `columns`; asked for as taken."""
        names = ", ".join(column.name for column in columns)
        places = ", ".join("?" * len(columns))
        into = columns[0].table.name
        said = f"INSERT INTO {into} ({names}) VALUES ({places})"  # noqa: S608 - names of columns
        left = iter(rows)
        while some := [tuple(row) for row in islice(left, _ADDED_AT_ONCE)]:
            connection.exec_driver_sql(said, some)

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

    def check_pages(
        self, path: Path, key: DataKey, goes_on: Callable[[], bool] = lambda: True
    ) -> None:
        """Authenticate every page and check the structure; opens its own connection.

        The codes of pages are read past the locks: a page somebody writes at that instant looks
        damaged. What is damaged stays so; what is not is whole when it is looked at again.
        """
        connection = connect(path, key, application_id=APPLICATION_ID)
        try:
            # What a power cut tore on its way from the log into the file is whole in the log.
            connection.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchall()
            problem = _unauthentic(connection, path)
            if problem is not None:
                raise _damaged(problem, phrase("nội dung không khớp mã xác thực"))
            connection.set_progress_handler(lambda: not goes_on(), _ASKED_EACH)
            for (problem,) in connection.execute("PRAGMA integrity_check(1)"):
                if problem != "ok":
                    raise _damaged(problem, phrase("cấu trúc không đúng"))
        except dbapi2.DatabaseError as error:
            if _is_interrupted(error):
                return
            said = phrase("không đọc được")
            raise PageDamaged(page="", problem=said, detail=str(error)) from None
        finally:
            connection.close()

    def check_structure(self, path: Path, key: DataKey, goes_on: Callable[[], bool]) -> None:
        """Let the engine read every page; opens its own connection."""
        connection = connect(path, key, application_id=APPLICATION_ID)
        connection.set_progress_handler(lambda: not goes_on(), _ASKED_EACH)
        try:
            for (problem,) in connection.execute("PRAGMA quick_check(1)"):
                if problem != "ok":
                    raise _damaged(problem, phrase("cấu trúc không đúng"))
        except dbapi2.DatabaseError as error:
            if _is_interrupted(error):
                return
            said = phrase("không đọc được")
            raise PageDamaged(page="", problem=said, detail=str(error)) from None
        finally:
            connection.close()

    @contextmanager
    def asking(self, connection: Connection, goes_on: Callable[[], bool]) -> Iterator[None]:
        """For the block `goes_on` is asked amid whatever is read; the pages are let go then."""
        driver: Any = connection.connection.dbapi_connection
        driver.set_progress_handler(lambda: not goes_on(), _ASKED_EACH)
        try:
            yield
        except BaseException:
            # A cursor left half read would, once forgotten, begin its statement anew under whoever
            # reads by this connection then.
            connection.invalidate()
            raise
        driver.set_progress_handler(None, 0)
        driver.execute("PRAGMA shrink_memory")  # else each connection would keep what it read

    def first_broken_reference(self, connection: Connection) -> tuple[str, int] | None:
        """Table and row of the first foreign key that leads nowhere."""
        row = connection.execute(text("PRAGMA foreign_key_check")).first()
        return None if row is None else (row[0], row[1] or 0)

    def copy(
        self, engine: sqlalchemy.Engine, to: Path, goes_on: Callable[[], bool] = lambda: True
    ) -> None:
        """Copy the records as of one moment into the new file `to`."""
        make_private(to)
        with engine.connect() as connection:
            try:
                with self.asking(connection, goes_on):
                    connection.execute(text("VACUUM INTO :to"), {"to": str(to)})
            except sqlalchemy.exc.DBAPIError as error:
                if not _is_interrupted(error.orig):
                    raise

    def settle(self, engine: sqlalchemy.Engine) -> None:
        """Move the log into the file, as far as nobody reads from it."""
        with engine.connect() as connection:
            # To wait for those who read would hold up all who save: the last one to leave moves
            # what is left.
            connection.execute(text("PRAGMA busy_timeout = 0"))
            connection.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))
            connection.execute(text(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}"))

    def schema_of(self, path: Path, key: DataKey) -> int:
        """``user_version`` of the file at `path`, which is not touched."""
        application, found = header_of(path, key)
        if application != APPLICATION_ID:
            raise NotOurDatabase(path=str(path))
        return found

    def glimpse(self, path: Path, key: DataKey) -> Glimpse:
        """What they say of themselves, read by the driver alone."""
        try:
            return glimpse(path, key)
        except dbapi2.DatabaseError:
            raise NotOurDatabase(path=str(path)) from None

    def migrate(self, path: Path, key: DataKey, *, backup: Path | None) -> None:
        """Run the missing revisions in one transaction, foreign keys off until checked."""
        with migrating.troubles_named(path):
            make_private(path)
            connection = connect(path, key)
            try:
                _check_ours(connection, path)
                if backup is not None:
                    _copy_before(connection, backup)
                migrating.run(connection, backup)
            finally:
                connection.close()
            sync_folder(path.parent)


def _is_interrupted(error: BaseException | None) -> bool:
    """Whether the engine ended because it was told not to go on."""
    code: int = getattr(error, "sqlite_errorcode", 0)
    return bool(code & PRIMARY_CODE == dbapi2.SQLITE_INTERRUPT)


def _copy_before(connection: dbapi2.Connection, backup: Path) -> None:
    """The copy made before a migration: whole under its name, or not there."""
    half = backup.with_name(f"{backup.name}.tmp")
    held_files.remove(half, missing_ok=True)
    make_private(half)
    connection.execute("VACUUM INTO ?", (str(half),))
    with half.open("r+b") as file:
        os.fsync(file.fileno())
    held_files.replace(half, backup)
    sync_folder(backup.parent)


def _unauthentic(connection: dbapi2.Connection, path: Path) -> str | None:
    """What is said of the first page whose code does not fit each time it is looked at.

    Of a page the log holds it is the log's that counts, which is read with all others.
    """
    problems: list[str] = []
    for wait in _LOOKS:
        time.sleep(wait)
        found = [row[0] for row in connection.execute("PRAGMA cipher_integrity_check")]
        held = pages_in_log(path) if found else frozenset()
        found = [one for one in found if not _page_in(one) or int(_page_in(one)) not in held]
        problems = [one for one in found if not problems or one in problems]
        if not problems:
            return None
    return problems[0]


def _check_ours(connection: dbapi2.Connection, path: Path) -> None:
    found = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if found != APPLICATION_ID and (found or tables):
        raise NotOurDatabase(path=str(path))


def _damaged(problem: str, said: str) -> PageDamaged:
    """What the engine reports in its own words: those are for the log, ours for people."""
    return PageDamaged(page=_page_in(problem), problem=said, detail=problem)


def _page_in(problem: str) -> str:
    """The number of the page the engine tells of; empty where it names none."""
    words = [word.strip(":,.") for word in problem.split()]
    return next((word for word in words if word.isdigit()), "")
