"""What a transaction adds that the witness is told of once it is kept: ledger rows and numbers."""

from dataclasses import dataclass, field

from sqlalchemy import Connection

from db.witness.known import Place, Row, RunKey

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


def row_added(connection: Connection, place: Place, row: Row) -> None:
    """A row was written into the ledger."""
    _of(connection).rows[place] = row


def number_given(connection: Connection, run: RunKey, last: int) -> None:
    """The numbers of `run` were given up to `last`."""
    _of(connection).numbers[run] = last


def _of(connection: Connection) -> Added:
    begun: Added = connection.info.setdefault(_KEY, Added())
    return begun
