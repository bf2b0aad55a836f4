"""Form 01 as citizens read it: its words in the order of the law, copied from the printed page."""

from dataclasses import replace

import pytest

from app.domain.dossier.identity import IdKind
from app.domain.forms.form_set import FormSet
from app.printing.content import PaperRow
from app.printing.layout.times import long_date, long_moment
from app.printing.paper import Copy, CopyMark, Paper
from tests.printing.rendering import render_receipt

GIVEN = CopyMark(copies=(Copy.GIVEN,))


def _in_order(text, *parts):
    at = 0
    for part in parts:
        found = text.find(part, at)
        assert found >= 0, f"{part!r} not after {text[:at][-60:]!r} in {text!r}"
        at = found + len(part)


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_the_form_of_2025_says_everything_in_order(ordinary, read, paper):
    (page,) = read(render_receipt(ordinary, paper, GIVEN))
    _in_order(
        page,
        "ỦY BAN NHÂN DÂN XÃ HỘI HOAN",
        "TRUNG TÂM PHỤC VỤ HÀNH CHÍNH CÔNG XÃ HỘI HOAN",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Số: 0001/TNHS",
        "Hội Hoan, ngày 23 tháng 11 năm 2026",
        "H37.99.1-261123-0001",
        "Mã tạm của đơn vị, chờ hệ thống của tỉnh xác nhận.",
        "GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ",
        "Mã hồ sơ: H37.99.1-261123-0001",
        "Bộ phận tiếp nhận và trả kết quả: Trung tâm Phục vụ hành chính công xã Hội Hoan",
        "Tiếp nhận hồ sơ của: Hoàng Thị Ưng",
        "Số định danh cá nhân/CCCD: 020190001234",
        "Địa chỉ: Thôn Nà Kéo, xã Hội Hoan, tỉnh Lạng Sơn",
        "Số điện thoại: 0912 345 678",
        "Email: ung@vidu.vn",
        "Thủ tục hành chính cần giải quyết: Cấp Giấy xác nhận tình trạng hôn nhân (mã 1.004873)",
        "1. Thành phần hồ sơ, yêu cầu và số lượng mỗi loại giấy tờ gồm:",
        "STT Tên giấy tờ Loại giấy tờ Số lượng",
        "1 Tờ khai theo mẫu Bản chính 01",
        "2 Giấy tờ chứng minh nơi cư trú Bản sao 02",
        "2. Số lượng hồ sơ: 01 (bộ)",
        "3. Thời gian giải quyết hồ sơ theo quy định là: 3 ngày làm việc",
        "4. Thời gian nhận hồ sơ: 10 giờ 15 phút, ngày 23 tháng 11 năm 2026",
        "5. Thời gian trả kết quả giải quyết hồ sơ: 10 giờ 15 phút, ngày 27 tháng 11 năm 2026",
        "6. Đăng ký trả kết quả tại: Quầy số 1",
        "7. Phí, lệ phí (nếu có): 8.000 đồng",
        "NGƯỜI NỘP HỒ SƠ",
        "(Ký và ghi rõ họ tên)",
        "Hoàng Thị Ưng",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
        "(Ký và ghi rõ họ tên)",
        "Nông Văn Quyết",
        "Ghi chú:",
        "được lập thành 02 liên",
        "bưu chính.",
        "(Liên: Giao người nộp)",
    )
    assert "Sổ theo dõi" not in page
    assert "lịch nghỉ" not in page


def test_the_form_of_2018_keeps_its_own_words_and_has_no_fees(ordinary, read):
    content = replace(ordinary, form_set=FormSet.TT01_2018)
    (page,) = read(render_receipt(content, Paper.A4, GIVEN))
    _in_order(
        page,
        "Nội dung yêu cầu giải quyết: Cấp Giấy",
        "1. Thành phần hồ sơ nộp gồm:",
        "6. Đăng ký nhận kết quả tại: Quầy số 1",
        "NGƯỜI NỘP HỒ SƠ",
        "hoặc tại nhà (trụ sở tổ chức) qua dịch vụ bưu chính.",
    )
    assert "lệ phí" not in page
    assert "Thủ tục hành chính cần giải quyết" not in page


def test_items_that_do_not_apply_leave_no_gap_in_the_numbers(ordinary, read):
    content = replace(ordinary, limit_text="", fees_text="", documents=())
    (page,) = read(render_receipt(content, Paper.A4, GIVEN))
    _in_order(page, "gồm: không có", "2. Số lượng", "3. Thời gian nhận", "4. Thời gian trả", "5. Đ")
    assert "6. Phí, lệ phí (nếu có): ......" in page
    assert " 7. " not in page
    assert "STT" not in page


def test_a_procedure_without_limit_says_so(ordinary, read):
    content = replace(ordinary, due_at=None, calendar_confirmed=False)
    (page,) = read(render_receipt(content, Paper.A4, GIVEN))
    assert "Thời gian trả kết quả giải quyết hồ sơ: không quy định" in page
    assert "lịch nghỉ" not in page


def test_a_promise_on_an_unconfirmed_calendar_carries_a_note(ordinary, read):
    content = replace(ordinary, calendar_confirmed=False)
    (page,) = read(render_receipt(content, Paper.A4, GIVEN))
    assert "tính theo lịch nghỉ dự kiến" in page


def test_an_official_code_has_no_provisional_line(ordinary, read):
    (page,) = read(render_receipt(replace(ordinary, is_provisional=False), Paper.A4, GIVEN))
    assert "Mã tạm" not in page


@pytest.mark.parametrize(
    ("kind", "label"),
    [
        (IdKind.TAX_CODE, "Mã số thuế: 4900123456"),
        (IdKind.PASSPORT, "Số hộ chiếu: 4900123456"),
        (IdKind.OLD_ID, "Số CMND: 4900123456"),
    ],
)
def test_the_identity_number_is_called_what_it_is(ordinary, read, kind, label):
    content = replace(ordinary, identity_kind=kind, identity_number="4900123456")
    (page,) = read(render_receipt(content, Paper.A4, GIVEN))
    assert label in page


def test_what_is_not_known_is_dotted_for_a_pen(ordinary, read):
    content = replace(ordinary, address="", phone="", email="", number="")
    (page,) = read(render_receipt(content, Paper.A4, GIVEN))
    assert "Địa chỉ: ......" in page
    assert "Số điện thoại: ......" in page
    assert "Số: …………/TNHS" in page
    assert "Email" not in page


def test_representative_and_register_stand_where_they_apply(ordinary, read):
    content = replace(
        ordinary,
        representative="Lý A Páo, CCCD 020090000001",
        register_book="02",
        register_number="0117",
        note="Gọi trước khi gửi.",
    )
    (page,) = read(render_receipt(content, Paper.A4, GIVEN))
    _in_order(
        page,
        "Địa chỉ của chủ hồ sơ: Thôn Nà Kéo",
        "Người nộp thay: Lý A Páo, CCCD 020090000001",
        "Vào Sổ theo dõi hồ sơ, Quyển số: 02, Số thứ tự: 0117",
        "- Gọi trước khi gửi.",
    )


def test_a_body_is_at_its_seat_and_brought_by_its_own_person(ordinary, read):
    content = replace(
        ordinary,
        applicant_name="Công ty TNHH Đá Xanh",
        identity_kind=IdKind.TAX_CODE,
        identity_number="",
        is_body=True,
        representative="Lý A Páo, giám đốc",
        representative_label="Người đại diện",
    )
    (page,) = read(render_receipt(content, Paper.A4, GIVEN))
    _in_order(page, "Công ty TNHH Đá Xanh", "Địa chỉ trụ sở:", "Người đại diện: Lý A Páo, giám đốc")
    assert "Mã số thuế" not in page
    assert "Người nộp thay" not in page


def test_the_desk_is_named_apart_from_the_office_when_it_has_a_name(ordinary, read):
    (page,) = read(render_receipt(replace(ordinary, desk="Điểm Nà Pàn"), Paper.A4, GIVEN))
    assert "Bộ phận tiếp nhận và trả kết quả: Điểm Nà Pàn" in page


def test_letters_the_paper_cannot_show_are_seen_to_be_missing(ordinary, read):
    (page,) = read(render_receipt(replace(ordinary, applicant_name="Lan 漢"), Paper.A4, GIVEN))
    assert "Tiếp nhận hồ sơ của: Lan ?" in page


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_twenty_five_papers_flow_on_with_the_head_row_repeated(longest, read, paper):
    pages = read(render_receipt(longest, paper, GIVEN))
    assert len(pages) > 1
    with_rows = [page for page in pages if "Văn bản thỏa thuận" in page]
    assert len(with_rows) > 1
    for page in with_rows:
        assert page.count("STT Tên giấy tờ Loại giấy tờ Số lượng") == 1
    whole = " ".join(pages)
    _in_order(whole, *(f"{nth}) Văn bản thỏa thuận" for nth in range(1, 26)), "2. Số lượng")


def test_later_pages_say_which_dossier_copy_and_page_they_are(longest, read):
    first, second, *_ = read(render_receipt(longest, Paper.A4, GIVEN))
    assert second.startswith(f"{longest.code} 2 STT")
    assert "(Liên: Giao người nộp)" in second
    assert f"{longest.code} 1" not in first


def test_a_name_of_nine_hundred_letters_is_printed_to_its_end(ordinary, read):
    name = " ".join(f"mục{nth:03d}" for nth in range(130))
    content = replace(ordinary, documents=(PaperRow(name=name, kind="Bản sao", quantity=1),))
    assert len(name) > 900
    for paper in (Paper.A4, Paper.A5):
        assert "mục000" in "".join(read(render_receipt(content, paper, GIVEN)))
        assert "mục129" in "".join(read(render_receipt(content, paper, GIVEN)))


def test_a_row_longer_than_a_page_goes_on_over_pages(ordinary, read):
    name = " ".join(f"mục{nth:04d}" for nth in range(1500))
    content = replace(ordinary, documents=(PaperRow(name=name, kind="Bản sao", quantity=1),))
    pages = read(render_receipt(content, Paper.A5, GIVEN))
    _in_order(" ".join(pages), *(f"mục{nth:04d}" for nth in range(1500)))


def test_a_receipt_not_yet_registered_is_marked_and_has_no_code(ordinary, read):
    pages = read(render_receipt(replace(ordinary, code="", qr_text=""), Paper.A4, GIVEN))
    assert "Bản xem trước" in pages[0]
    assert "H37" not in pages[0]


def test_dates_take_the_zeros_of_administrative_writing():
    assert long_date("2027-02-03") == "ngày 03 tháng 02 năm 2027"
    assert long_date("2026-11-27") == "ngày 27 tháng 11 năm 2026"
    assert long_moment("2026-09-04T01:05+00:00") == "08 giờ 05 phút, ngày 04 tháng 9 năm 2026"
