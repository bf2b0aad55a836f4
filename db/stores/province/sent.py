"""Digests of events as packages held them: an answer names the event by one of them.

They lie in parts of many, so that keeping those of a large package takes a moment of the one
writer, not half a second.
"""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice

from sqlalchemy import Connection, select

from db.engine.chosen import ENGINE
from db.tables.exchange import package, sent_part

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
