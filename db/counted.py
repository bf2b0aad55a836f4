"""How many rows each table holds: a number for each, and nothing of what they say."""

from collections.abc import Mapping

from sqlalchemy import Connection, func, select

from db.tables.columns import metadata
from db.tables.dossier import dossier


def rows_by_table(connection: Connection) -> Mapping[str, int]:
    """The number of rows of every table, by its name."""
    return {
        table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
        for table in metadata.sorted_tables
    }


def dossiers_by_state(connection: Connection) -> Mapping[str, int]:
    """The number of dossiers in each state there is one in."""
    count = select(dossier.c.state, func.count()).group_by(dossier.c.state)
    return {str(state): number for state, number in connection.execute(count)}


def columns_by_table() -> Mapping[str, tuple[str, ...]]:
    """What the columns of every table are called."""
    return {table.name: tuple(table.columns.keys()) for table in metadata.sorted_tables}
