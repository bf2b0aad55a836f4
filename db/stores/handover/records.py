"""Records of hand-over: rows in, values out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, func, insert, or_, select

from app.domain.clock import from_utc_text, utc_text
from app.domain.workflow.handover import Difference, RecordNumber, UnknownRecord
from db.packing import Dictionary, packed, unpacked
from db.stores.inserted import row_of
from db.tables.handover import handing, handover, handover_difference, handover_line

_H = handover.c


@dataclass(frozen=True, slots=True)
class NewRecord:
    """A record to be kept; `body` is its frozen content, `dossiers` its rows in order."""

    agency: str
    number: RecordNumber
    giver: str
    receiver: str
    officer: str
    made_at: datetime
    body: bytes
    dossiers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StoredRecord:
    """A record as it is kept."""

    id: int
    number: RecordNumber
    giver: str
    receiver: str
    officer: str
    made_at: datetime
    body: bytes
    dossiers: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class StoredDifference:
    """What was found otherwise."""

    kind: Difference
    code: str
    why: str
    noted_at: datetime
    officer: str


@dataclass(frozen=True, slots=True)
class ListedRecord:
    """A record without its body; `waiting` dossiers were neither taken nor missed yet."""

    number: RecordNumber
    giver: str
    receiver: str
    officer: str
    made_at: datetime
    lines: int
    waiting: int


def add(connection: Connection, new: NewRecord) -> int:
    """Keep a record with its lines; its row number."""
    values = {
        "agency": new.agency,
        "year": new.number.year,
        "station": new.number.station,
        "number": new.number.number,
        "giver": new.giver,
        "receiver": new.receiver,
        "officer": new.officer,
        "made_at": utc_text(new.made_at),
        "lines": len(new.dossiers),
        "body": packed(new.body, Dictionary.CONTENTS),
    }
    record_id = row_of(connection.execute(insert(handover), values))
    lines = [
        {"handover_id": record_id, "position": position, "dossier_id": dossier_id}
        for position, dossier_id in enumerate(new.dossiers, start=1)
    ]
    connection.execute(insert(handover_line), lines)
    return record_id


def by_number(connection: Connection, agency: str, number: RecordNumber) -> StoredRecord:
    """The record with this number.

    Raises:
        UnknownRecord: there is none.
    """
    row = connection.execute(
        select(handover).where(
            _H.agency == agency,
            _H.year == number.year,
            _H.station == number.station,
            _H.number == number.number,
        )
    ).first()
    if row is None:
        raise UnknownRecord(number=str(number), year=number.year)
    lines = connection.execute(
        select(handover_line.c.dossier_id)
        .where(handover_line.c.handover_id == row.id)
        .order_by(handover_line.c.position)
    )
    return StoredRecord(
        row.id,
        _number(row),
        row.giver,
        row.receiver,
        row.officer,
        from_utc_text(row.made_at),
        unpacked(row.body),
        tuple(lines.scalars()),
    )


def note(connection: Connection, record_id: int, found: Sequence[StoredDifference]) -> None:
    """Keep what a receiver found otherwise."""
    rows = [
        {
            "handover_id": record_id,
            "kind": one.kind.value,
            "code": one.code,
            "why": one.why,
            "noted_at": utc_text(one.noted_at),
            "officer": one.officer,
        }
        for one in found
    ]
    if rows:
        connection.execute(insert(handover_difference), rows)


def differences(connection: Connection, record_id: int) -> tuple[StoredDifference, ...]:
    """What was found otherwise, oldest first."""
    rows = connection.execute(
        select(handover_difference)
        .where(handover_difference.c.handover_id == record_id)
        .order_by(handover_difference.c.id)
    )
    return tuple(
        StoredDifference(
            Difference(row.kind), row.code, row.why, from_utc_text(row.noted_at), row.officer
        )
        for row in rows
    )


def newest(connection: Connection, agency: str, *, most: int) -> tuple[ListedRecord, ...]:
    """The newest records, and all whose stack was not scanned back yet."""
    waiting = _waiting()
    rows = connection.execute(
        select(handover, waiting.label("waiting"))
        .where(_H.agency == agency, or_(_H.id.in_(_last(agency, most)), waiting > 0))
        .order_by(_H.id.desc())
    )
    return tuple(_listed(rows))


def _last(agency: str, most: int) -> Any:  # noqa: ANN401 - a query
    return select(_H.id).where(_H.agency == agency).order_by(_H.id.desc()).limit(most)


def _waiting() -> Any:  # noqa: ANN401 - a column
    """How many of a record's dossiers are on their way."""
    line, gone = handover_line.c, handing.c
    here = and_(
        line.handover_id == _H.id,
        gone.dossier_id == line.dossier_id,
        gone.handed_at == _H.made_at,
        gone.agency == _H.receiver,
        gone.taken_at.is_(None),
        gone.missed_at.is_(None),
        gone.left_at.is_(None),
    )
    return (
        select(func.count())
        .select_from(handover_line.join(handing, gone.dossier_id == line.dossier_id))
        .where(here)
        .scalar_subquery()
    )


def _listed(rows: Iterable[Row[Any]]) -> Iterable[ListedRecord]:
    for row in rows:
        yield ListedRecord(
            _number(row),
            row.giver,
            row.receiver,
            row.officer,
            from_utc_text(row.made_at),
            row.lines,
            row.waiting,
        )


def _number(row: Row[Any]) -> RecordNumber:
    return RecordNumber(row.year, row.number, row.station)
