"""What a transaction adds that the witness is told of once it is kept: ledger rows and numbers."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection

from db.witness.known import MOST_ROWS, Place, Row, RunKey

_KEY = "motcua.added"


@dataclass(slots=True)
class Added:
    """Rows written and numbers given since the transaction began."""

    rows: dict[Place, Row] = field(default_factory=dict)
    numbers: dict[RunKey, int] = field(default_factory=dict)

    def __bool__(self) -> bool:
        """Whether there is anything to tell."""
        return bool(self.rows or self.numbers)


def begin(connection: Connection) -> Added:
    """A transaction begins on `connection`: nothing has been added."""
    begun = connection.info[_KEY] = Added()
    return begun


def rows_added(connection: Connection, noted: Mapping[Place, Row]) -> None:
    """Rows were written into a chain of the ledger; of many the newest alone are remembered."""
    rows = _of(connection).rows
    rows.update(noted)
    for chain, seq in noted:
        rows.pop((chain, seq - MOST_ROWS), None)


def number_given(connection: Connection, run: RunKey, last: int) -> None:
    """The numbers of `run` were given up to `last`."""
    _of(connection).numbers[run] = last


def _of(connection: Connection) -> Added:
    begun: Added = connection.info.setdefault(_KEY, Added())
    return begun
