"""The ledger's rows: appended one by one to their chain, read in order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, select

from app.domain.actor import Actor
from app.domain.clock import utc_text
from app.domain.ledger import GENESIS, LedgerEntry, chain_hash
from db.keys import Heads
from db.packing import Dictionary, packed, unpacked
from db.tables.ledger import Subject, ledger

OFFICE_CHAIN = 0
"""The chain of what is the whole office's: settings, catalogue, calendar, tariffs."""
_OFFICE = frozenset({Subject.SETTING, Subject.PROCEDURE, Subject.CALENDAR, Subject.TARIFF,
                     Subject.DATABASE})  # fmt: skip
_COLUMNS = [column for column in ledger.c if column.name != "dossier_id"]
_DETAIL = [column.name for column in _COLUMNS].index("detail")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a use case writes into the ledger; the rest is the chain's.

    Of a dossier `version` is the dossier's after the change, 0 of anything else.
    """

    subject: Subject
    reference: str
    event: str
    dossier_id: int | None = None
    version: int = 0
    from_state: str = ""
    to_state: str = ""
    reason: str = ""
    detail: str = ""


def append(connection: Connection, actor: Actor, now: datetime, entry: Entry) -> LedgerEntry:
    """Write the next row of its chain; the caller's transaction must be a writing one."""
    chain = OFFICE_CHAIN if entry.subject in _OFFICE else actor.station
    seq, previous = head(connection, chain)
    values = {
        "chain": chain,
        "seq": seq + 1,
        "at": utc_text(now),
        "officer": actor.officer,
        "station": actor.station,
        "subject": entry.subject.value,
        "reference": entry.reference,
        "version": entry.version,
        "event": entry.event,
        "from_state": entry.from_state,
        "to_state": entry.to_state,
        "reason": entry.reason,
        "detail": entry.detail,
        "previous_hash": previous,
    }
    row = LedgerEntry(**values, hash=chain_hash(**values))  # type: ignore[arg-type]  # one mapping for both
    stored = {"hash": row.hash, "dossier_id": entry.dossier_id, "detail": _packed(entry.detail)}
    connection.execute(_ADD, values | stored)
    return row


def head(connection: Connection, chain: int) -> tuple[int, str]:
    """Number and hash of the last row of `chain`; 0 and the genesis hash if there is none."""
    row = connection.execute(_HEAD, {"of_chain": chain}).first()
    return (row.seq, row.hash) if row else (0, GENESIS)


_OWN = ledger.c.chain == bindparam("of_chain")
_HEAD = select(ledger.c.seq, ledger.c.hash).where(_OWN).order_by(ledger.c.seq.desc()).limit(1)
_LAST_TIME = select(ledger.c.at).where(_OWN).order_by(ledger.c.seq.desc()).limit(1)
_ADD = insert(ledger)


def heads(connection: Connection) -> Heads:
    """Number and hash of the last row of every chain."""
    found: Heads = {}
    chain = connection.execute(select(func.min(ledger.c.chain))).scalar()
    while chain is not None:
        found[chain] = head(connection, chain)
        following = select(func.min(ledger.c.chain)).where(ledger.c.chain > chain)
        chain = connection.execute(following).scalar()
    return found


def last_time(connection: Connection, chain: int) -> str:
    """UTC text of the time of the last row of `chain`, empty if there is none."""
    return connection.execute(_LAST_TIME, {"of_chain": chain}).scalar() or ""


def hash_at(connection: Connection, chain: int, seq: int) -> str | None:
    """The hash of a row, None if there is no such row."""
    return connection.execute(
        select(ledger.c.hash).where(ledger.c.chain == chain, ledger.c.seq == seq)
    ).scalar()


def entries(connection: Connection) -> Iterator[LedgerEntry]:
    """Every row, chain after chain, each in order."""
    query = select(*_COLUMNS).order_by(ledger.c.chain, ledger.c.seq)
    for row in connection.execute(query, execution_options={"yield_per": 2_000}):
        yield _entry(row)


def of_dossier(connection: Connection, dossier_id: int) -> tuple[LedgerEntry, ...]:
    """The rows of a dossier in the order of its versions."""
    query = select(*_COLUMNS).where(ledger.c.dossier_id == dossier_id).order_by(ledger.c.version)
    return tuple(_entry(row) for row in connection.execute(query))


def by_dossier(connection: Connection) -> Iterator[tuple[int, tuple[LedgerEntry, ...]]]:
    """The rows of every dossier, oldest dossier first, each in the order of its versions."""
    query = (
        select(ledger.c.dossier_id, *_COLUMNS)
        .where(ledger.c.dossier_id.is_not(None))
        .order_by(ledger.c.dossier_id, ledger.c.version)
    )
    rows = connection.execute(query, execution_options={"yield_per": 2_000})
    for dossier_id, own in groupby(rows, lambda row: int(row[0])):
        yield dossier_id, tuple(_entry(row[1:]) for row in own)


def detail_of(stored: bytes) -> str:
    """The detail of a row as it was given; of nothing nothing is kept.

    Raises:
        BodyUnreadable: it is not what was stored.
    """
    return unpacked(stored).decode() if stored else ""


def _packed(detail: str) -> bytes:
    return packed(detail.encode(), Dictionary.EVENTS) if detail else b""


def _entry(row: Sequence[Any]) -> LedgerEntry:
    values = list(row)
    values[_DETAIL] = detail_of(values[_DETAIL])
    return LedgerEntry(*values)
