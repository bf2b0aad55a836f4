"""Bring a database to this program's schema: look, back up, migrate, check."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sqlcipher3 import dbapi2

from app.domain.errors import Damaged
from db.connect import NotOurDatabase, connect
from db.durable import sync_folder
from db.keys import DataKey
from db.schema import APPLICATION_ID, SCHEMA_VERSION, check_not_newer

MIGRATIONS = Path(__file__).parent / "migrations"


class MigrationBroke(Damaged):
    """The migrated database failed its check; the copy made before lies at `backup`.

    Facts: problem, backup.
    """


@dataclass(frozen=True, slots=True)
class Upgraded:
    """What was done: schema numbers before and after, and the copy made before, if any."""

    before: int
    after: int
    backup: Path | None


def version_of(path: Path, key: DataKey) -> int:
    """``user_version`` of the database at `path`.

    Raises:
        NotOurDatabase, NewerSchema: as named.
    """
    connection = connect(path, key, application_id=APPLICATION_ID)
    try:
        found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    finally:
        connection.close()
    check_not_newer(found)
    return found


def make_database(path: Path, key: DataKey) -> None:
    """Make an empty database of the present schema at `path`; a whole one is left alone."""
    connection = connect(path, key)
    try:
        if connection.execute("PRAGMA application_id").fetchone()[0] not in {0, APPLICATION_ID}:
            raise NotOurDatabase(path=str(path))
        _migrate(connection)
    finally:
        connection.close()
    sync_folder(path.parent)


def upgrade(path: Path, key: DataKey, *, now: datetime) -> Upgraded:
    """Migrate the database at `path` if it is older, behind a copy beside it.

    Raises:
        NewerSchema: it is newer; nothing was touched.
        MigrationBroke: the result failed its check; the transaction was rolled back.
    """
    before = version_of(path, key)
    if before == SCHEMA_VERSION:
        return Upgraded(before, before, None)
    backup = path.with_name(f"{path.stem}-truoc-nang-cap-{before}-{now:%Y%m%d-%H%M%S}.db")
    connection = connect(path, key, application_id=APPLICATION_ID)
    try:
        connection.execute("VACUUM INTO ?", (str(backup),))
        sync_folder(path.parent)
        _migrate(connection, backup)
    finally:
        connection.close()
    return Upgraded(before, SCHEMA_VERSION, backup)


def _migrate(connection: dbapi2.Connection, backup: Path | None = None) -> None:
    """Run the missing revisions in one transaction, foreign keys off until checked."""
    # Loaded here: a start without migration must not pay for it.
    import sqlalchemy  # noqa: PLC0415
    from alembic.migration import MigrationContext  # noqa: PLC0415
    from alembic.operations import Operations  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    engine = sqlalchemy.create_engine(
        "sqlite://", module=dbapi2, creator=lambda: connection, poolclass=sqlalchemy.StaticPool
    )
    found = int(connection.execute("PRAGMA user_version").fetchone()[0])
    # Must be set outside a transaction; batch operations would empty cascading tables otherwise.
    connection.execute("PRAGMA foreign_keys = OFF")
    scripts = list(ScriptDirectory(str(MIGRATIONS)).walk_revisions())[::-1]
    with engine.connect() as bound:
        connection.execute("BEGIN IMMEDIATE")
        try:
            operations = Operations(MigrationContext.configure(bound))
            for script in scripts[found:]:
                with Operations.context(operations.migration_context):
                    script.module.upgrade()
            _check_references(connection, backup)
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
            connection.execute("COMMIT")
        except BaseException:
            connection.execute("ROLLBACK")
            raise
        finally:
            connection.execute("PRAGMA foreign_keys = ON")


def _check_references(connection: dbapi2.Connection, backup: Path | None) -> None:
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise MigrationBroke(problem=str(broken[0][0]), backup=str(backup))
