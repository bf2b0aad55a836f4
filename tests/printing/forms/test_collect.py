"""Giấy mời nhận kết quả: what is ready, where, when, with what, and what is to be paid."""

import os
import shutil
import subprocess

import pypdfium2
import pytest

from app.printing.paper import Paper
from app.printing.preview import page_images
from app.printing.registry import form_of
from tests.printing.notices import a_notice
from tests.printing.scanned import codes, picture

FORM = form_of("collect")
LONG = a_notice(
    desk="Bộ phận Một cửa số 2, nhà văn hóa cụm các thôn vùng cao Khuổi Khỉn – Nà Pò",
    representative="Nông Văn Quyết, số định danh cá nhân 020185001234, điện thoại 0912345678",
    procedure_name="Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất "
    "trong các trường hợp chuyển đổi, chuyển nhượng, cho thuê, cho thuê lại, thừa kế, tặng cho",
    due="1.250.000 đồng",
    by_post=True,
    desk_phone="0205 3812 345",
)
VERY_LONG = a_notice(
    procedure_name=LONG.procedure_name * 9, address=LONG.desk * 9, representative=LONG.desk * 9
)


def printed(content, paper=Paper.A5, copy_number=1):
    return FORM.render(FORM.to_json(content), paper=paper, copy_number=copy_number).pdf


def words(content, paper=Paper.A5):
    document = pypdfium2.PdfDocument(printed(content, paper))
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(page.split()) for page in pages]


def test_it_says_what_is_ready_and_how_it_is_collected():
    (said,) = words(a_notice())
    for part in (
        "Số: 0003/GM",
        "GIẤY MỜI NHẬN KẾT QUẢ",
        "Kính mời: Hoàng Thị Ưng",
        "Mã hồ sơ: H37.99.1-261123-0001",
        "Kết quả: Giấy xác nhận tình trạng hôn nhân",
        "Có kết quả: 16 giờ 30 phút, ngày 25 tháng 11 năm 2026, trước hạn",
        "1. Nơi nhận: Trung tâm Phục vụ hành chính công",
        "2. Thời gian: trong giờ làm việc",
        "3. Mang theo: Giấy tiếp nhận hồ sơ và hẹn trả kết quả",
        "4. Phí, lệ phí còn phải nộp: không phải nộp thêm",
        "NGƯỜI TRẢ KẾT QUẢ",
    ):
        assert part in said


def test_it_says_what_is_to_be_paid_and_that_post_was_agreed():
    (said,) = words(LONG, Paper.A4)
    assert "4. Phí, lệ phí còn phải nộp: 1.250.000 đồng" in said
    assert "đã đăng ký nhận qua bưu chính" in said
    assert "số điện thoại 0205 3812 345" in said


def test_what_is_late_or_has_no_promise_is_not_called_early():
    (said,) = words(a_notice(early=False, due_at=""))
    assert "trước hạn" not in said
    assert "Thời gian hẹn trả" not in said


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
@pytest.mark.parametrize("content", [a_notice(), LONG, VERY_LONG], ids=["short", "long", "longest"])
def test_every_page_can_be_scanned_and_nobody_signs_alone(content, paper):
    for image in page_images(printed(content, paper), 203):
        assert content.code in codes(picture(image))["QR Code"]
    assert "Cần hỏi thêm" in words(content, paper)[-1]


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_another_reader_finds_the_code_on_every_page_too(tmp_path, paper):
    reader = shutil.which("zbarimg")
    if reader is None and "CI" not in os.environ:
        pytest.skip("zbarimg is not installed")
    for nth, image in enumerate(page_images(printed(VERY_LONG, paper), 203)):
        picture(image).save(tmp_path / f"{nth}.png")
    for page in sorted(tmp_path.glob("*.png")):
        read = subprocess.run([reader, "-q", page], capture_output=True, text=True, check=True)
        assert VERY_LONG.code in read.stdout, page.name
