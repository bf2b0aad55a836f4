"""Events waiting for the province: none leaves without an answer that names it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, func, insert, select, update
from sqlalchemy import text as sql

from app.domain.answers import OutboxSummary, RejectedEvent
from app.domain.clock import from_utc_text, utc_text
from db.driver import run
from db.rows.trail import EventKind, OutboxState, ledger, outbox, package
from db.statement import Statement
from db.stores.board import NEVER_EXPORTED

_INSERT = Statement(insert(outbox), [c.name for c in outbox.c])


@dataclass(frozen=True, slots=True)
class NewEvent:
    """An event as the exchange made it, with what the outbox keeps beside its bytes."""

    seq: int
    event_id: str
    ledger_seq: int
    dossier_id: int
    dossier_code: str
    kind: EventKind
    version: int
    body: bytes
    sha256: str


@dataclass(frozen=True, slots=True)
class StoredEvent:
    """An event as an answer must match it."""

    seq: int
    event_id: str
    dossier_id: int
    version: int
    sha256: str
    state: OutboxState


def next_seq(connection: Connection) -> int:
    """The number the next event takes."""
    return int(run(connection, "SELECT coalesce(max(seq), 0) + 1 FROM outbox").fetchone()[0])


def add(connection: Connection, events: Sequence[NewEvent], now: datetime) -> None:
    """Store events as pending."""
    _INSERT.run_many(
        connection,
        [
            {
                "seq": event.seq,
                "event_id": event.event_id,
                "ledger_seq": event.ledger_seq,
                "dossier_id": event.dossier_id,
                "dossier_code": event.dossier_code,
                "kind": event.kind.value,
                "version": event.version,
                "created_at": utc_text(now),
                "body": event.body,
                "sha256": event.sha256,
                "state": OutboxState.PENDING.value,
                "answered_at": None,
                "answer": "",
            }
            for event in events
        ],
    )


def pending(connection: Connection) -> Iterator[tuple[int, str, bytes]]:
    """Dossier, kind and canonical bytes of unanswered events, in order of number, streamed."""
    return iter(
        run(
            connection,
            "SELECT dossier_id, kind, body FROM outbox WHERE state = 'PENDING' ORDER BY seq",
        )
    )


def pending_range(connection: Connection) -> tuple[int, int] | None:
    """First and last number of what waits; None if nothing waits."""
    row = connection.execute(
        select(func.min(outbox.c.seq), func.max(outbox.c.seq)).where(
            outbox.c.state == OutboxState.PENDING.value
        )
    ).one()
    return None if row[0] is None else (row[0], row[1])


def pending_dossiers(connection: Connection) -> list[int]:
    """Dossiers with an unanswered event, oldest event first."""
    first = func.min(outbox.c.seq)
    rows = connection.execute(
        select(outbox.c.dossier_id)
        .where(outbox.c.state == OutboxState.PENDING.value)
        .group_by(outbox.c.dossier_id)
        .order_by(first)
    )
    return list(rows.scalars())


def find(connection: Connection, event_id: str) -> StoredEvent | None:
    """The event `event_id`, None if we never wrote it."""
    row = connection.execute(select(outbox).where(outbox.c.event_id == event_id)).first()
    if row is None:
        return None
    return StoredEvent(
        row.seq, row.event_id, row.dossier_id, row.version, row.sha256, OutboxState(row.state)
    )


def settle(
    connection: Connection, seq: int, state: OutboxState, answer: str, now: datetime
) -> None:
    """Keep the province's answer to event `seq`."""
    connection.execute(
        update(outbox)
        .where(outbox.c.seq == seq)
        .values(state=state.value, answer=answer[:4_000], answered_at=utc_text(now))
    )


def summary(connection: Connection) -> OutboxSummary:
    """What waits, for the bar and the *Đồng bộ* screen."""
    waiting = outbox.c.state == OutboxState.PENDING.value
    row = connection.execute(
        select(
            func.count(),
            func.count(outbox.c.dossier_id.distinct()),
            func.count().filter(sql(NEVER_EXPORTED)),
            func.min(outbox.c.created_at),
        ).where(waiting)
    ).one()
    rejected = connection.execute(
        select(func.count()).where(outbox.c.state == OutboxState.REJECTED.value)
    ).scalar_one()
    return OutboxSummary(
        pending_events=row[0],
        pending_dossiers=row[1],
        never_exported=row[2],
        rejected=rejected,
        oldest_at=from_utc_text(row[3]) if row[3] else None,
    )


def rejected(connection: Connection, *, most: int = 500) -> tuple[RejectedEvent, ...]:
    """Events the province refused, newest first."""
    rows = connection.execute(
        select(outbox)
        .where(outbox.c.state == OutboxState.REJECTED.value)
        .order_by(outbox.c.seq.desc())
        .limit(most)
    )
    return tuple(
        RejectedEvent(r.event_id, r.dossier_code, r.kind, r.answer, from_utc_text(r.answered_at))
        for r in rows
    )


def pending_of(connection: Connection, dossier_id: int) -> int:
    """How many events of one dossier are unanswered."""
    return connection.execute(
        select(func.count())
        .select_from(outbox.join(ledger, ledger.c.seq == outbox.c.ledger_seq))
        .where(ledger.c.dossier_id == dossier_id, outbox.c.state == OutboxState.PENDING.value)
    ).scalar_one()


def add_package(connection: Connection, values: dict[str, object]) -> None:
    """Remember a package that was written."""
    connection.execute(insert(package).values(values))


def last_package_digest(connection: Connection) -> str:
    """SHA-256 of the package written before, empty for the first."""
    return (
        connection.execute(select(package.c.sha256).order_by(package.c.id.desc()).limit(1)).scalar()
        or ""
    )
