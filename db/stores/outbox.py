"""Events waiting for the province: none leaves without an answer that names it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from sqlalchemy import ColumnElement, Connection, bindparam, exists, func, insert, select, update

from app.answers.exchange import OutboxSummary
from app.domain.clock import from_utc_text, utc_text
from db.packing import Dictionary, packed, unpacked
from db.stores.inserted import row_of
from db.stores.province import refusals, sent
from db.tables.exchange import EventKind, OutboxState, outbox, package
from db.tables.ledger import ledger

_PENDING = outbox.c.state == OutboxState.PENDING.value


@dataclass(frozen=True, slots=True)
class NewEvent:
    """Our own event, with what the outbox keeps beside it."""

    position: int
    station: int
    sequence: int
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
    """An event as an answer must match it; `sent` are digests of it as packages held it."""

    position: int
    event_id: str
    dossier_id: int
    dossier_code: str
    version: int
    state: OutboxState
    answer: str
    sent: frozenset[str]


@dataclass(frozen=True, slots=True)
class NewPackage:
    """A package that was written."""

    package_id: str
    station: int
    dialect: str
    written_at: datetime
    first_position: int
    last_position: int
    events: int
    sha256: str
    file_name: str


def next_places(connection: Connection, station: int) -> tuple[int, int]:
    """Position here and sequence of `station` that the next event takes."""
    position, sequence = connection.execute(_LAST_PLACES, {"of_station": station}).one()
    return (position or 0) + 1, (sequence or 0) + 1


_LAST_PLACES = select(
    select(func.max(outbox.c.position)).scalar_subquery(),
    select(func.max(outbox.c.sequence))
    .where(outbox.c.station == bindparam("of_station"))
    .scalar_subquery(),
)
_ADD = insert(outbox)


def add(connection: Connection, events: Sequence[NewEvent], now: datetime) -> None:
    """Store events as pending."""
    if not events:
        return
    rows = [
        {
            "position": event.position,
            "station": event.station,
            "sequence": event.sequence,
            "event_id": event.event_id,
            "ledger_seq": event.ledger_seq,
            "dossier_id": event.dossier_id,
            "dossier_code": event.dossier_code,
            "kind": event.kind.value,
            "version": event.version,
            "created_at": utc_text(now),
            "body": packed(event.body, Dictionary.EVENTS),
            "sha256": event.sha256,
            "state": OutboxState.PENDING.value,
            "answered_at": None,
            "answer": "",
        }
        for event in events
    ]
    connection.execute(_ADD, rows)


def never_sent() -> ColumnElement[bool]:
    """Events that never left."""
    return _PENDING & (outbox.c.position > _LAST_SENT)


_LAST_SENT = select(func.coalesce(func.max(package.c.last_position), 0)).scalar_subquery()
"""What lies up to here has left: every package held all that waited up to its last position."""


class PendingEvent(NamedTuple):
    """An unanswered event; `leaves_as` is the official code it leaves with, None: as in `body`."""

    position: int
    dossier_id: int
    kind: EventKind
    leaves_as: str | None
    body: bytes


def pending(connection: Connection) -> Iterator[PendingEvent]:
    """Unanswered events, in order, streamed."""
    columns = outbox.c
    query = (
        select(columns.position, columns.dossier_id, columns.kind, columns.body, columns.leaves_as)
        .where(_PENDING)
        .order_by(outbox.c.position)
    )
    rows = connection.execute(query, execution_options={"yield_per": 1_000})
    for position, dossier_id, kind, body, leaves_as in rows:
        yield PendingEvent(position, dossier_id, _KINDS[kind], leaves_as, unpacked(body))


_KINDS = {kind.value: kind for kind in EventKind}


def has_left(connection: Connection, dossier_id: int) -> bool:
    """Whether an event of the dossier was exported and not refused: the province may have it."""
    row = outbox.c
    # By the ledger, which finds a dossier's rows without reading the outbox through.
    of_row = (row.station == ledger.c.chain) & (row.ledger_seq == ledger.c.seq)
    left = (
        select(row.position)
        .join_from(ledger, outbox, of_row)
        .where(
            ledger.c.dossier_id == dossier_id,
            row.state != OutboxState.REJECTED.value,
            row.position <= _LAST_SENT,
        )
    )
    return connection.execute(select(left.exists())).scalar_one()


def leave_as(connection: Connection, dossier_id: int, code: str) -> None:
    """Let the unanswered events of a dossier leave with this official code."""
    connection.execute(
        update(outbox).where(outbox.c.dossier_id == dossier_id, _PENDING).values(leaves_as=code)
    )


def count(connection: Connection) -> int:
    """How many events there are, answered or not."""
    return connection.execute(select(func.count()).select_from(outbox)).scalar_one()


def pending_count(connection: Connection) -> int:
    """How many events are unanswered."""
    waiting = outbox.c.state == OutboxState.PENDING.value
    return connection.execute(select(func.count()).select_from(outbox).where(waiting)).scalar_one()


def pending_range(connection: Connection) -> tuple[int, int] | None:
    """First and last position of what waits; None if nothing waits."""
    row = connection.execute(
        select(func.min(outbox.c.position), func.max(outbox.c.position)).where(_PENDING)
    ).one()
    return None if row[0] is None else (row[0], row[1])


WITH_PENDING = select(outbox.c.dossier_id).where(_PENDING)
"""Asks for the dossiers with an unanswered event."""


def pending_dossiers(connection: Connection) -> list[int]:
    """Dossiers with an unanswered event, oldest event first."""
    rows = connection.execute(
        WITH_PENDING.group_by(outbox.c.dossier_id).order_by(func.min(outbox.c.position))
    )
    return list(rows.scalars())


def find(connection: Connection, event_id: str) -> StoredEvent | None:
    """The event `event_id`, None if we never wrote it."""
    row = connection.execute(select(outbox).where(outbox.c.event_id == event_id)).first()
    if row is None:
        return None
    return StoredEvent(
        row.position,
        row.event_id,
        row.dossier_id,
        row.dossier_code,
        row.version,
        OutboxState(row.state),
        row.answer,
        sent.digests_of(connection, row.position),
    )


def settle(
    connection: Connection, position: int, state: OutboxState, answer: str, now: datetime
) -> None:
    """Keep the province's answer to the event at `position`."""
    connection.execute(
        update(outbox)
        .where(outbox.c.position == position)
        .values(state=state.value, answer=answer, answered_at=utc_text(now))
    )


def summary(connection: Connection) -> OutboxSummary:
    """What waits, for the bar and the *Đồng bộ* screen."""
    row = connection.execute(
        select(
            func.count(),
            func.count(outbox.c.dossier_id.distinct()),
            func.count().filter(never_sent()),
            func.min(outbox.c.created_at),
            func.count(outbox.c.dossier_id.distinct()).filter(never_sent()),
            func.min(outbox.c.created_at).filter(never_sent()),
        ).where(_PENDING)
    ).one()
    refused = refusals.count(connection)
    return OutboxSummary(
        pending_events=row[0],
        pending_dossiers=row[1],
        never_exported=row[2],
        rejected=refused.open,
        to_mend=refused.to_mend,
        oldest_at=from_utc_text(row[3]) if row[3] else None,
        unsent_dossiers=row[4],
        oldest_unsent_at=from_utc_text(row[5]) if row[5] else None,
    )


def pending_of(connection: Connection, dossier_id: int) -> int:
    """How many events of one dossier are unanswered."""
    return connection.execute(
        select(func.count()).where(outbox.c.dossier_id == dossier_id, _PENDING)
    ).scalar_one()


def add_package(
    connection: Connection, new: NewPackage, events: Iterable[tuple[int, bytes]]
) -> None:
    """Remember a package that was written, with position and digest (32 bytes) of its events."""
    values: Mapping[str, object] = {
        "package_id": new.package_id,
        "station": new.station,
        "dialect": new.dialect,
        "written_at": utc_text(new.written_at),
        "first_position": new.first_position,
        "last_position": new.last_position,
        "events": new.events,
        "sha256": new.sha256,
        "file_name": new.file_name,
    }
    made = connection.execute(insert(package), values)
    sent.keep(connection, row_of(made), events)


def has_package_of(connection: Connection, agency: str) -> bool:
    """Whether a package was written under this agency code, as the office had before."""
    name = package.c.file_name.contains(f"MC_{agency}_", autoescape=True)
    return connection.execute(select(exists().where(name))).scalar_one()


def last_package_digest(connection: Connection) -> str:
    """SHA-256 of the package written before, empty for the first."""
    return (
        connection.execute(select(package.c.sha256).order_by(package.c.id.desc()).limit(1)).scalar()
        or ""
    )


def bodies(connection: Connection) -> Iterator[tuple[str, bytes, str]]:
    """Name, body and digest of every event, streamed.

    Raises:
        BodyUnreadable: one cannot be unpacked.
    """
    query = select(outbox.c.event_id, outbox.c.body, outbox.c.sha256).order_by(outbox.c.position)
    rows = connection.execute(query, execution_options={"yield_per": 1_000})
    for event_id, body, digest in rows:
        yield event_id, unpacked(body), digest
