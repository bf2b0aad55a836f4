"""Books printed by the month and closed at the year's end."""

import io
from datetime import datetime

import pypdf
import pytest

from app.domain.actor import Actor
from app.domain.certification.blocks import Span
from app.domain.certification.books import Book, CertifiedDocument
from app.domain.clock import VIETNAM
from app.usecases.certification import books
from app.usecases.dossier import ending
from app.usecases.dossier.progress import Opened
from app.usecases.office import opening
from app.usecases.office import settings as office
from app.usecases.safety import verification
from app.wording.refusals import say
from db.stores.certification.books import BookClosed
from tests.builders import LAN, a_certification, a_desk, weeks_pass

DEGREE = CertifiedDocument("Bằng tốt nghiệp", pages=1, copies=3)
SECOND = Actor("Nông Văn Páo", 2)


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data", datetime(2026, 10, 12, 9, 0, tzinfo=VIETNAM))
    yield desk
    verification.verify_records(desk, LAN)
    desk.close()


def test_a_certification_of_the_last_day_entered_later_is_in_the_book_of_its_year(desk):
    last_day = datetime(2026, 12, 31, 16, 0, tzinfo=VIETNAM)
    a_certification(desk, DEGREE)
    weeks_pass(desk, datetime(2027, 1, 4, 8, 0, tzinfo=VIETNAM))
    number = a_certification(desk, DEGREE, received_at=last_day).certification[0].number
    assert (number.year, number.number) == (2026, 2)
    assert a_certification(desk, DEGREE).certification[0].number.number == 1
    books.close_book(desk, LAN, Book.COPIES, 2026)
    with pytest.raises(BookClosed) as refused:
        a_certification(desk, DEGREE, received_at=last_day)
    assert "năm 2026 đã khóa" in say(refused.value)
    after = a_certification(desk, DEGREE).certification[0].number
    assert (after.year, after.number) == (2027, 2)


def printed(desk, month=None, year=2026):
    return books.book_print(desk, LAN, Book.COPIES, year, month)


def pdf_text(pdf):
    pages = pypdf.PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def open_of(found):
    return [[str(span) for span in state.open] for state in found.blocks]


def test_a_month_holds_its_own_entries_and_the_state_at_its_end(desk):
    a_certification(desk, DEGREE, DEGREE)
    weeks_pass(desk, datetime(2026, 11, 11, 9, 0, tzinfo=VIETNAM))
    given_up = a_certification(desk, DEGREE)
    ending.cancel_dossier(desk, LAN, Opened(given_up.dossier_id), reason="Rút", withdrawn=True)
    october, november = printed(desk, 10), printed(desk, 11)
    assert [row.number.number for row in october.rows] == [1, 2]
    assert [(row.number.number, row.is_not_done) for row in november.rows] == [(3, True)]
    assert [found.blocks[0].open[-1].first for found in (october, november)] == [3, 4]
    assert printed(desk, 12).rows == ()
    assert len(printed(desk).rows) == 3


def test_blocks_and_their_open_numbers_are_listed(desk):
    office.change_setting(desk, LAN, "stations", "1:1-4999,2:5000-9999")
    office.change_setting(desk, LAN, "book_blocks", "1:1-5,2:6-10")
    a_certification(desk, DEGREE, DEGREE)
    assert open_of(printed(desk, 10)) == [["03–05"], ["06–10"]]
    assert [state.is_elsewhere(1) for state in printed(desk, 10).blocks] == [False, True]
    a_certification(desk, DEGREE, actor=SECOND)
    assert open_of(printed(desk, 10)) == [["03–05"], ["07–10"]]
    assert not printed(desk, 10).blocks[1].is_elsewhere(1)


def test_a_book_is_closed_on_its_last_day_with_what_was_never_used_and_for_good(desk):
    office.change_setting(desk, LAN, "stations", "1:1-4,2:5000-9999")
    a_certification(desk, DEGREE, DEGREE)
    weeks_pass(desk, datetime(2026, 12, 30, 9, 0, tzinfo=VIETNAM))
    with pytest.raises(books.BookYearRuns):
        books.close_book(desk, LAN, Book.COPIES, 2026)
    desk.clock.advance(days=1)
    closed = books.close_book(desk, LAN, Book.COPIES, 2026)
    assert (closed.closing.entries, closed.closing.unused) == (2, "03–04")
    assert printed(desk).closing == closed.closing
    with pytest.raises(BookClosed):
        books.close_book(desk, LAN, Book.COPIES, 2026)
    with pytest.raises(BookClosed):
        books.open_volume(desk, LAN, Book.COPIES)
    with pytest.raises(BookClosed):
        a_certification(desk, DEGREE)
    signed = a_certification(desk, DEGREE, procedure="2.000884")
    assert signed.certification[0].number.number == 1, "each book is closed by itself"
    weeks_pass(desk, datetime(2027, 1, 4, 9, 0, tzinfo=VIETNAM))
    assert a_certification(desk, DEGREE).certification[0].number.year == 2027


def test_numbers_left_by_blocks_taken_away_are_used_or_listed(desk):
    office.change_setting(desk, LAN, "book_blocks", "1:1-5,2:6-10")
    a_certification(desk, DEGREE, actor=SECOND)
    office.change_setting(desk, LAN, "book_blocks", "")
    a_certification(desk, DEGREE)
    (state,) = printed(desk).blocks
    assert state.unused(1) == (Span(2, 5),)
    assert state.open[-1].first == 7


def test_the_book_prints_its_entries_blocks_and_closing(desk):
    office.change_setting(desk, LAN, "book_blocks", "1:1-5,2:6-10")
    a_certification(desk, DEGREE, CertifiedDocument("Giấy khai sinh " + "rất dài " * 30))
    text = pdf_text(books.book_pdf(desk, LAN, printed(desk, 10)))
    head = "ỦY BAN NHÂN DÂN XÃ MẪU SƠN TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG"
    assert head in text, "the head of every other paper"
    assert "SỔ CHỨNG THỰC BẢN SAO TỪ BẢN CHÍNH" in text
    assert "Tháng 10 năm 2026 – quyển số 01/2026-SCT/BS" in text
    assert "Khối số 01–05, quầy 1: đã cấp 2 số; còn trống: 03–05" in text
    assert "Khối số 06–10, quầy 2: theo bản in của quầy 2" in text
    weeks_pass(desk, datetime(2026, 12, 31, 9, 0, tzinfo=VIETNAM))
    closed = books.close_book(desk, LAN, Book.COPIES, 2026)
    text = pdf_text(books.book_pdf(desk, LAN, closed))
    assert "Cả năm 2026 (khóa sổ)" in text
    assert "Số không dùng: 03–05" in text
    assert "Không có số nào" in pdf_text(books.book_pdf(desk, LAN, printed(desk, 3)))


def test_a_closed_book_is_still_closed_after_the_program_starts_again(tmp_path):
    desk = a_desk(tmp_path / "again", datetime(2026, 12, 31, 16, 0, tzinfo=VIETNAM))
    books.close_book(desk, LAN, Book.COPIES, 2026)
    desk.close()
    desk = opening.open_desk(tmp_path / "again", desk.clock)
    with pytest.raises(BookClosed):
        a_certification(desk, DEGREE)
    desk.close()
