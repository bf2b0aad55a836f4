"""Books of certification: their entries, volumes, and the closing of a year."""

from datetime import datetime

from sqlalchemy import Connection, func, insert, select

from app.answers.certification import BookClosing, BookRow
from app.domain.certification.blocks import BookBlock, Span
from app.domain.certification.books import (
    MOST_VOLUMES,
    Book,
    CertificationKind,
    CertificationNumber,
)
from app.domain.clock import from_utc_text, utc_text
from app.domain.errors import DeskError
from app.domain.workflow.states import DossierState
from db.stores import series
from db.stores.dossier_values import shown_code
from db.tables.certification import book_closing, certification_document, certification_volume
from db.tables.dossier import dossier
from db.tables.series import number_gap


class VolumesExhausted(DeskError):
    """The book has no further volume this year. Facts: book, year, last."""


class BookClosed(DeskError):
    """The book of that year was closed: no number is given in it any more. Facts: book, year."""


def volume_of(connection: Connection, book: Book, *, agency: str, year: int) -> int:
    """The volume in which the next number of a book is entered, as paper names it."""
    row = certification_volume.c
    last = connection.execute(
        select(func.max(row.volume)).where(
            row.agency == agency,
            row.book == book.value,
            row.year == year,
            row.volume <= MOST_VOLUMES,
        )
    ).scalar()
    return 1 if last is None else int(last)


def open_volume(
    connection: Connection,
    book: Book,
    *,
    agency: str,
    blocks: tuple[BookBlock, ...],
    now: datetime,
) -> tuple[int, int]:
    """Go on in a further volume; the volume and the first number that will stand in it.

    Raises:
        VolumesExhausted: the last volume of the year is open.
        BlocksExhausted, YearExhausted: no number is left for it.
        BookClosed: as named.
    """
    year = now.year
    require_open(connection, book, agency=agency, year=year)
    volume = volume_of(connection, book, agency=agency, year=year) + 1
    if volume > MOST_VOLUMES:
        raise VolumesExhausted(book=book.value, year=year, last=volume - 1)
    first = series.free_in(connection, book.value, agency=agency, year=year, blocks=blocks)[0].first
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


def book_rows(connection: Connection, book: Book, *, agency: str, year: int) -> tuple[BookRow, ...]:
    """The entries of a book's year, in order of station and number."""
    paper = certification_document.c
    found = connection.execute(
        select(
            certification_document,
            dossier.c.received_at,
            dossier.c.full_name,
            shown_code(),
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


def left_out(connection: Connection, book: Book, *, agency: str, year: int) -> tuple[Span, ...]:
    """Numbers of the office's run known to have been given elsewhere, before a restore."""
    row = number_gap.c
    found = connection.execute(
        select(row.first_missing, row.last_missing).where(
            row.series == book.value,
            row.period == str(year),
            row.agency == agency,
            row.station == 0,
        )
    )
    return tuple(Span(first, last) for first, last in found)


def require_open(connection: Connection, book: Book, *, agency: str, year: int) -> None:
    """Let pass while the book of `year` is not closed.

    Raises:
        BookClosed: it is.
    """
    if closing_of(connection, book, agency=agency, year=year) is not None:
        raise BookClosed(book=book.value, year=year)


def closing_of(connection: Connection, book: Book, *, agency: str, year: int) -> BookClosing | None:
    """How the book of `year` was closed; None while it is open."""
    row = book_closing.c
    found = connection.execute(
        select(book_closing).where(row.agency == agency, row.book == book.value, row.year == year)
    ).first()
    if found is None:
        return None
    return BookClosing(from_utc_text(found.closed_at), found.officer, found.entries, found.unused)


def close(
    connection: Connection,
    book: Book,
    closing: BookClosing,
    *,
    agency: str,
    year: int,
    station: int,
    ledger_seq: int,
) -> None:
    """Keep how the book of `year` was closed; from now on nothing is entered in it."""
    values = {
        "agency": agency,
        "book": book.value,
        "year": year,
        "station": station,
        "ledger_seq": ledger_seq,
        "closed_at": utc_text(closing.at),
        "officer": closing.officer,
        "entries": closing.entries,
        "unused": closing.unused,
    }
    connection.execute(insert(book_closing), values)
