"""Bảng tính thời hạn: every day of the count, why it counts, and the law."""

from datetime import datetime, timedelta

import pypdfium2
import pytest

from app.domain.clock import VIETNAM
from app.domain.dossier.opened import Opened
from app.domain.forms.print_request import PrintRequest
from app.printing.paper import Paper
from app.printing.preview import page_images
from app.usecases.dossier import progress
from app.usecases.printing import prints
from tests.builders import LAN, MONDAY, a_desk, a_dossier
from tests.printing.scanned import codes, picture


@pytest.fixture
def desk(tmp_path):
    desk = a_desk(tmp_path / "data")
    yield desk
    desk.close()


def pages(pdf):
    return [
        " ".join(page.get_textpage().get_text_bounded().split())
        for page in pypdfium2.PdfDocument(pdf)
    ]


def printed(desk, done, paper=Paper.A4):
    return prints.next_print(desk, LAN, PrintRequest("deadline", done.dossier_id), paper=paper)


def test_every_day_stands_in_it_with_its_reason_and_the_law(desk):
    said = " ".join(pages(printed(desk, a_dossier(desk)).pdf))
    for part in (
        "BẢNG TÍNH THỜI HẠN GIẢI QUYẾT HỒ SƠ",
        "Thời hạn giải quyết: 3 ngày làm việc",
        "Hẹn lần đầu",
        "Thứ Ba 24/11/2026 –",
        "Thứ Tư 25/11/2026 1/3",
        "Thứ Sáu 27/11/2026 3/3",
        "Căn cứ:",
        "NGƯỜI LẬP BẢNG",
    ):
        assert part in said
    assert "?" not in said


def test_a_wait_and_the_promise_it_moved_stand_in_it(desk):
    done = a_dossier(desk)
    opened = Opened(done.dossier_id)
    progress.request_supplement(desk, LAN, opened, papers=("Trích lục",), reason="Thiếu")
    desk.clock.set(MONDAY + timedelta(days=3))
    progress.complete_supplement(desk, LAN, opened)
    said = " ".join(pages(printed(desk, done).pdf))
    assert "Dời vì chờ bổ sung" in said
    assert "thời gian bổ sung hồ sơ không tính vào thời hạn" in said


def test_a_day_that_is_counted_without_a_number_is_said_in_letters_of_the_face(desk):
    desk.clock.set(datetime(2026, 11, 27, 9, tzinfo=VIETNAM))
    done = a_dossier(desk, procedure="2.000908")
    said = " ".join(pages(printed(desk, done).pdf))
    assert "Thứ Sáu 27/11/2026 tính" in said


@pytest.mark.parametrize("paper", [Paper.A4, Paper.A5])
def test_every_page_can_be_scanned(desk, paper):
    done = a_dossier(desk, procedure="1.011609")
    for image in page_images(printed(desk, done, paper).pdf, 203):
        assert done.dossier_code in codes(picture(image))["QR Code"]


def test_printed_again_it_says_what_holds_by_then(desk):
    done = a_dossier(desk)
    printed(desk, done, Paper.A4)
    progress.request_supplement(
        desk, LAN, Opened(done.dossier_id), papers=("Trích lục",), reason="Thiếu"
    )
    said = " ".join(pages(printed(desk, done, Paper.A5).pdf))
    assert "Đang chờ người nộp bổ sung: giờ hẹn được tính khi bổ sung xong." in said
