"""Mẫu 04: the apology, its reason, the new time, and who signs it for the office."""

import os
import shutil
import subprocess

import pypdfium2
import pytest

from app.domain.forms.form_set import FormSet
from app.printing.paper import Paper
from app.printing.preview import page_images
from app.printing.registry import form_of
from app.settings import Settings, change
from tests.printing.apologies import an_apology
from tests.printing.scanned import codes, picture

FORM = form_of("04")
PAPERS = (Paper.A4, Paper.A5, Paper.A4X2)
LONG = an_apology(
    code="000.00.99.H37-261123-000123",
    qr_text="000.00.99.H37-261123-000123|1.004873||Văn bản xin lỗi|Một Cửa",
    procedure_name="Đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em " * 4,
    reason="Số lượng hồ sơ tăng cao, chưa giải quyết kịp: cơ quan phối hợp chưa trả lời. " * 4,
)
VERY_LONG = an_apology(
    code=LONG.code,
    qr_text=LONG.qr_text,
    applicant_name="Hợp tác xã Nông nghiệp và Dịch vụ tổng hợp thôn Bản Loỏng " * 3,
    address="Thôn Khuổi Phiêng Nặm, xã Hoàng Văn Thụ, tỉnh Lạng Sơn, " * 6,
    procedure_name="Đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em " * 30,
    reason="Cần thêm thời gian xác minh, kiểm tra thực tế tại địa bàn xa trung tâm. " * 13,
    form_set=FormSet.TT01_2018,
)


def printed(content, paper=Paper.A4, copy_number=1):
    return FORM.render(FORM.to_json(content), paper=paper, copy_number=copy_number).pdf


def words(pdf):
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(page.split()) for page in pages]


def test_it_says_what_is_late_why_and_until_when():
    kept, given = words(printed(an_apology()))
    for part in (
        "Số: 0003/PXL",
        "VĂN BẢN XIN LỖI VÀ ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT",
        "Mã hồ sơ: H37.99.1-261123-0001",
        "Kính gửi: Hoàng Thị Ưng",
        "Địa chỉ: Thôn Nà Kéo",
        "Số điện thoại: 0912 345 678",
        "Lúc 10 giờ 15 phút, ngày 23 tháng 11 năm 2026",
        "Lĩnh vực: Hộ tịch",
        "Người tiếp nhận: Nông Văn Quyết",
        "Thời gian hẹn trả kết quả: 10 giờ 15 phút, ngày 27 tháng 11 năm 2026",
        "trong thời gian ghi trên Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "Lý do: Cần thêm thời gian xác minh",
        "xin lỗi Ông/Bà",
        "Thời gian hẹn trả kết quả lại: 10 giờ 15 phút, ngày 01 tháng 12 năm 2026",
        "Trân trọng.",
        "Nơi nhận: - Như trên;",
        "- Lưu: VT.",
        "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC",
        "Vy Văn Nam",
    ):
        assert part in kept, part
        assert part in given, part
    assert "(Liên: Lưu)" in kept
    assert "(Liên: Giao người nộp)" in given


def test_the_set_of_2018_has_its_own_title():
    (old, _) = words(printed(an_apology(form_set=FormSet.TT01_2018)))
    assert "PHIẾU XIN LỖI VÀ HẸN LẠI NGÀY TRẢ KẾT QUẢ" in old
    assert "ĐỀ NGHỊ GIA HẠN THỜI GIAN GIẢI QUYẾT Mã" not in old


def test_a_second_apology_does_not_speak_of_the_receipt():
    (again, _) = words(printed(an_apology(earlier=1)))
    assert "trong thời gian đã hẹn lại trước đây" in again
    assert "ghi trên Giấy tiếp nhận" not in again


def test_what_is_not_known_is_left_out():
    (first, _) = words(printed(an_apology(phone="", address="", desk_phone="", signer_name="")))
    assert "Số điện thoại:" not in first
    assert "Địa chỉ:" not in first
    assert "Nơi trả kết quả: Trung tâm Phục vụ hành chính công Mong" in first


def test_a_second_print_says_that_it_is_one():
    assert all("Bản in lại lần 1" in page for page in words(printed(an_apology(), copy_number=2)))


@pytest.mark.parametrize("paper", PAPERS)
def test_an_ordinary_one_is_one_page_a_copy(paper):
    assert len(words(printed(an_apology(), paper))) == (1 if paper is Paper.A4X2 else 2)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize(
    "content", [an_apology(), LONG, VERY_LONG], ids=["ordinary", "long", "very long"]
)
def test_every_page_can_be_scanned(content, paper):
    for image in page_images(printed(content, paper), 203):
        assert content.code in codes(picture(image))["QR Code"]


@pytest.mark.parametrize("paper", PAPERS)
def test_another_reader_finds_the_code_on_every_page_too(tmp_path, paper):
    reader = shutil.which("zbarimg")
    if reader is None and "CI" not in os.environ:
        pytest.skip("zbarimg is not installed")
    for nth, image in enumerate(page_images(printed(VERY_LONG, paper), 203)):
        picture(image).save(tmp_path / f"{nth}.png")
    for page in sorted(tmp_path.glob("*.png")):
        read = subprocess.run([reader, "-q", page], capture_output=True, text=True, check=True)
        assert VERY_LONG.code in read.stdout, page.name


@pytest.mark.parametrize("paper", PAPERS)
def test_who_signs_is_never_alone_on_a_page(paper):
    for count in range(1, 40, 6):
        content = an_apology(procedure_name=VERY_LONG.procedure_name[: count * 60])
        last = words(printed(content, paper))[-1]
        assert "Trân trọng." in last, count


def test_the_office_names_its_own_series():
    assert FORM.symbol(Settings()) == "PXL"
    assert FORM.symbol(change(Settings(), "apology_series", "pxl-tthcc")) == "PXL-TTHCC"
    assert form_of("label").symbol(Settings()) is None
