"""Planted damage to closed books of certification is found and named."""

from datetime import datetime

import pytest

from app.domain.certification.books import Book, CertifiedDocument
from app.domain.clock import VIETNAM, SetClock
from app.usecases.certification import books
from app.usecases.office import opening
from app.usecases.safety import verification
from app.wording.refusals import say
from db.inspect_books import BookClosingMissing, BookDoesNotTie
from tests.builders import LAN, a_certification, a_desk
from tests.usecases.safety.tampering import tamper

DEGREE = CertifiedDocument("Bằng tốt nghiệp", pages=1, copies=3)
LAST_DAY = datetime(2026, 12, 31, 9, 0, tzinfo=VIETNAM)
OPEN_AGAIN = "DROP TRIGGER book_closing_no_update"


@pytest.fixture
def folder(tmp_path):
    """A book closed with two entries, and one closed empty."""
    desk = a_desk(tmp_path / "data", LAST_DAY)
    a_certification(desk, DEGREE, DEGREE)
    books.close_book(desk, LAN, Book.COPIES, 2026)
    books.close_book(desk, LAN, Book.SIGNATURES, 2026)
    desk.close()
    return tmp_path / "data"


def verify(folder):
    desk = opening.open_desk(folder, SetClock(LAST_DAY))
    try:
        return verification.verify_records(desk, LAN)
    finally:
        desk.close()


@pytest.mark.parametrize(
    "statements",
    [
        (OPEN_AGAIN, "UPDATE book_closing SET entries = 1 WHERE book = 'SCT/BS'"),
        (OPEN_AGAIN, "UPDATE book_closing SET unused = '03-04' WHERE book = 'SCT/BS'"),
        (OPEN_AGAIN, "UPDATE book_closing SET year = 2025 WHERE book = 'SCT/BS'"),
        (OPEN_AGAIN, "UPDATE book_closing SET ledger_seq = 1 WHERE book = 'SCT/BS'"),
        (
            "UPDATE number_series SET last = 1 WHERE series = 'SCT/BS'",
            "DELETE FROM certification_document WHERE number = 2",
        ),
    ],
)
def test_a_closed_book_that_is_not_what_was_closed_is_found_and_named(folder, statements):
    verify(folder)
    tamper(folder, *statements)
    with pytest.raises(BookDoesNotTie) as found:
        verify(folder)
    assert found.value.exit_code == 3
    assert "SCT/BS" in say(found.value)


def test_a_closing_that_was_taken_away_is_found(folder):
    tamper(folder, "DROP TRIGGER book_closing_no_delete", "DELETE FROM book_closing")
    with pytest.raises(BookClosingMissing) as found:
        verify(folder)
    assert say(found.value).startswith("Sổ cái dòng ")
