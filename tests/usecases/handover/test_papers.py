"""The control sheet fills itself from what happened; a record prints what it was and what came."""

from datetime import datetime

import pypdfium2
import pytest

from app.domain.clock import VIETNAM
from app.domain.dossier.opened import Opened
from app.usecases.dossier import progress
from app.usecases.handover import giving, recorded, taking
from app.usecases.printing import prints
from tests.builders import LAN, a_desk, a_dossier, weeks_pass
from tests.usecases.handover.test_giving import codes, desk  # noqa: F401


def text(pdf):
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.get_textpage().get_text_bounded() for page in document]
    return " ".join(" ".join(pages).split())


def sheet(desk, dossier_id=1, form="06"):  # noqa: F811
    wanted = prints.wanted_form(desk, LAN, dossier_id, form)
    printed = prints.make_print(desk, LAN, wanted, paper="a4")
    prints.note_printer(desk, LAN, printed.print_id, "HP")
    return text(printed.pdf)


def test_the_control_sheet_fills_itself(desk):  # noqa: F811
    (code,) = codes(desk, 1)
    said = sheet(desk)
    assert "Số: 0001/PKS" in said
    assert "1. Giao: Hoàng Thị Mẩy (người nộp)" in said
    assert "1. Giao: ……" in said
    number = giving.hand_over(desk, LAN, [code], agency="Văn phòng HĐND").number
    desk.clock.advance(minutes=15)
    taking.take_over(desk, LAN, number, [code])
    weeks_pass(desk, datetime(2026, 12, 14, 9, tzinfo=VIETNAM))
    back = giving.hand_over(desk, LAN, [code], agency="desk").number
    said = sheet(desk)
    assert "Số: 0001/PKS" in said, "one number for a dossier's sheet"
    assert "2. Nhận: Văn phòng HĐND và UBND" in said
    assert "Người nhận: Hoàng Thị Lan (10 giờ 30 phút, 23/11/2026)" in said
    assert "Đúng hạn" in said
    assert "Biên bản 0002/BBBG" in said
    assert "Quá hạn" in said
    taking.take_over(desk, LAN, back, [code])
    progress.finish_processing(desk, LAN, Opened(1))
    progress.return_result(desk, LAN, Opened(1), to_whom="Hoàng Thị Mẩy", identity="căn cước")
    said = sheet(desk)
    assert "2. Nhận: Hoàng Thị Mẩy (nhận kết quả)" in said
    assert "1. Giao: ……" not in said


def test_form_05_of_the_set_of_2018_is_the_control_sheet(tmp_path):
    old = a_desk(tmp_path / "old", datetime(2025, 9, 12, 9, tzinfo=VIETNAM))
    a_dossier(old)
    assert "PHIẾU KIỂM SOÁT QUÁ TRÌNH GIẢI QUYẾT HỒ SƠ" in sheet(old, form="05")
    old.close()


@pytest.mark.parametrize("scanned", [0, 1, 2])
def test_a_record_is_printed_as_it_was_made_with_what_was_found(desk, scanned):  # noqa: F811
    one, two = codes(desk, 2)
    number = giving.hand_over(desk, LAN, [one, two], agency="kinh te").number
    if scanned:
        taking.take_over(desk, LAN, number, ([one, two] if scanned == 2 else [one, one]))
    said = text(recorded.handover_pdf(desk, LAN, number))
    assert said.count("BIÊN BẢN BÀN GIAO HỒ SƠ") == 2
    found = {
        0: (),
        1: (f"Thiếu: {two}", f"Quét hai lần: {one}", "đã nhận 1/2 hồ sơ"),
        2: ("Không có chênh lệch.", "đã nhận 2/2 hồ sơ"),
    }
    assert all(part in said for part in found[scanned])
    assert ("quét lại" in said) is bool(scanned)


def test_a_stack_of_which_nothing_came_is_printed_with_all_that_is_missing(desk):  # noqa: F811
    one, other = codes(desk, 2)
    number = giving.hand_over(desk, LAN, [one], agency="kinh te").number
    taking.take_over(desk, LAN, number, [other])
    said = text(recorded.handover_pdf(desk, LAN, number))
    assert f"Thiếu: {one}" in said
    assert f"Thừa: {other}" in said
