"""The ledger's rows: appended one by one to their chain, read in order."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any

from sqlalchemy import Connection, bindparam, func, insert, literal_column, select

from app.domain.actor import Actor
from app.domain.clock import utc_text
from app.domain.ledger import GENESIS, LedgerEntry, chain_hash
from db.packing import Dictionary, packed, unpacked
from db.tables.ledger import CLOCK_ANSWERS, Subject, ledger
from db.witness import added
from db.witness.comparing import Loss, loss_of
from db.witness.known import MOST_ROWS, Heads, Known, Place, Row

OFFICE_CHAIN = 0
"""The chain of what is the whole office's: settings, catalogue, calendar, tariffs."""
_OFFICE = frozenset({Subject.SETTING, Subject.PROCEDURE, Subject.CALENDAR, Subject.TARIFF,
                     Subject.DATABASE, Subject.CLOCK, Subject.AGENCY, Subject.STEPS})  # fmt: skip
_OF_DOSSIERS = frozenset({Subject.DOSSIER, Subject.PRINT})
"""Rows whose reference is a dossier's code."""
_COLUMNS = [column for column in ledger.c if column.name != "dossier_id"]
LOSS_ACCEPTED = "LOSS_ACCEPTED"
"""The event of a row that says what is gone and that the office goes on without it."""
_A_DAY = 5_000
"""More rows than a station writes in a day."""
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
    return append_all(connection, actor, now, (entry,))[0]


def append_all(
    connection: Connection, actor: Actor, now: datetime, entries: Sequence[Entry]
) -> list[LedgerEntry]:
    """Write the next rows of one chain, in this order; all of them of one kind of record."""
    subject = entries[0].subject
    chain = OFFICE_CHAIN if subject in _OFFICE else actor.station
    seq, previous = head(connection, chain)
    at = utc_text(now)
    rows: list[LedgerEntry] = []
    stored: list[dict[str, Any]] = []
    for seq_of_row, entry in enumerate(entries, seq + 1):
        values: dict[str, Any] = {
            "chain": chain,
            "seq": seq_of_row,
            "at": at,
            "officer": actor.officer,
            "station": actor.station,
            "subject": subject.value,
            "reference": entry.reference,
            "version": entry.version,
            "event": entry.event,
            "from_state": entry.from_state,
            "to_state": entry.to_state,
            "reason": entry.reason,
            "detail": entry.detail,
            "previous_hash": previous,
        }
        row = LedgerEntry(**values, hash=chain_hash(**values))
        previous = row.hash
        rows.append(row)
        stored.append(
            {
                **values,
                "hash": row.hash,
                "dossier_id": entry.dossier_id,
                "detail": _packed(entry.detail),
            }
        )
    connection.execute(_ADD, stored)
    noted = {
        (chain, row.seq): _known(row.hash, subject, row.version, row.reference)
        for row in rows[-MOST_ROWS:]
    }
    added.rows_added(connection, noted)
    return rows


def head(connection: Connection, chain: int) -> tuple[int, str]:
    """Number and hash of the last row of `chain`; 0 and the genesis hash if there is none."""
    row = connection.execute(_HEAD, {"of_chain": chain}).first()
    return (row.seq, row.hash) if row else (0, GENESIS)


_OWN = ledger.c.chain == bindparam("of_chain")
_HEAD = select(ledger.c.seq, ledger.c.hash).where(_OWN).order_by(ledger.c.seq.desc()).limit(1)
_END = select(*_COLUMNS).where(_OWN).order_by(ledger.c.seq.desc()).limit(1)
_CLOCK_ANSWER = (
    select(*_COLUMNS)
    .where(ledger.c.chain == OFFICE_CHAIN, literal_column(CLOCK_ANSWERS))
    .order_by(ledger.c.seq.desc())
    .limit(1)
)
_ADD = insert(ledger)


def heads(connection: Connection) -> Heads:
    """Number and hash of the last row of every chain."""
    return {chain: head(connection, chain) for chain in _chains(connection)}


def _chains(connection: Connection) -> Iterator[int]:
    """Every chain, looked up one by one: there are few, and their rows are many."""
    chain = connection.execute(select(func.min(ledger.c.chain))).scalar()
    while chain is not None:
        yield chain
        following = select(func.min(ledger.c.chain)).where(ledger.c.chain > chain)
        chain = connection.execute(following).scalar()


def ends(connection: Connection) -> tuple[LedgerEntry, ...]:
    """The last row of every chain."""
    return tuple(
        _entry(connection.execute(_END, {"of_chain": chain}).one()) for chain in _chains(connection)
    )


def last_clock_answer(connection: Connection) -> LedgerEntry | None:
    """The row of the last answer that the clock is right; None if it was never asked."""
    row = connection.execute(_CLOCK_ANSWER).first()
    return _entry(row) if row else None


def is_accepted(connection: Connection, loss: Loss) -> bool:
    """Whether somebody has said already that the office goes on without `loss`."""
    query = select(ledger.c.detail).where(
        ledger.c.chain == OFFICE_CHAIN, ledger.c.event == LOSS_ACCEPTED
    )
    accepted = (json.loads(detail_of(row))["heads"] for row in connection.execute(query).scalars())
    return any([tuple(head) for head in heads] == list(loss.heads) for heads in accepted)


def newest_noted(connection: Connection, chain: int, *, most: int) -> dict[Place, Row]:
    """The `most` newest rows of a chain as the witness is told of them."""
    c = ledger.c
    columns = (c.seq, c.hash, c.subject, c.version, c.reference)
    found = connection.execute(
        select(*columns).where(c.chain == chain).order_by(c.seq.desc()).limit(most)
    )
    return {
        (chain, row.seq): _known(row.hash, Subject(row.subject), row.version, row.reference)
        for row in found
    }


def _known(digest: str, subject: Subject, version: int, reference: str) -> Row:
    return Row(digest, subject.value, version, reference if subject in _OF_DOSSIERS else "")


def loss(connection: Connection, known: Known) -> Loss | None:
    """What the witness knows and the ledger lacks; None if it has all of it."""
    return loss_of(
        known,
        lambda chain: head(connection, chain)[0],
        lambda chain, seq: hash_at(connection, chain, seq),
    )


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


def entries_since(connection: Connection, chain: int, seq: int) -> Iterator[LedgerEntry]:
    """The rows of `chain` from `seq` on, in order."""
    query = (
        select(*_COLUMNS).where(ledger.c.chain == chain, ledger.c.seq >= seq).order_by(ledger.c.seq)
    )
    for row in connection.execute(query, execution_options={"yield_per": 2_000}):
        yield _entry(row)


def of_dossier(connection: Connection, dossier_id: int) -> tuple[LedgerEntry, ...]:
    """The rows of a dossier in the order of its versions."""
    query = select(*_COLUMNS).where(ledger.c.dossier_id == dossier_id).order_by(ledger.c.version)
    return tuple(_entry(row) for row in connection.execute(query))


def dossier_of(connection: Connection, chain: int, seq: int) -> int | None:
    """The dossier that a row is about; None if there is no such row, or it is about another."""
    own = select(ledger.c.dossier_id).where(ledger.c.chain == chain, ledger.c.seq == seq)
    return connection.execute(own).scalar()


def newest(
    connection: Connection, station: int, subject: Subject, event: str, *, since: datetime
) -> tuple[LedgerEntry, ...]:
    """The rows of a kind among the newest of a station's chain, not older than `since`."""
    last = head(connection, station)[0]
    query = select(*_COLUMNS).where(
        ledger.c.chain == station,
        ledger.c.seq > last - _A_DAY,
        ledger.c.at >= utc_text(since),
        ledger.c.subject == subject.value,
        ledger.c.event == event,
    )
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


def names_a_slip(detail: str) -> bool:
    """Whether the detail of a row says that a slip of money was written."""
    return '"payment":[null,' in detail


def _packed(detail: str) -> bytes:
    return packed(detail.encode(), Dictionary.EVENTS) if detail else b""


def _entry(row: Sequence[Any]) -> LedgerEntry:
    values = list(row)
    values[_DETAIL] = detail_of(values[_DETAIL])
    return LedgerEntry(*values)
