"""What a book of certification is known to lack."""

import pytest

from app.domain.certification.blocks import Span
from app.domain.certification.books import Book
from db.stores import series
from db.stores.certification import books
from db.stores.series import Run
from tests.builders import MONDAY

OF_THE_OFFICE = Run(Book.COPIES.value, "2026", "H37")


def left_out(connection):
    return books.left_out(connection, Book.COPIES, agency="H37", year=2026)


def test_numbers_given_before_a_restore_are_known_to_be_gone(connection):
    assert left_out(connection) == ()
    series.leave_out(connection, OF_THE_OFFICE, last=7, now=MONDAY)
    series.leave_out(connection, OF_THE_OFFICE, last=7, now=MONDAY)
    assert left_out(connection) == (Span(1, 7),)
    assert series.last_of(connection, OF_THE_OFFICE) == 7


@pytest.mark.parametrize(
    "other",
    [
        Run(Book.SIGNATURES.value, "2026", "H37"),
        Run(Book.COPIES.value, "2027", "H37"),
        Run(Book.COPIES.value, "2026", "H38"),
        Run(Book.COPIES.value, "2026", "H37", 2),
    ],
)
def test_those_of_another_book_year_office_or_a_station_are_not_its(connection, other):
    series.leave_out(connection, other, last=7, now=MONDAY)
    assert left_out(connection) == ()
