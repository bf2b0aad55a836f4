"""Digests of events as packages held them: an answer names the event by one of them.

They lie in parts of many, so that keeping those of a large package takes a moment of the one
writer, not half a second.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import islice

from sqlalchemy import Connection, select

from app.domain.clock import from_utc_text
from db.engine.chosen import ENGINE
from db.tables.exchange import EventKind, outbox, package, sent_part
from db.tables.ledger import ledger

EVENTS_OF_A_PART = 256
_POSITION, _DIGEST = 8, 32
"""Bytes of an event's position, the greatest byte first, and of its digest behind it."""
_EACH = _POSITION + _DIGEST


def keep(connection: Connection, package_id: int, events: Iterable[tuple[int, bytes]]) -> None:
    """Keep positions, in their order, and digests (32 bytes) of the events of a package's row."""
    part = sent_part.c
    columns = [part.package, part.first_position, part.digests]
    ENGINE.add_rows(connection, columns, _rows(package_id, events))


def digests_of(connection: Connection, position: int) -> frozenset[str]:
    """SHA-256 of the event at `position` in every package that held it, in hexadecimal digits."""
    part = sent_part.c
    nearest = (
        select(part.digests)
        .where(part.package == package.c.id, part.first_position <= position)
        .order_by(part.first_position.desc())
        .limit(1)
        .scalar_subquery()
    )
    spans = package.c.first_position <= position, position <= package.c.last_position
    parts = connection.execute(select(nearest).where(*spans)).scalars()
    return frozenset(digest for held in parts for digest in _found(held or b"", position))


def packages_of(
    connection: Connection, dossier_id: int
) -> Iterator[tuple[int, datetime, str, str]]:
    """Packages that held a dossier: its version in them, when written, file name and SHA-256."""
    e, p = outbox.c, package.c
    # By the ledger, which finds a dossier's rows without reading the outbox through.
    of_row = (e.station == ledger.c.chain) & (e.ledger_seq == ledger.c.seq)
    spans = (p.first_position <= e.position) & (e.position <= p.last_position)
    found = connection.execute(
        select(e.position, e.version, p.id, p.written_at, p.file_name, p.sha256)
        .join_from(ledger, outbox, of_row)
        .join(package, spans)
        .where(ledger.c.dossier_id == dossier_id, e.kind == EventKind.DOSSIER.value)
        .order_by(p.id, e.position)
    )
    for position, version, package_id, at, name, digest in found:
        if _holds(connection, package_id, position):
            yield version, from_utc_text(at), name, digest


def _holds(connection: Connection, package_id: int, position: int) -> bool:
    held = connection.execute(
        select(sent_part.c.digests)
        .where(sent_part.c.package == package_id, sent_part.c.first_position <= position)
        .order_by(sent_part.c.first_position.desc())
        .limit(1)
    ).scalar()
    return any(_found(held or b"", position))


def _rows(package_id: int, events: Iterable[tuple[int, bytes]]) -> Iterator[tuple[int, int, bytes]]:
    left = iter(events)
    while some := list(islice(left, EVENTS_OF_A_PART)):
        yield package_id, some[0][0], _packed(some)


def _packed(some: Sequence[tuple[int, bytes]]) -> bytes:
    return b"".join(at.to_bytes(_POSITION, "big") + digest for at, digest in some)


def _found(held: bytes, position: int) -> Iterator[str]:
    events = range(0, len(held), _EACH)
    nth = bisect_left(events, position, key=lambda at: _position(held, at))
    if nth < len(events) and _position(held, events[nth]) == position:
        yield held[events[nth] + _POSITION : events[nth] + _EACH].hex()


def _position(held: bytes, at: int) -> int:
    return int.from_bytes(held[at : at + _POSITION], "big")
