"""Databases as older programs made them."""

from pathlib import Path

import sqlalchemy
from alembic.migration import MigrationContext
from alembic.operations import Operations
from sqlcipher3 import dbapi2

from db.engine import migrating
from db.engine.opening import connect
from db.schema import APPLICATION_ID


def at_schema(path: Path, key, schema: int) -> dbapi2.Connection:
    """An empty database as a program of that schema made it."""
    connection = connect(path, key)
    engine = sqlalchemy.create_engine(
        "sqlite://", module=dbapi2, creator=lambda: connection, poolclass=sqlalchemy.StaticPool
    )
    with engine.connect() as bound:
        operations = Operations(MigrationContext.configure(bound))
        for script in migrating.revisions(after=0):
            if int(script.revision) <= schema:
                with Operations.context(operations.migration_context):
                    script.module.upgrade()
        bound.commit()
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {schema}")
    return connection
