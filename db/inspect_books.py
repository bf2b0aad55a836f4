"""Are books and days what they were when they were closed? Against the ledger and entries."""

import hashlib
import json
from typing import Any

from sqlalchemy import Connection, Row, exists, func, select

from app.domain.errors import Damaged
from db.stores import ledger as ledger_rows
from db.stores.ledger import detail_of
from db.stores.register import day_sheets
from db.tables.certification import book_closing, certification_document
from db.tables.day import day_sheet
from db.tables.ledger import Subject, ledger


class BookDoesNotTie(Damaged):
    """A closed book differs from the ledger or from its entries. Facts: book, year."""


class BookClosingMissing(Damaged):
    """The ledger tells of the closing of a book that is not there. Facts: seq."""


class DaySheetAltered(Damaged):
    """The sheet of a day is not what the ledger tells of it. Facts: day, station."""


class DaySheetMissing(Damaged):
    """The ledger tells of a sheet that is not there. Facts: chain, seq."""


class DaySheetBeyondLedger(Damaged):
    """The ledger no longer has a row as the sheet of a day names it. Facts: chain, seq, day."""


def check_books(connection: Connection) -> None:
    """Every book is closed as its ledger row tells, with as many entries as it has.

    Raises:
        BookDoesNotTie, BookClosingMissing: name the first that does not fit.
    """
    closing, paper, row = book_closing.c, certification_document.c, ledger.c
    belongs = (row.chain == closing.station) & (row.seq == closing.ledger_seq)
    entries = (
        select(func.count())
        .select_from(certification_document)
        .where(
            paper.agency == closing.agency, paper.book == closing.book, paper.year == closing.year
        )
        .scalar_subquery()
    )
    query = select(
        book_closing, row.subject, row.event, row.reference, row.detail, entries.label("found")
    ).outerjoin_from(book_closing, ledger, belongs)
    for one in connection.execute(query):
        if one.entries != one.found or not _is_in_ledger(one):
            raise BookDoesNotTie(book=one.book, year=one.year)
    bare = select(row.seq).where(
        row.subject == Subject.BOOK.value, row.event == "CLOSED", ~exists().where(belongs)
    )
    lost = connection.execute(bare.limit(1)).scalar()
    if lost is not None:
        raise BookClosingMissing(seq=lost)


def _is_in_ledger(one: Row[Any]) -> bool:
    """Whether the ledger row of a closing says what was kept of it."""
    said = (one.subject, one.event, one.reference)
    if said != (Subject.BOOK.value, "CLOSED", f"{one.book} {one.year}"):
        return False
    kept = {"entries": one.entries, "unused": one.unused}
    return bool(json.loads(detail_of(one.detail)) == kept)


def check_days(connection: Connection) -> None:
    """Every sheet is the one its ledger row tells of, and every such row has its sheet.

    The ends of the chains that sheets name are still there.

    Raises:
        DaySheetAltered, DaySheetMissing, DaySheetBeyondLedger: name the first that does not fit.
    """
    for sheet in day_sheets.every(connection):
        query = select(ledger.c.detail).where(
            ledger.c.chain == sheet.station,
            ledger.c.seq == sheet.ledger_seq,
            ledger.c.subject == Subject.DAY.value,
        )
        stored = connection.execute(query).scalar()
        known = json.loads(detail_of(stored))["sha256"] if stored else ""
        if known != hashlib.sha256(sheet.body).hexdigest():
            raise DaySheetAltered(day=sheet.day, station=sheet.station)
        for head in json.loads(sheet.body)["sheet"]["heads"]:
            is_beginning = head["seq"] == 0
            found = ledger_rows.hash_at(connection, head["chain"], head["seq"])
            if not is_beginning and found != head["hash"]:
                raise DaySheetBeyondLedger(chain=head["chain"], seq=head["seq"], day=sheet.day)
    has_sheet = exists().where(
        day_sheet.c.station == ledger.c.chain, day_sheet.c.ledger_seq == ledger.c.seq
    )
    bare = select(ledger.c.chain, ledger.c.seq).where(
        ledger.c.subject == Subject.DAY.value, ~has_sheet
    )
    row = connection.execute(bare.limit(1)).first()
    if row is not None:
        raise DaySheetMissing(chain=row.chain, seq=row.seq)
