"""Opening one encrypted SQLite connection: key, settings, and their read-back.

Imports the driver only, so that a first list can be read before SQLAlchemy is loaded.
"""

from pathlib import Path

from sqlcipher3 import dbapi2

from db.engine.errors import NotOurDatabase, SettingRefused, SqliteTooOld
from db.keys import DataKey

BUSY_MILLISECONDS = 5_000
OLDEST_SQLITE = (3, 51, 3)
"""Earlier versions can corrupt a WAL file when two connections checkpoint at once."""

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
    """
    if dbapi2.sqlite_version_info < OLDEST_SQLITE:
        raise SqliteTooOld(version=dbapi2.sqlite_version, oldest="3.51.3")
    connection = dbapi2.connect(
        str(path), timeout=BUSY_MILLISECONDS / 1000, isolation_level=None, check_same_thread=False
    )
    try:
        _unlock(connection, key)
        apply_settings(connection)
        found = connection.execute("PRAGMA application_id").fetchone()[0]
    except dbapi2.DatabaseError as error:
        connection.close()
        if isinstance(error, dbapi2.OperationalError):
            raise
        raise NotOurDatabase(path=str(path)) from None
    except BaseException:
        connection.close()
        raise
    if application_id is not None and found != application_id:
        connection.close()
        raise NotOurDatabase(path=str(path))
    return connection


def header_of(path: Path, key: DataKey) -> tuple[int, int]:
    """``application_id`` and ``user_version`` of an existing database, which is not touched.

    Raises:
        NotOurDatabase: it cannot be read with this key.
    """
    # Even a reader of a WAL file leaves its log behind; where there is none, nobody else is here.
    untouched = "" if path.with_name(f"{path.name}-wal").exists() else "&immutable=1"
    place = f"{path.resolve().as_uri()}?mode=ro{untouched}"
    connection = dbapi2.connect(place, uri=True, isolation_level=None)
    try:
        _unlock(connection, key)
        application = connection.execute("PRAGMA application_id").fetchone()[0]
        return int(application), int(connection.execute("PRAGMA user_version").fetchone()[0])
    except dbapi2.DatabaseError as error:
        if isinstance(error, dbapi2.OperationalError):
            raise
        raise NotOurDatabase(path=str(path)) from None
    finally:
        connection.close()


def _unlock(connection: dbapi2.Connection, key: DataKey) -> None:
    connection.execute(f"PRAGMA key = \"x'{key.raw.hex()}'\"")
    connection.execute("PRAGMA cipher_log_level = NONE")


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
