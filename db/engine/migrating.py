"""Run the missing migrations over one SQLite connection, whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import sqlalchemy
from alembic.migration import MigrationContext
from alembic.operations import Operations
from alembic.script import Script, ScriptDirectory
from sqlcipher3 import dbapi2

from app.domain.phrases import phrase
from app.wording.causes import cause
from db.engine.errors import MigrationBroke
from db.engine.opening import PRIMARY_CODE, lacks_room
from db.folder import FolderNotWritable
from db.room import full, fullness_named
from db.schema import APPLICATION_ID, SCHEMA_VERSION

_REFUSED = {dbapi2.SQLITE_IOERR, dbapi2.SQLITE_CANTOPEN, dbapi2.SQLITE_READONLY}
MIGRATIONS = Path(__file__).parent.parent / "migrations"


def run(connection: dbapi2.Connection, backup: Path | None) -> None:
    """Bring the records behind `connection` to the present schema.

    Raises:
        MigrationBroke: the result failed its check; nothing was changed.
    """
    engine = sqlalchemy.create_engine(
        "sqlite://", module=dbapi2, creator=lambda: connection, poolclass=sqlalchemy.StaticPool
    )
    # Must be set outside a transaction; batch operations would empty cascading tables otherwise.
    connection.execute("PRAGMA foreign_keys = OFF")
    with engine.connect() as bound:
        connection.execute("BEGIN IMMEDIATE")
        try:
            # Asked behind the lock: somebody else may have migrated meanwhile.
            found = int(connection.execute("PRAGMA user_version").fetchone()[0])
            operations = Operations(MigrationContext.configure(bound))
            for script in revisions(after=found):
                with Operations.context(operations.migration_context):
                    script.module.upgrade()
            _check_references(connection, backup)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk has ended it already
                with suppress(dbapi2.DatabaseError):  # closing takes it back as well
                    connection.execute("ROLLBACK")
            raise
        finally:
            connection.execute("PRAGMA foreign_keys = ON")


@contextmanager
def troubles_named(path: Path) -> Iterator[None]:
    """What the disk refuses while the records at `path` are migrated is said; they stay as before.

    Raises:
        DiskFull, FolderNotWritable: as named.
    """
    try:
        with fullness_named(path.parent):
            yield
    except OSError as error:
        raise FolderNotWritable(path=str(path.parent), why=cause(error)) from error
    except (dbapi2.DatabaseError, sqlalchemy.exc.DBAPIError) as error:
        origin = getattr(error, "orig", None) or error
        if lacks_room(origin, path):
            raise full(path.parent) from error
        if getattr(origin, "sqlite_errorcode", 0) & PRIMARY_CODE not in _REFUSED:
            raise
        why = phrase("ổ đĩa báo lỗi khi ghi")
        raise FolderNotWritable(path=str(path.parent), why=why) from error


def revisions(*, after: int) -> Iterator[Script]:
    """The migrations above schema `after`, in order; a revision is named by its schema."""
    for script in reversed(list(ScriptDirectory(str(MIGRATIONS)).walk_revisions())):
        if int(script.revision) > after:
            yield script


def _check_references(connection: dbapi2.Connection, backup: Path | None) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        problem = phrase("bảng {table} trỏ tới bản ghi không còn", table=broken[0][0])
        raise MigrationBroke(problem=problem, backup=str(backup))
