"""Papers certified: their numbers, their books, and the pile that waits for a signature."""

from dataclasses import replace
from datetime import date, datetime

from sqlalchemy import Connection, insert

from app.domain.certification import (
    MOST_VOLUMES,
    Book,
    CertificationKind,
    CertificationNumber,
    CertifiedDocument,
    book_of,
    volume_number,
)
from app.domain.certification_views import AwaitingSignature, BookRow
from app.domain.clock import from_utc_text, utc_text
from app.domain.errors import DeskError
from app.domain.states import DossierState
from db.driver import run
from db.rows.certification import certification_document
from db.rows.series import Series
from db.statement import Statement
from db.stores import series

_INSERT = Statement(insert(certification_document), [c.name for c in certification_document.c])
_COLUMNS = "kind, name, pages, copies, amount, book, year, volume, number"


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
                Series(book.value),
                agency=agency,
                year=day.year,
                station=station,
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
    _INSERT.run_many(connection, rows)


def amend(
    connection: Connection, dossier_id: int, documents: tuple[CertifiedDocument, ...]
) -> None:
    """Write down `documents` anew, each under the number it has."""
    for position, document in enumerate(documents, start=1):
        run(
            connection,
            "UPDATE certification_document SET name = ?, pages = ?, copies = ?, amount = ? "
            "WHERE dossier_id = ? AND position = ?",
            (document.name, document.pages, document.copies, document.amount, dossier_id, position),
        )


def of_dossier(connection: Connection, dossier_id: int) -> tuple[CertifiedDocument, ...]:
    """The papers of a dossier, in their order."""
    found = run(
        connection,
        f"SELECT {_COLUMNS} FROM certification_document WHERE dossier_id = ? ORDER BY position",  # noqa: S608 - our own names
        (dossier_id,),
    )
    return tuple(
        CertifiedDocument(
            name=row[1],
            pages=row[2],
            copies=row[3],
            kind=CertificationKind(row[0]),
            amount=row[4],
            number=CertificationNumber(Book(row[5]), row[6], row[7], row[8]),
        )
        for row in found
    )


def volume_of(connection: Connection, book: Book, *, agency: str, year: int, station: int) -> int:
    """The volume in which the next number of a book is entered, as paper names it."""
    first = volume_number(station, 1)
    row = run(
        connection,
        "SELECT coalesce(max(volume), ?) FROM certification_volume "
        "WHERE agency = ? AND book = ? AND year = ? AND volume BETWEEN ? AND ?",
        (first, agency, book.value, year, first, volume_number(station, MOST_VOLUMES)),
    ).fetchone()
    return int(row[0])


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
    last = series.last_of(connection, Series(book.value), agency=agency, year=year, station=station)
    first = last + 1
    run(
        connection,
        "INSERT INTO certification_volume(agency, book, year, volume, first_number, opened_at) "
        "VALUES (?, ?, ?, ?, ?, ?)",
        (agency, book.value, year, volume, first, utc_text(now)),
    )
    return volume, first


def awaiting_signature(connection: Connection) -> tuple[AwaitingSignature, ...]:
    """Dossiers with papers to be signed whose processing has not ended, oldest first."""
    found = run(
        connection,
        """
        SELECT d.id, d.code, d.full_name, d.version, d.state, d.received_at, d.due_at,
          count(*), sum(c.copies), sum(c.amount)
        FROM dossier d JOIN certification_document c ON c.dossier_id = d.id
        -- The index of what is open answers the inner question without touching a row.
        WHERE d.id IN (SELECT id FROM dossier WHERE ended_at IS NULL)
          AND d.state IN ('RECEIVED', 'PROCESSING')
        GROUP BY d.id ORDER BY d.received_at, d.id
        """,
    )
    return tuple(
        AwaitingSignature(
            dossier_id=row[0],
            code=row[1],
            applicant=row[2],
            version=row[3],
            state=DossierState(row[4]),
            received_at=from_utc_text(row[5]),
            due_at=from_utc_text(row[6]) if row[6] else None,
            documents=row[7],
            copies=row[8],
            amount=row[9],
        )
        for row in found.fetchall()
    )


def book_rows(connection: Connection, book: Book, *, agency: str, year: int) -> tuple[BookRow, ...]:
    """The entries of a book's year, in order of station and number."""
    found = run(
        connection,
        """
        SELECT c.volume, c.number, d.received_at, d.full_name, c.name, c.pages, c.copies,
          c.amount, c.kind, d.code, d.state, d.officer
        FROM certification_document c JOIN dossier d ON d.id = c.dossier_id
        WHERE c.agency = ? AND c.book = ? AND c.year = ? ORDER BY c.station, c.number
        """,
        (agency, book.value, year),
    )
    return tuple(
        BookRow(
            number=CertificationNumber(book, year, row[0], row[1]),
            received_at=from_utc_text(row[2]),
            applicant=row[3],
            name=row[4],
            pages=row[5],
            copies=row[6],
            amount=row[7],
            kind=CertificationKind(row[8]),
            code=row[9],
            state=DossierState(row[10]),
            officer=row[11],
        )
        for row in found.fetchall()
    )


def _book(document: CertifiedDocument) -> Book:
    assert document.kind is not None  # noqa: S101 - set when it was priced
    return book_of(document.kind)
