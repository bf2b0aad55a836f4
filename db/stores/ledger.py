"""The ledger's rows: appended one by one, read in order."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, insert, select

from app.domain.actor import Actor
from app.domain.clock import utc_text
from app.domain.ledger import GENESIS, LedgerEntry, chain_hash
from db.driver import run
from db.rows.trail import Subject, ledger
from db.statement import Statement

_NAMES = [c.name for c in ledger.c]
_INSERT = Statement(insert(ledger), _NAMES)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a use case writes into the ledger; the rest is the chain's."""

    subject: Subject
    reference: str
    event: str
    dossier_id: int | None = None
    from_state: str = ""
    to_state: str = ""
    reason: str = ""
    detail: str = ""


def append(connection: Connection, actor: Actor, now: datetime, entry: Entry) -> LedgerEntry:
    """Write the next row; the caller's transaction must be a writing one."""
    seq, previous = head(connection)
    values = {
        "seq": seq + 1,
        "at": utc_text(now),
        "officer": actor.officer,
        "station": actor.station,
        "subject": entry.subject.value,
        "reference": entry.reference,
        "event": entry.event,
        "from_state": entry.from_state,
        "to_state": entry.to_state,
        "reason": entry.reason,
        "detail": entry.detail,
        "previous_hash": previous,
    }
    row = LedgerEntry(**values, hash=chain_hash(**values))  # type: ignore[arg-type]  # one mapping for both
    _INSERT.run(connection, {**values, "hash": row.hash, "dossier_id": entry.dossier_id})
    return row


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last row; 0 and the genesis hash if there is none."""
    row = run(connection, "SELECT seq, hash FROM ledger ORDER BY seq DESC LIMIT 1").fetchone()
    return (row[0], row[1]) if row else (0, GENESIS)


def last_time(connection: Connection) -> str:
    """UTC text of the last row's time, empty if there is none."""
    row = run(connection, "SELECT at FROM ledger ORDER BY seq DESC LIMIT 1").fetchone()
    return str(row[0]) if row else ""


def hash_at(connection: Connection, seq: int) -> str | None:
    """The hash of row `seq`, None if there is no such row."""
    return connection.execute(select(ledger.c.hash).where(ledger.c.seq == seq)).scalar()


def entries(connection: Connection, *, dossier_id: int | None = None) -> Iterator[LedgerEntry]:
    """Rows in order: all, or those of one dossier."""
    columns = [c for c in ledger.c if c.name != "dossier_id"]
    query = select(*columns).order_by(ledger.c.seq)
    if dossier_id is not None:
        query = query.where(ledger.c.dossier_id == dossier_id)
    for row in connection.execution_options(yield_per=2_000).execute(query):
        yield LedgerEntry(*row)
