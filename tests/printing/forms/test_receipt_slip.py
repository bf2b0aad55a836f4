"""The 80 mm slip as the citizen reads it, and its bars on the printer's dots."""

import re
from dataclasses import replace
from itertools import pairwise

import pytest
import zxingcpp

from app.domain.forms.form_set import FormSet
from app.printing.codes.dots import ROLL_WIDTH
from app.printing.content import PaperRow
from app.printing.forms.receipt_slip import MOST_PAPERS
from app.printing.paper import CopyMark, Paper
from app.printing.preview import page_images
from tests.printing.rendering import render_receipt
from tests.printing.scanned import codes, picture

BARS = "Code 128"


def _slip(content, reprint=0):
    return render_receipt(content, Paper.ROLL_80MM, CopyMark(reprint=reprint))


def test_the_slip_says_what_the_citizen_needs(ordinary, read):
    (page,) = read(_slip(ordinary))
    at = 0
    for part in (
        "ỦY BAN NHÂN DÂN XÃ HỘI HOAN",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ HỘI HOAN",
        "Số: 0001/TNHS",
        "PHIẾU HẸN (bản rút gọn)",
        "Mã hồ sơ: H37.99.1-261123-0001",
        "Mã tạm của đơn vị, chờ hệ thống của tỉnh xác nhận.",
        "THỜI GIAN TRẢ KẾT QUẢ",
        "10 giờ 15 phút Thứ Sáu, 27/11/2026",
        "tại: Quầy số 1",
        "Tiếp nhận hồ sơ của: Hoàng Thị Ưng",
        "Thủ tục: Cấp Giấy xác nhận tình trạng hôn nhân",
        "Mã thủ tục: 1.004873",
        "Thời gian nhận hồ sơ: 10 giờ 15 phút, 23/11/2026",
        "Thời gian giải quyết: 3 ngày làm việc",
        "Phí, lệ phí (nếu có): 8.000 đồng",
        "Người tiếp nhận: Nông Văn Quyết",
        "Thành phần hồ sơ: 02 loại giấy tờ",
        "1. Tờ khai theo mẫu (bản chính: 01)",
        "2. Giấy tờ chứng minh nơi cư trú (bản sao: 02)",
    ):
        found = page.find(part, at)
        assert found >= 0, f"{part!r} not after {page[:at][-60:]!r} in {page!r}"
        at = found + len(part)
    assert "Bản in lại" not in page
    assert ordinary.identity_number not in page


def test_the_promise_is_the_largest_text_of_the_slip(ordinary):
    import pypdfium2

    document = pypdfium2.PdfDocument(_slip(ordinary))
    text = document[0].get_textpage()
    heights = {
        words: box[3] - box[1]
        for nth in range(text.count_rects())
        if (words := text.get_text_bounded(*(box := text.get_rect(nth))).strip())
    }
    text.close()
    document.close()
    tallest = sorted(heights, key=heights.__getitem__)[-2:]
    assert any("10 giờ 15 phút" in words for words in tallest)


def test_both_codes_are_read_at_the_resolution_of_the_printer(ordinary):
    (page,) = page_images(_slip(ordinary), 203)
    assert page.width == ROLL_WIDTH
    assert codes(picture(page)) == {BARS: ordinary.code, "QR Code": ordinary.qr_text}


@pytest.mark.parametrize(
    ("code", "scanned"),
    [
        ("H26.12.34-261123-0012", "H26.12.34-261123-0012"),
        ("G09.20-20260609-0092637", "G09.20-20260609-0092637"),
        ("000.00.99.H37-261123-000123", "26112300000179"),
        ("H37.DN01.0001.AB12-261123-999999", "26112300000179"),
    ],
)
def test_a_code_too_wide_for_the_roll_gives_way_to_the_label_of_our_number(ordinary, code, scanned):
    (page,) = page_images(_slip(replace(ordinary, code=code)), 203)
    assert codes(picture(page))[BARS] == scanned


def test_every_bar_is_a_whole_number_of_printer_dots(ordinary):
    (page,) = page_images(_slip(ordinary), 203)
    image = picture(page)
    row = _row_through_bars(image)
    assert {level for level in row if 16 < level < 240} == set()
    edges = [nth for nth, (one, other) in enumerate(pairwise(row)) if (one < 128) != (other < 128)]
    assert {(b - a) % 2 for a, b in pairwise(edges)} == {0}
    assert min(b - a for a, b in pairwise(edges)) == 2


def _row_through_bars(image):
    """The row of pixels through the middle of the bar code."""
    (bars,) = zxingcpp.read_barcodes(image, [zxingcpp.BarcodeFormat.Code128])
    box = bars.position
    middle = (box.top_left.y + box.bottom_left.y) // 2
    return [image.getpixel((x, middle)) for x in range(image.width)]


def test_twenty_five_long_papers_are_all_named_and_counted(longest, read):
    (page,) = read(_slip(longest))
    assert "Thành phần hồ sơ: 25 loại giấy tờ" in page
    for nth in range(1, 26):
        assert re.search(rf"\b{nth}\. {nth}\) Văn bản thỏa thuận", page)
        assert f"(bản chính: {nth:02d})" in page
    assert "lịch nghỉ dự kiến" in page
    assert "Người nộp thay: Nguyễn Hoàng Phương Thảo" in page


def test_more_papers_than_a_roll_should_carry_are_counted(ordinary, read):
    rows = tuple(PaperRow(name=f"Giấy số {n}", kind="Bản sao", quantity=1) for n in range(1, 60))
    (page,) = read(_slip(replace(ordinary, documents=rows)))
    assert "59 loại giấy tờ" in page
    assert f"… và {59 - MOST_PAPERS} loại giấy tờ khác." in page
    assert "Giấy số 41" not in page


def test_texts_without_end_are_cut_and_leave_the_roll_short(ordinary):
    endless = " ".join(f"mục{nth:04d}" for nth in range(600))
    content = replace(
        ordinary,
        procedure_name=endless,
        applicant_name=endless[:200],
        fees_text=endless,
        note=endless[:1000],
        office=endless[:200],
        documents=tuple(
            PaperRow(name=endless, kind="Bản sao", quantity=1) for _ in range(MOST_PAPERS)
        ),
    )
    (page,) = page_images(_slip(content), 72)
    assert page.height_mm < 800
    assert page.height_mm < 14_400 / 72 * 25.4


def test_a_slip_of_2018_has_no_fees_and_no_limit_is_said_in_words(ordinary, read):
    content = replace(ordinary, form_set=FormSet.TT01_2018, due_at=None, documents=())
    (page,) = read(_slip(content))
    assert "lệ phí" not in page
    assert "Không quy định" in page
    assert "Thành phần hồ sơ: không có" in page


def test_a_preview_is_marked_and_has_no_codes(ordinary, read):
    preview = _slip(replace(ordinary, code="", qr_text=""))
    assert "Bản xem trước" in read(preview)[0]
    (page,) = page_images(preview, 203)
    assert codes(picture(page)) == {}
