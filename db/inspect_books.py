"""Are closed books of certification what was closed? Against the ledger and their entries."""

import json
from typing import Any

from sqlalchemy import Connection, Row, exists, func, select

from app.domain.errors import Damaged
from db.stores.ledger import detail_of
from db.tables.certification import book_closing, certification_document
from db.tables.ledger import Subject, ledger


class BookDoesNotTie(Damaged):
    """A closed book differs from the ledger or from its entries. Facts: book, year."""


class BookClosingMissing(Damaged):
    """The ledger tells of the closing of a book that is not there. Facts: seq."""


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
