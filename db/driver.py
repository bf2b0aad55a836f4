"""Statements handed straight to the driver, without SQLAlchemy's bookkeeping of every execution.

For what runs on every intake and every first list: there the bookkeeping costs more than SQLite
takes. The transaction stays that of whoever opened it. Nothing here loads SQLAlchemy, so the
first list can be read before it is there. What goes wrong is raised as the driver's own error.
"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from sqlcipher3 import dbapi2

if TYPE_CHECKING:
    # Would load it.
    from sqlalchemy import Connection

    AnyConnection: TypeAlias = Connection | dbapi2.Connection


def run(
    connection: "AnyConnection", sql: str, parameters: Sequence[Any] | Mapping[str, Any] = ()
) -> dbapi2.Cursor:
    """Run `sql` inside the transaction of `connection`: `fetchone`, `fetchall`, `lastrowid`."""
    return driver_of(connection).execute(sql, parameters)


def driver_of(connection: "AnyConnection") -> dbapi2.Connection:
    """The driver's own connection."""
    if isinstance(connection, dbapi2.Connection):
        return connection
    return connection.connection.dbapi_connection
