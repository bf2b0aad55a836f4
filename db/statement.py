"""A Core statement compiled once, for the few that run on every intake.

Core compiles and caches anyway; what this saves is building and hashing the statement each time,
which costs more than SQLite takes to run it.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Executable
from sqlalchemy.dialects import sqlite

from db.driver import driver_of, run

_DIALECT = sqlite.dialect(paramstyle="qmark")


class Statement:
    """An INSERT or other statement whose parameters are given by name."""

    def __init__(self, statement: Executable, names: Sequence[str]) -> None:
        compiled = statement.compile(dialect=_DIALECT, column_keys=list(names))  # type: ignore[attr-defined]  # every Core statement compiles
        self._sql = str(compiled)
        self._order = tuple(compiled.positiontup or ())

    def run(self, connection: Connection, values: Mapping[str, Any]) -> None:
        """Run it once."""
        run(connection, self._sql, self._ordered(values))

    def insert(self, connection: Connection, values: Mapping[str, Any]) -> int:
        """Run it once; the new row's number."""
        return int(run(connection, self._sql, self._ordered(values)).lastrowid)

    def run_many(self, connection: Connection, rows: Sequence[Mapping[str, Any]]) -> None:
        """Run it for each of `rows`; none, none."""
        if rows:
            driver_of(connection).executemany(self._sql, [self._ordered(row) for row in rows])

    def _ordered(self, values: Mapping[str, Any]) -> tuple[Any, ...]:
        return tuple([values[name] for name in self._order])
