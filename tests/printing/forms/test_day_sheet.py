"""The sheet of a day: what it says, whatever there is to say."""

import pytest

from app.answers.day import DayFigure
from app.printing.layout.document import Rendered
from app.printing.preview import page_images
from app.printing.registry import form_of
from tests.printing.days import a_busy_day, a_day
from tests.printing.scanned import codes, picture

DAY = form_of("day")


def a_print(content, *, is_practice=False) -> Rendered:
    stored = DAY.to_json(content)
    assert DAY.from_json(stored) == content
    return DAY.render(stored, paper="a4", copy_number=1, is_practice=is_practice)


def test_a_day_without_work_prints_zeros(read):
    (text,) = read(a_print(a_day()).pdf)
    for words in ("Hồ sơ đã tiếp nhận 0", "Kết quả đã trả 0", "Quá hạn, chưa xong 0", "Cộng 0 0 0"):
        assert words in " ".join(text.split())
    assert text.count("Không có.") == 2
    assert "Bản ghi chưa gửi lên tỉnh: 0" in text
    assert "từ đầu ngày đến 16:55 23/11/2026" in text


def test_a_busy_day_names_what_is_late_and_why(read):
    text = " ".join(" ".join(read(a_print(a_busy_day(6, nth=2)).pdf)).split())
    assert "NGÀY LÀM VIỆC (BỔ SUNG 01)" in text
    assert "từ 16:55 22/11/2026 đến 16:55 23/11/2026" in text
    assert text.count("Chờ phòng Tư pháp xác minh") == 6
    assert "0118/BK 31 1.245.000 300.000 1.444.000 −1.000" in text
    assert "Bảng 02 2 24.000 0 chưa khóa" in text
    assert "73, lâu nhất từ 16:55 19/11/2026" in text


def test_what_is_not_listed_is_counted(read):
    content = a_busy_day(2)
    counts = content.sheet.counts | {DayFigure.OVERDUE: 402}
    text = " ".join(read(a_print(a_busy_day(2, counts=counts)).pdf))
    assert "Và 400 hồ sơ nữa" in text


def test_every_page_bears_the_number_and_practice_says_so(read):
    pages = read(a_print(a_busy_day(90), is_practice=True).pdf)
    assert len(pages) > 5
    assert all("0007/KTN" in page and "LUYỆN TẬP" in page for page in pages)


@pytest.mark.parametrize("content", [a_day(), a_busy_day(6)], ids=["short", "long"])
def test_the_end_of_the_stations_chain_is_read_by_a_machine(content):
    head = content.sheet.head
    said = f"MOTCUA-KTN H37.99.1 2026-11-23 Q1 {head.seq} {head.hash}"
    last = page_images(a_print(content).pdf, 203)[-1]
    assert set(codes(picture(last)).values()) == {said}
