"""Papers certified: their numbers, and the pile that waits for a signature."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from app.answers.certification import AwaitingSignature
from app.domain.certification.blocks import BookBlock
from app.domain.certification.books import (
    Book,
    CertificationKind,
    CertificationNumber,
    CertifiedDocument,
    book_of,
)
from app.domain.clock import from_utc_text
from app.domain.workflow.moves import states_where
from app.domain.workflow.states import BoardPlace, DossierState
from db.stores import series
from db.stores.certification import books
from db.stores.dossier_values import shown_code
from db.tables.certification import certification_document
from db.tables.dossier import dossier

_TO_BE_SIGNED = [state.value for state in states_where(place=BoardPlace.AT_WORK)]


def number(
    connection: Connection,
    documents: tuple[CertifiedDocument, ...],
    *,
    agency: str,
    blocks: tuple[BookBlock, ...],
    day: date,
) -> tuple[CertifiedDocument, ...]:
    """`documents`, of set kinds, each with the next number of its book, in their order.

    The numbers are those of `blocks` that nobody has, of the one run of the office.

    Raises:
        YearExhausted: a book has no number left this year.
        BlocksExhausted: the blocks have none left of a book.
        BookClosed: the book of the year was closed.
    """
    counts = Counter(map(_book, documents))
    following = {}
    for book, how_many in counts.items():
        books.require_open(connection, book, agency=agency, year=day.year)
        numbers = series.take_of_blocks(
            connection,
            book.value,
            agency=agency,
            year=day.year,
            blocks=blocks,
            how_many=how_many,
        )
        volume = books.volume_of(connection, book, agency=agency, year=day.year)
        following[book] = (CertificationNumber(book, day.year, volume, n) for n in numbers)
    return tuple(replace(one, number=next(following[_book(one)])) for one in documents)


def add(
    connection: Connection,
    dossier_id: int,
    documents: tuple[CertifiedDocument, ...],
    *,
    agency: str,
) -> None:
    """Store numbered `documents` of a dossier."""
    rows = []
    for position, document in enumerate(documents, start=1):
        given = document.number
        assert given is not None  # noqa: S101 - `number` came before
        assert document.kind is not None  # noqa: S101 - as for `number`
        rows.append(
            {
                "dossier_id": dossier_id,
                "position": position,
                "kind": document.kind.value,
                "name": document.name,
                "pages": document.pages,
                "copies": document.copies,
                "amount": document.amount,
                "agency": agency,
                "book": given.book.value,
                "year": given.year,
                "station": given.station,
                "volume": given.volume,
                "number": given.number,
            }
        )
    if rows:
        connection.execute(insert(certification_document), rows)


def amend(
    connection: Connection, dossier_id: int, documents: tuple[CertifiedDocument, ...]
) -> None:
    """Write down `documents` anew, each under the number it has."""
    row = certification_document.c
    for position, document in enumerate(documents, start=1):
        connection.execute(
            update(certification_document)
            .where(row.dossier_id == dossier_id, row.position == position)
            .values(
                name=document.name,
                pages=document.pages,
                copies=document.copies,
                amount=document.amount,
            )
        )


def of_dossier(connection: Connection, dossier_id: int) -> tuple[CertifiedDocument, ...]:
    """The papers of a dossier, in their order."""
    own = certification_document.c.dossier_id == dossier_id
    return documents_of(connection.execute(ROWS.where(own)))


OF_DOSSIER = certification_document.c.dossier_id
ROWS = select(certification_document).order_by(
    certification_document.c.dossier_id, certification_document.c.position
)


def documents_of(rows: Iterable[Row[Any]]) -> tuple[CertifiedDocument, ...]:
    """The papers of one dossier's rows."""
    return tuple(
        CertifiedDocument(
            name=row.name,
            pages=row.pages,
            copies=row.copies,
            kind=CertificationKind(row.kind),
            amount=row.amount,
            number=CertificationNumber(Book(row.book), row.year, row.volume, row.number),
        )
        for row in rows
    )


def awaiting_signature(connection: Connection) -> tuple[AwaitingSignature, ...]:
    """Dossiers with papers to be signed whose processing has not ended, oldest first."""
    paper = certification_document.c
    found = connection.execute(
        select(
            dossier.c.id,
            shown_code(),
            dossier.c.full_name,
            dossier.c.version,
            dossier.c.state,
            dossier.c.received_at,
            dossier.c.due_at,
            func.count().label("documents"),
            func.sum(paper.copies).label("copies"),
            func.sum(paper.amount).label("amount"),
        )
        .join_from(dossier, certification_document, paper.dossier_id == dossier.c.id)
        # The index of what is open answers the inner question without touching a row.
        .where(
            dossier.c.id.in_(select(dossier.c.id).where(dossier.c.ended_at.is_(None))),
            dossier.c.state.in_(_TO_BE_SIGNED),
        )
        .group_by(dossier.c.id)
        .order_by(dossier.c.received_at, dossier.c.id)
    )
    return tuple(
        AwaitingSignature(
            dossier_id=row.id,
            code=row.code,
            applicant=row.full_name,
            version=row.version,
            state=DossierState(row.state),
            received_at=from_utc_text(row.received_at),
            due_at=from_utc_text(row.due_at) if row.due_at else None,
            documents=row.documents,
            copies=row.copies,
            amount=row.amount,
        )
        for row in found
    )


def _book(document: CertifiedDocument) -> Book:
    assert document.kind is not None  # noqa: S101 - set when it was priced
    return book_of(document.kind)
