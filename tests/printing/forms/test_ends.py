"""Mẫu 03 and Mẫu 05: that nothing more is done, why, and what it means for the citizen."""

import os
import shutil
import subprocess

import pypdfium2
import pytest

from app.domain.forms.form_set import FormSet
from app.printing.paper import Paper
from app.printing.preview import page_images
from app.printing.registry import form_of
from tests.printing.endings import VERY_LONG, a_refusal, a_stop
from tests.printing.scanned import codes, picture

PAPERS = (Paper.A4, Paper.A5, Paper.A4X2)
MAKERS = {"03": a_refusal, "05": a_stop}


def printed(form, content, paper=Paper.A4, copy_number=1):
    form = form_of(form)
    return form.render(form.to_json(content), paper=paper, copy_number=copy_number).pdf


def words(pdf):
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(page.split()) for page in pages]


@pytest.mark.parametrize("form_set", FormSet)
def test_a_refusal_says_so_in_the_words_of_the_form(form_set):
    kept, given = words(printed("03", a_refusal(form_set=form_set)))
    for part in (
        "Số: 0003/TCHS",
        "PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ",
        "Mã hồ sơ: H37.99.1-261123-0001",
        "Tiếp nhận hồ sơ của: Hoàng Thị Ưng",
        "thông báo không tiếp nhận, giải quyết hồ sơ này với lý do cụ thể như sau:",
        "Thửa đất đang có tranh chấp",
        "Xin thông báo cho Ông/Bà được biết và thực hiện.",
        "NGƯỜI NỘP HỒ SƠ",
        "NGƯỜI TIẾP NHẬN HỒ SƠ",
    ):
        assert part in kept
        assert part in given
    assert "(Liên: Lưu)" in kept
    assert "(Liên: Giao người nộp)" in given


def test_each_set_has_its_own_word_for_what_was_asked_for():
    (old, _) = words(printed("03", a_refusal(form_set=FormSet.TT01_2018)))
    (new, _) = words(printed("03", a_refusal()))
    assert "Nội dung yêu cầu giải quyết:" in old
    assert "Thủ tục hành chính cần giải quyết:" in new


def test_a_stop_says_who_wanted_it_at_which_step_and_what_becomes_of_the_fee():
    (asked, _) = words(printed("05", a_stop()))
    for part in (
        "Số: 0004/TBDHS",
        "THÔNG BÁO DỪNG GIẢI QUYẾT HỒ SƠ",
        "từ 09 giờ 05 phút, ngày 24 tháng 11 năm 2026, theo đề nghị của người nộp hồ sơ",
        "khi chưa có quyết định về kết quả",
        "Hồ sơ đang ở bước: Đang xử lý",
        "Lý do: Người dân xin rút",
        "Phí, lệ phí: đã nộp 16.000 đồng, đã hoàn trả 8.000 đồng, chưa hoàn trả 8.000 đồng",
    ):
        assert part in asked
    (decided, _) = words(printed("05", a_stop(is_asked=False)))
    assert "theo quyết định của Trung tâm Phục vụ hành chính công xã Hội Hoan" in decided


@pytest.mark.parametrize(
    ("money", "said"),
    [
        ({"is_free": True, "paid": 0, "given_back": 0}, "không phải nộp"),
        ({"paid": 0, "given_back": 0}, "chưa nộp, không phải nộp nữa"),
        ({"given_back": 16_000}, "đã nộp 16.000 đồng, đã hoàn trả 16.000 đồng"),
    ],
)
def test_the_fee_is_said_however_it_stands(money, said):
    (page, _) = words(printed("05", a_stop(**money)))
    assert f"Phí, lệ phí: {said} Xin thông báo" in page


@pytest.mark.parametrize("form", MAKERS)
def test_what_is_not_known_is_dotted_for_a_pen(form):
    (page, _) = words(printed(form, MAKERS[form](phone="", address="", place="")))
    assert "Số điện thoại: ....." in page
    assert "Địa chỉ: ....." in page


@pytest.mark.parametrize("form", MAKERS)
def test_a_second_print_says_that_it_is_one(form):
    pages = words(printed(form, MAKERS[form](), copy_number=2))
    assert all("Bản in lại lần 1" in page for page in pages)


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("form", MAKERS)
@pytest.mark.parametrize("changed", [{}, VERY_LONG], ids=["ordinary", "very long"])
def test_every_page_can_be_scanned(form, changed, paper):
    content = MAKERS[form](**changed)
    for image in page_images(printed(form, content, paper), 203):
        assert content.code in codes(picture(image))["QR Code"]


@pytest.mark.parametrize("form", MAKERS)
def test_another_reader_finds_the_code_on_every_page_too(tmp_path, form):
    reader = shutil.which("zbarimg")
    if reader is None and "CI" not in os.environ:
        pytest.skip("zbarimg is not installed")
    content = MAKERS[form](**VERY_LONG)
    for nth, image in enumerate(page_images(printed(form, content, Paper.A5), 203)):
        picture(image).save(tmp_path / f"{nth}.png")
    for page in sorted(tmp_path.glob("*.png")):
        read = subprocess.run([reader, "-q", page], capture_output=True, text=True, check=True)
        assert content.code in read.stdout, page.name


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("form", MAKERS)
def test_who_signs_is_never_alone_on_a_page(form, paper):
    for lines in range(1, 60, 7):
        content = MAKERS[form](reason="Giấy tờ chưa có chữ ký của mọi thành viên. " * lines)
        assert "Xin thông báo cho Ông/Bà" in words(printed(form, content, paper))[-1], lines
