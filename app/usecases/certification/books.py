"""The books of certification: looked at, printed by the month, gone on with, and closed."""

from dataclasses import dataclass, replace
from datetime import date

from app.answers.certification import BookBlockState, BookClosing, BookPrint
from app.domain.actor import Actor
from app.domain.certification.blocks import BookBlock, Span, free_of, spans_of
from app.domain.certification.books import Book
from app.domain.errors import DeskError
from app.domain.forms.codes import BOOK_FORM
from app.domain.permission import Permission
from app.printing.book_content import BookContent
from app.printing.paper import Paper
from app.printing.registry import form_of
from app.settings import book_blocks, book_blocks_of
from app.usecases.desk import Desk
from app.usecases.queries import lookup
from app.usecases.unit import Request, Unit, View
from db.stores.certification import books
from db.tables.ledger import Subject


class BookYearRuns(DeskError):
    """A book is closed on the last day of its year, not before. Facts: book, year."""


@dataclass(frozen=True, slots=True)
class OpenedVolume:
    """A book goes on in a further volume, from `first_number` on."""

    book: Book
    year: int
    volume: int
    first_number: int


def book_print(
    desk: Desk, actor: Actor, book: Book, year: int, month: int | None = None
) -> BookPrint:
    """The book as it is printed and bound: of a month, or of the whole year (None).

    It says how far each block had come at the end of that time, and which numbers were still open
    (Decree 23/2015, art. 13).
    """
    with desk.view(actor, Permission.BOOK_PRINT) as view:
        return _print_of(view, book, year, month)


def book_pdf(desk: Desk, actor: Actor, printed: BookPrint) -> bytes:
    """The print on A4, to be signed and bound."""
    rules = lookup.rules(desk, actor)
    settings = rules.settings
    form = form_of(BOOK_FORM)
    content = BookContent(
        superior_body=settings.letterhead.above,
        office=settings.letterhead.issuer,
        place=settings.place,
        day=desk.clock.now().date(),
        station=actor.station,
        printed=printed,
    )
    stored = form.to_json(content)
    return form.render(stored, paper=Paper.A4, copy_number=1, is_practice=rules.is_practice).pdf


def open_volume(
    desk: Desk, actor: Actor, book: Book, *, request: Request | None = None
) -> OpenedVolume:
    """The paper book is full: go on in a further volume of it; numbers run on.

    Raises:
        VolumesExhausted: the year has no further volume.
        YearExhausted, BlocksExhausted: no number is left for it.
        BookClosed: the book of the year was closed.
        InvalidSetting: stations have blocks of their own, but this one has none.
    """
    with desk.unit(actor, Permission.OPEN_VOLUME, request) as unit:
        return unit.once(OpenedVolume, book, lambda: _opened_volume(unit, book))


def close_book(
    desk: Desk, actor: Actor, book: Book, year: int, *, request: Request | None = None
) -> BookPrint:
    """Close the book of `year` on its last day or later, with the numbers that were never used.

    Raises:
        BookYearRuns: the year has not come to its last day.
        BookClosed: it was closed before.
    """
    with desk.unit(actor, Permission.CLOSE_BOOK, request) as unit:
        return unit.once(BookPrint, (book, year), lambda: _closed(unit, book, year))


def _opened_volume(unit: Unit, book: Book) -> OpenedVolume:
    year = unit.now.year
    volume, first = books.open_volume(
        unit.connection,
        book,
        agency=unit.settings.agency_code,
        blocks=book_blocks_of(unit.settings, unit.actor.station),
        now=unit.now,
    )
    values = {"volume": volume, "first_number": first}
    unit.record(Subject.BOOK, f"{book.value} {year}", "VOLUME_OPENED", values)
    return OpenedVolume(book, year, volume, first)


def _closed(unit: Unit, book: Book, year: int) -> BookPrint:
    agency = unit.settings.agency_code
    if unit.now.date() < date(year, 12, 31):
        raise BookYearRuns(book=book.value, year=year)
    books.require_open(unit.connection, book, agency=agency, year=year)
    printed = _print_of(unit, book, year, None)
    closing = BookClosing(
        unit.now, unit.actor.officer, len(printed.rows), _unused(printed, unit.actor.station)
    )
    values = {"entries": closing.entries, "unused": closing.unused}
    row = unit.record(Subject.BOOK, f"{book.value} {year}", "CLOSED", values)
    books.close(
        unit.connection,
        book,
        closing,
        agency=agency,
        year=year,
        station=unit.actor.station,
        ledger_seq=row.seq,
    )
    return replace(printed, closing=closing)


def _unused(printed: BookPrint, station: int) -> str:
    found = [span for state in printed.blocks for span in state.unused(station)]
    return "; ".join(map(str, found))


def _print_of(view: View, book: Book, year: int, month: int | None) -> BookPrint:
    agency = view.settings.agency_code
    every = books.book_rows(view.connection, book, agency=agency, year=year)
    known = [row for row in every if month is None or row.received_at.month <= month]
    left_out = books.left_out(view.connection, book, agency=agency, year=year)
    numbers = [row.number.number for row in known if not row.number.station]
    return BookPrint(
        book=book,
        year=year,
        month=month,
        rows=tuple(row for row in known if month in {None, row.received_at.month}),
        blocks=tuple(_state(block, numbers, left_out) for block in book_blocks(view.settings)),
        left_out=left_out,
        closing=books.closing_of(view.connection, book, agency=agency, year=year),
    )


def _state(block: BookBlock, numbers: list[int], left_out: tuple[Span, ...]) -> BookBlockState:
    within = [n for n in numbers if block.span.first <= n <= block.span.last]
    open_spans = free_of([block.span], (*spans_of(within), *left_out))
    return BookBlockState(block, len(within), open_spans)
