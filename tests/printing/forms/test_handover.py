"""The record of hand-over and the control sheet: read back, scanned, and signed by somebody."""

import pypdfium2
import pytest

from app.printing.preview import page_images
from app.printing.registry import form_of
from tests.printing.handovers import a_control_sheet, a_line, a_record, a_row
from tests.printing.scanned import codes, picture

LAND = (
    "Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường "
    "hợp chuyển đổi, chuyển nhượng, cho thuê, cho thuê lại, thừa kế, tặng cho"
)
LONG = a_control_sheet(
    procedure_name=LAND,
    working="Phòng Kinh tế; Chi nhánh Văn phòng đăng ký đất đai; Lãnh đạo UBND",
    rows=tuple(a_row(note=f"{a_row().note} ({nth})") for nth in range(9)),
)
VERY_LONG = a_control_sheet(
    procedure_name=LAND * 5,
    rows=tuple(a_row(giver=LAND, receiver=LAND, result="Quá hạn") for nth in range(30)),
)


def pages(form, content):
    stored = form_of(form).to_json(content)
    made = form_of(form).render(stored, paper="a4", copy_number=1)
    document = pypdfium2.PdfDocument(made.pdf)
    return made, [" ".join(p.get_textpage().get_text_bounded().split()) for p in document]


def test_a_control_sheet_says_who_gave_what_to_whom_and_leaves_rows_for_the_pen():
    _, said = pages("06", a_control_sheet())
    whole = " ".join(said)
    for part in (
        "Số: 0005/PKS",
        "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ",
        "Mã hồ sơ: H37.99.1-261123-0001",
        "Kèm theo hồ sơ của: Hoàng Thị Ưng",
        "Cơ quan (bộ phận) giải quyết hồ sơ: Phòng Kinh tế",
        "1. Giao: Hoàng Thị Ưng (người nộp)",
        "2. Nhận: Phòng Kinh tế",
        "15 giờ 30 phút, ngày 23 tháng 11 năm 2026",
        "Người nhận: Lý Văn Sử (15 giờ 45 phút, 23/11/2026)",
        "Đúng hạn",
        "Biên bản 0007/BBBG",
    ):
        assert part in whole
    assert whole.count("1. Giao: ……") == 2


def test_a_control_sheet_that_is_closed_has_no_row_for_the_pen():
    _, said = pages("06", a_control_sheet(is_open=False, due_at=""))
    whole = " ".join(said)
    assert "1. Giao: ……" not in whole
    assert "Hẹn trả kết quả: không có hạn đang chạy" in whole


@pytest.mark.parametrize(
    "content", [a_control_sheet(), LONG, VERY_LONG], ids=["short", "long", "longest"]
)
def test_every_sheet_can_be_scanned_and_none_is_without_rows(content):
    made, said = pages("06", content)
    for image in page_images(made.pdf, 203):
        assert content.code in codes(picture(image))["QR Code"]
    assert "2. Nhận" in said[-1]


def test_a_record_lists_every_dossier_with_its_papers_in_two_copies():
    made, said = pages("handover", a_record(note="Chồng buổi chiều"))
    assert made.pages == 2
    for page, copy in zip(said, ("(Bản bên giao giữ)", "(Bản bên nhận giữ)"), strict=True):
        assert copy in page
        for part in (
            "Số: 0007/BBBG",
            "BIÊN BẢN BÀN GIAO HỒ SƠ",
            "Bên giao: Trung tâm Phục vụ hành chính công",
            "Bên nhận: Phòng Kinh tế",
            "Ghi chú: Chồng buổi chiều",
            "10:15 01/12/2026",
            "Cộng: 3 hồ sơ; giấy tờ kèm theo: 6 bản chính, 3 bản sao.",
            "ĐẠI DIỆN BÊN GIAO",
            "ĐẠI DIỆN BÊN NHẬN",
        ):
            assert part in page
        assert "quét lại" not in page


def test_once_scanned_back_a_record_says_what_was_found():
    counted = {"counted": "2026-11-23T16:00", "taken": 2, "receiving_officer": "Lý Văn Sử"}
    _, said = pages("handover", a_record(**counted, found=("Thiếu: H37.99.1-261123-0003.",)))
    assert "đến 16 giờ 00 phút, 23/11/2026: đã nhận 2/3 hồ sơ." in said[0]
    assert "– Thiếu: H37.99.1-261123-0003." in said[0]
    _, said = pages("handover", a_record(**counted))
    assert "– Không có chênh lệch." in said[0]


@pytest.mark.parametrize("lines", [60, 500])
def test_a_record_of_many_goes_on_over_pages_that_say_whose_they_are(lines):
    content = a_record(lines=tuple(a_line(nth, procedure=LAND) for nth in range(1, lines + 1)))
    made, said = pages("handover", content)
    assert made.pages > 2
    assert sum("Biên bản bàn giao hồ sơ số 0007/BBBG" in page for page in said) == made.pages - 2
    assert "ĐẠI DIỆN BÊN NHẬN" in said[-1]
    assert f"-{lines:04d}" in said[-1], "a signature never stands alone"
