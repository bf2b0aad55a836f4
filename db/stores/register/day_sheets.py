"""The sheets of the days: kept, found again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from app.domain.clock import from_utc_text, utc_text
from db.packing import Dictionary, packed, unpacked
from db.tables.day import day_sheet

_S = day_sheet.c


@dataclass(frozen=True, slots=True)
class NewDaySheet:
    """A sheet to be kept; `body` is what it says, canonical JSON."""

    station: int
    day: date
    nth: int
    ledger_seq: int
    head_seq: int
    closed_at: datetime
    officer: str
    number: int
    number_station: int
    body: bytes


@dataclass(frozen=True, slots=True)
class StoredDaySheet:
    """A sheet as it is kept; `ledger_seq` is the row of its station's chain that tells of it."""

    station: int
    day: date
    nth: int
    ledger_seq: int
    head_seq: int
    closed_at: datetime
    body: bytes


def add(connection: Connection, new: NewDaySheet, *, agency: str) -> None:
    """Keep a sheet for good."""
    values = {
        "agency": agency,
        "station": new.station,
        "day": new.day.isoformat(),
        "nth": new.nth,
        "ledger_seq": new.ledger_seq,
        "head_seq": new.head_seq,
        "closed_at": utc_text(new.closed_at),
        "officer": new.officer,
        "number": new.number,
        "number_station": new.number_station,
        "body": packed(new.body, Dictionary.CONTENTS),
    }
    connection.execute(insert(day_sheet), values)


def of_day(
    connection: Connection, *, agency: str, day: date, station: int | None = None
) -> tuple[StoredDaySheet, ...]:
    """The sheets of a day in the order in which they were made; of one station, if named."""
    of = select(day_sheet).where(_S.agency == agency, _S.day == day.isoformat()).order_by(_S.id)
    if station is not None:
        of = of.where(_S.station == station)
    return tuple(map(_stored, connection.execute(of)))


def last(connection: Connection, *, agency: str, station: int) -> StoredDaySheet | None:
    """The sheet a station's chain was counted up to last; None before the first."""
    own = select(day_sheet).where(_S.agency == agency, _S.station == station)
    row = connection.execute(own.order_by(_S.ledger_seq.desc()).limit(1)).first()
    return _stored(row) if row else None


def every(connection: Connection) -> Iterator[StoredDaySheet]:
    """Every sheet, each station's in the order of its chain."""
    rows = select(day_sheet).order_by(_S.station, _S.ledger_seq)
    for row in connection.execute(rows, execution_options={"yield_per": 100}):
        yield _stored(row)


def _stored(row: Row[Any]) -> StoredDaySheet:
    return StoredDaySheet(
        station=row.station,
        day=date.fromisoformat(row.day),
        nth=row.nth,
        ledger_seq=row.ledger_seq,
        head_seq=row.head_seq,
        closed_at=from_utc_text(row.closed_at),
        body=unpacked(row.body),
    )
