"""Mẫu 02: what a citizen is asked for, why, and what becomes of the promise."""

import os
import shutil
import subprocess

import pypdfium2
import pytest

from app.domain.dossier.held_data import AskReason
from app.domain.forms.form_set import FormSet
from app.printing.paper import Paper
from app.printing.preview import page_images
from app.printing.registry import form_of
from app.wording.terms import word_for
from tests.printing.requests import a_request
from tests.printing.scanned import codes, picture

FORM = form_of("02")
PAPERS = (Paper.A4, Paper.A5, Paper.A4X2)
LONG = a_request(
    code="000.00.99.H37-261123-000123",
    qr_text="000.00.99.H37-261123-000123|1.004873||Phiếu yêu cầu bổ sung|Một Cửa",
    superior_body="Ủy ban nhân dân xã Hội Hoan",
    representative="Nông Văn Quyết, số định danh cá nhân 020185001234, điện thoại 0912345678",
    papers=tuple(f"Văn bản thỏa thuận của các thành viên hộ gia đình số {n}" for n in range(1, 51)),
    reason="Các văn bản thỏa thuận nộp kèm chưa có chữ ký của mọi thành viên hộ gia đình. " * 6,
)


def printed(content, paper=Paper.A4, copy_number=1):
    return FORM.render(FORM.to_json(content), paper=paper, copy_number=copy_number).pdf


def words(pdf):
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(page.split()) for page in pages]


def test_it_says_what_is_asked_for_and_why():
    kept, given = words(printed(a_request()))
    for part in (
        "Số: 0012/HDHS",
        "PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ",
        "Mã hồ sơ: H37.99.1-261123-0001",
        "Hồ sơ của: Hoàng Thị Ưng",
        "Yêu cầu Ông/Bà hoàn thiện hồ sơ gồm những nội dung như sau:",
        "1 Tờ khai theo mẫu",
        "2 Bản sao quyết định ly hôn",
        "Lý do: Tờ khai chưa ký",
        "liên hệ với Nông Văn Quyết, số điện thoại",
        "NGƯỜI HƯỚNG DẪN",
    ):
        assert part in kept
        assert part in given
    assert "(Liên: Lưu)" in kept
    assert "(Liên: Giao người nộp)" in given
    assert "NGƯỜI NỘP" not in kept


@pytest.mark.parametrize(("restarts", "goes_on"), [(False, "tính tiếp"), (True, "tính lại từ đầu")])
def test_it_says_since_when_the_limit_stands_and_how_it_goes_on(restarts, goes_on):
    (first, _) = words(printed(a_request(restarts=restarts)))
    assert "Thời hạn giải quyết tạm dừng từ 09 giờ 05 phút, ngày 24 tháng 11 năm 2026" in first
    assert f"thời hạn được {goes_on}" in first


def test_without_a_limit_nothing_is_said_of_one():
    (first, _) = words(printed(a_request(stops_since="")))
    assert "Thời hạn giải quyết" not in first


def test_each_set_asks_with_its_own_words():
    (old, _) = words(printed(a_request(form_set=FormSet.TT01_2018)))
    (new, _) = words(printed(a_request()))
    assert "Nội dung yêu cầu giải quyết:" in old
    assert "Thủ tục hành chính cần giải quyết:" in new


def test_a_paper_that_a_base_holds_is_asked_for_with_its_reason():
    held = word_for(AskReason.INCIDENT)
    (first, _) = words(printed(a_request(held=held)))
    assert f"Yêu cầu giấy tờ đã có trong cơ sở dữ liệu vì: {held}" in first


def test_what_is_not_known_is_dotted_for_a_pen():
    (first, _) = words(printed(a_request(phone="", address="")))
    assert "Số điện thoại: ....." in first
    assert "Địa chỉ: ....." in first


def test_whom_to_call_is_printed_where_the_office_says_it():
    (first, _) = words(printed(a_request(desk_phone="0205 3812 345")))
    assert "liên hệ với Nông Văn Quyết, số điện thoại 0205 3812 345 để được hướng dẫn" in first
    (first, _) = words(printed(a_request()))
    assert "số điện thoại ……………………………" in first


def test_a_second_print_says_that_it_is_one():
    assert all("Bản in lại lần 1" in page for page in words(printed(a_request(), copy_number=2)))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("content", [a_request(), LONG], ids=["ordinary", "long"])
def test_every_page_can_be_scanned(content, paper):
    for image in page_images(printed(content, paper), 203):
        assert content.code in codes(picture(image))["QR Code"]


@pytest.mark.parametrize("paper", PAPERS)
def test_another_reader_finds_the_code_on_every_page_too(tmp_path, paper):
    reader = shutil.which("zbarimg")
    if reader is None and "CI" not in os.environ:
        pytest.skip("zbarimg is not installed")
    for nth, image in enumerate(page_images(printed(LONG, paper), 203)):
        picture(image).save(tmp_path / f"{nth}.png")
    for page in sorted(tmp_path.glob("*.png")):
        read = subprocess.run([reader, "-q", page], capture_output=True, text=True, check=True)
        assert LONG.code in read.stdout, page.name


@pytest.mark.parametrize("paper", PAPERS)
def test_who_signs_is_never_alone_on_a_page(paper):
    for count in range(1, 51, 7):
        last = words(printed(a_request(papers=LONG.papers[:count], reason=LONG.reason), paper))[-1]
        assert "liên hệ với Nông Văn Quyết" in last, count
