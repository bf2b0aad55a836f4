"""Opening one encrypted SQLite connection: key, settings, and their read-back.

Imports the driver only, so that a first list can be read before SQLAlchemy is loaded.
"""

from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from app.domain.phrases import phrase
from db.engine.errors import NotOurDatabase, RecordsDamaged, SettingRefused, SqliteTooOld
from db.engine.salt import salt_in_log
from db.folder import DATABASE_FILE, FolderNotWritable
from db.keys import DataKey
from db.room import full, has_none

BUSY_MILLISECONDS = 5_000
OLDEST_SQLITE = (3, 51, 3)
"""Earlier versions can corrupt a WAL file when two connections checkpoint at once."""

PRIMARY_CODE = 0xFF
"""What of SQLite's error code names the kind; the rest says more about it."""
DAMAGE = frozenset({
    dbapi2.SQLITE_CORRUPT, dbapi2.SQLITE_NOTADB, dbapi2.SQLITE_IOERR, dbapi2.SQLITE_CANTOPEN,
})  # fmt: skip
"""A page fails its authentication, the disk does not give it, or a folder stands for the file."""
_OF_THE_DISK = frozenset({dbapi2.SQLITE_IOERR, dbapi2.SQLITE_CANTOPEN, dbapi2.SQLITE_FULL})
"""What is said where the disk is full: even a reader of a WAL file needs some room beside it."""

# Name, value to set, value that must be read back (`security.md` §2).
SETTINGS: tuple[tuple[str, str, object], ...] = (
    ("busy_timeout", str(BUSY_MILLISECONDS), BUSY_MILLISECONDS),
    ("journal_mode", "WAL", "wal"),
    ("synchronous", "FULL", 2),
    ("foreign_keys", "ON", 1),
    ("trusted_schema", "OFF", 0),
    ("cell_size_check", "ON", 1),
    ("mmap_size", "0", 0),
    ("temp_store", "MEMORY", 2),
    ("cache_size", "-16000", -16_000),
)


def connect(path: Path, key: DataKey, *, application_id: int | None = None) -> dbapi2.Connection:
    """A connection with every setting applied and read back.

    Args:
        path: the database; made if missing.
        key: its data key.
        application_id: what the header must say; None while the file is being made.

    Raises:
        SqliteTooOld, SettingRefused: the library or a setting is not what it must be.
        NotOurDatabase: wrong key, damaged first page, or another program's file.
        DiskFull, FolderNotWritable: there was no room to open it, or no file beside it can be made.
    """
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise SqliteTooOld(version=dbapi2.sqlite_version, oldest="3.51.3")
    opened = partial(
        dbapi2.connect, str(path), timeout=BUSY_MILLISECONDS / 1000, isolation_level=None,
        check_same_thread=False,
    )  # fmt: skip
    is_read = False
    try:
        connection = _unlocked(opened, path, key)
        is_read = True
        with _closed_unless_well(connection):
            apply_settings(connection)
            found = connection.execute("PRAGMA application_id").fetchone()[0]
            if application_id is not None and found != application_id:
                raise NotOurDatabase(path=str(path))
    except dbapi2.DatabaseError as error:
        _pass_on(error, path)
        if path.is_file() and (is_not_taken(error) or (is_read and _is_of_the_disk(error))):
            # What could be read is no damage: its log beside it could not be made or changed.
            why = phrase("ổ đĩa báo lỗi khi ghi")
            raise FolderNotWritable(path=str(path.parent), why=why) from error
        raise NotOurDatabase(path=str(path)) from None
    return connection


def header_of(path: Path, key: DataKey) -> tuple[int, int]:
    """``application_id`` and ``user_version`` of an existing database, which is not touched.

    Raises:
        NotOurDatabase: it cannot be read with this key.
    """
    with read_only(path, key) as connection:
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        return int(application), int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def read_only(path: Path, key: DataKey) -> Iterator[dbapi2.Connection]:
    """A connection to an existing database, which is not touched.

    Raises:
        NotOurDatabase: it cannot be read with this key.
        DiskFull: there was no room to open it.
    """
    # Even a reader of a WAL file leaves its log behind; where there is none, nobody else is here.
    untouched = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    place = f"{path.resolve().as_uri()}?mode=ro{untouched}"
    try:
        opened = partial(dbapi2.connect, place, uri=True, isolation_level=None)
        with closing(_unlocked(opened, path, key)) as connection:
            yield connection
    except dbapi2.DatabaseError as error:
        _pass_on(error, path)
        raise NotOurDatabase(path=str(path)) from None


def rows_of(connection: dbapi2.Connection, sql: str, values: Any = ()) -> list[Any]:  # noqa: ANN401 - the driver's
    """What the records answer.

    Raises:
        RecordsDamaged: a page cannot be read.
    """
    try:
        return list(connection.execute(sql, values).fetchall())
    except dbapi2.DatabaseError as error:
        if _is_passing(error):
            raise
        raise RecordsDamaged(path=DATABASE_FILE) from None


def lacks_room(error: BaseException, path: Path) -> bool:
    """Whether the records at `path` were troubled because their disk is full."""
    code = getattr(error, "sqlite_errorcode", None)
    if code is None or code & PRIMARY_CODE not in _OF_THE_DISK:
        return False
    return code & PRIMARY_CODE == dbapi2.SQLITE_FULL or has_none(path.parent)


def _is_of_the_disk(error: dbapi2.DatabaseError) -> bool:
    code = getattr(error, "sqlite_errorcode", 0)
    return bool(code & PRIMARY_CODE == dbapi2.SQLITE_IOERR)


def is_not_taken(error: BaseException) -> bool:
    """Whether no new file could be made: what lies there already is not touched by it."""
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & PRIMARY_CODE == dbapi2.SQLITE_CANTOPEN


def _pass_on(error: dbapi2.DatabaseError, path: Path) -> None:
    """Raise again what tells of no damage, by its own name where it has one."""
    if lacks_room(error, path):
        raise full(path.parent) from error
    if _is_passing(error):
        raise error


def _is_passing(error: dbapi2.DatabaseError) -> bool:
    """Whether it may go well the next time: the file is locked, say."""
    code = getattr(error, "sqlite_errorcode", 0) & PRIMARY_CODE
    return isinstance(error, dbapi2.OperationalError) and code not in DAMAGE


def _unlocked(
    opened: Callable[[], dbapi2.Connection], path: Path, key: DataKey
) -> dbapi2.Connection:
    """A connection that can read; where the file's beginning is torn, by the salt in its log."""
    connection = opened()
    try:
        _unlock(connection, key)
    except dbapi2.DatabaseError as error:
        salt = b"" if _is_passing(error) else salt_in_log(path)
        connection.close()  # not before: it may move the log into the file
        if not salt:
            raise
        connection = opened()
        with _closed_unless_well(connection):
            _unlock(connection, key, salt)
    return connection


@contextmanager
def _closed_unless_well(connection: dbapi2.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        connection.close()
        raise


def _unlock(connection: dbapi2.Connection, key: DataKey, salt: bytes = b"") -> None:
    """Give it the key, and read something with it."""
    connection.execute(f"PRAGMA key = \"x'{(key.raw + salt).hex()}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")
    connection.execute("PRAGMA user_version").fetchone()


def apply_settings(connection: dbapi2.Connection) -> None:
    """Set and read back every setting of `SETTINGS`.

    Raises:
        SettingRefused: at the first that did not take.
    """
    for name, value, wanted in SETTINGS:
        connection.execute(f"PRAGMA {name} = {value}").fetchall()
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != wanted:
            raise SettingRefused(name=name, wanted=wanted, found=found)
