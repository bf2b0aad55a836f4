"""Papers certified: their numbers, their books, and the pile that waits for a signature."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from app.answers.certification import AwaitingSignature, BookRow
from app.domain.certification.books import (
    MOST_VOLUMES,
    Book,
    CertificationKind,
    CertificationNumber,
    CertifiedDocument,
    book_of,
    volume_number,
)
from app.domain.clock import from_utc_text, utc_text
from app.domain.errors import DeskError
from app.domain.workflow.moves import states_where
from app.domain.workflow.states import BoardPlace, DossierState
from db.stores import series
from db.tables.certification import certification_document, certification_volume
from db.tables.dossier import dossier

_TO_BE_SIGNED = [state.value for state in states_where(place=BoardPlace.AT_WORK)]


class VolumesExhausted(DeskError):
    """The book has no further volume this year. Facts: book, year, last."""


def number(
    connection: Connection,
    documents: tuple[CertifiedDocument, ...],
    *,
    agency: str,
    station: int,
    day: date,
) -> tuple[CertifiedDocument, ...]:
    """`documents`, of set kinds, each with the next number of its book, in their order.

    The book is that of `station`, or of the office for station 0.

    Raises:
        YearExhausted: a book has no number left this year.
    """
    counts: dict[Book, int] = {}
    for document in documents:
        book = _book(document)
        counts[book] = counts.get(book, 0) + 1
    following = {
        book: (
            volume_of(connection, book, agency=agency, year=day.year, station=station),
            series.take(
                connection,
                series.yearly(book.value, agency=agency, year=day.year, station=station),
                how_many=how_many,
            ),
        )
        for book, how_many in counts.items()
    }
    numbered = []
    for document in documents:
        book = _book(document)
        volume, free = following[book]
        numbered.append(replace(document, number=CertificationNumber(book, day.year, volume, free)))
        following[book] = (volume, free + 1)
    return tuple(numbered)


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


def volume_of(connection: Connection, book: Book, *, agency: str, year: int, station: int) -> int:
    """The volume in which the next number of a book is entered, as paper names it."""
    first = volume_number(station, 1)
    row = certification_volume.c
    last = connection.execute(
        select(func.max(row.volume)).where(
            row.agency == agency,
            row.book == book.value,
            row.year == year,
            row.volume.between(first, volume_number(station, MOST_VOLUMES)),
        )
    ).scalar()
    return first if last is None else int(last)


def open_volume(
    connection: Connection, book: Book, *, agency: str, station: int, now: datetime
) -> tuple[int, int]:
    """Go on in a further volume; the volume and the first number that will stand in it.

    Raises:
        VolumesExhausted: the last volume of the year is open.
    """
    year = now.year
    volume = volume_of(connection, book, agency=agency, year=year, station=station) + 1
    if volume > volume_number(station, MOST_VOLUMES):
        raise VolumesExhausted(book=book.value, year=year, last=volume - 1)
    run = series.yearly(book.value, agency=agency, year=year, station=station)
    first = series.last_of(connection, run) + 1
    values = {
        "agency": agency,
        "book": book.value,
        "year": year,
        "volume": volume,
        "first_number": first,
        "opened_at": utc_text(now),
    }
    connection.execute(insert(certification_volume), values)
    return volume, first


def awaiting_signature(connection: Connection) -> tuple[AwaitingSignature, ...]:
    """Dossiers with papers to be signed whose processing has not ended, oldest first."""
    paper = certification_document.c
    found = connection.execute(
        select(
            dossier.c.id,
            dossier.c.code,
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


def book_rows(connection: Connection, book: Book, *, agency: str, year: int) -> tuple[BookRow, ...]:
    """The entries of a book's year, in order of station and number."""
    paper = certification_document.c
    found = connection.execute(
        select(
            certification_document,
            dossier.c.received_at,
            dossier.c.full_name,
            dossier.c.code,
            dossier.c.state,
            dossier.c.officer,
        )
        .join_from(certification_document, dossier, dossier.c.id == paper.dossier_id)
        .where(paper.agency == agency, paper.book == book.value, paper.year == year)
        .order_by(paper.station, paper.number)
    )
    return tuple(
        BookRow(
            number=CertificationNumber(book, year, row.volume, row.number),
            received_at=from_utc_text(row.received_at),
            applicant=row.full_name,
            name=row.name,
            pages=row.pages,
            copies=row.copies,
            amount=row.amount,
            kind=CertificationKind(row.kind),
            code=row.code,
            state=DossierState(row.state),
            officer=row.officer,
        )
        for row in found
    )


def _book(document: CertifiedDocument) -> Book:
    assert document.kind is not None  # noqa: S101 - set when it was priced
    return book_of(document.kind)
