"""What stands on the screen turned to the citizen, from the first letter to the promised day."""

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.scanning.code import read_scan
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.screens.intake.invented import NOW, Desk
from ui.citizen_page import CitizenPage, CitizenStep, masked
from ui.screens.intake import IntakeScreen
from ui.shell.citizen.citizen_window import CitizenWindow
from ui.theme import apply_theme
from ui.work import Work

pytestmark = pytest.mark.gui
CARD = "020185001234||Hoàng Thị Mẩy|05031985|Nữ|Thôn Bản Loỏng, Lạng Sơn|10052021"


@pytest.fixture
def citizen(qtbot, qapp):
    apply_theme(qapp)
    made = CitizenWindow("UBND xã Mẫu Sơn")
    qtbot.addWidget(made)
    made.resize(1_280, 720)
    made.show()
    return made


@pytest.fixture
def screen(qtbot, qapp, citizen):
    work = Work()
    made = IntakeScreen(Desk().actions(), work, RecordedNotices())
    made.work = work
    made.for_citizen.connect(
        lambda page: citizen.show_page(page) if page else citizen.show_nothing()
    )
    qtbot.addWidget(made)
    made.show()
    made.on_shown()
    qtbot.waitUntil(lambda: work.is_idle)
    yield made
    work.close()


def test_between_two_citizens_nobodys_data_is_shown(citizen):
    assert "Xin mời" in citizen.words
    assert "UBND xã Mẫu Sơn" in citizen.words


def test_what_is_typed_is_asked_to_be_checked_and_numbers_are_masked(screen, citizen):
    screen.take_card(read_scan(CARD, NOW.date()))
    assert "đúng chưa?" in citizen.words
    assert "Hoàng Thị Mẩy" in citizen.words
    assert "••••••••1234" in citizen.words
    assert "020185001234" not in citizen.words


def test_putting_the_draft_away_clears_it(screen, citizen):
    screen.take_card(read_scan(CARD, NOW.date()))
    screen.go_back()
    assert "Hoàng Thị Mẩy" not in citizen.words


def test_going_to_another_screen_clears_it(screen, citizen):
    screen.take_card(read_scan(CARD, NOW.date()))
    screen.on_left()
    assert "Hoàng Thị Mẩy" not in citizen.words


def test_the_day_to_come_back_and_a_code_a_telephone_can_read(qtbot, citizen):
    said = "H37.99.1-261123-0001|1.004873||Giấy tiếp nhận|Một Cửa|2026-11-23T10:15+07:00|"
    page = CitizenPage(CitizenStep.DONE, "Hoàng Thị Mẩy", (), "Thứ Sáu 27/11/2026",
                       "10 giờ 15 phút", "H37.99.1-261123-0001", said)  # fmt: skip
    citizen.show_page(page)
    assert "Thứ Sáu 27/11/2026" in citizen.words
    gray = citizen.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    picture = Image.frombuffer(
        "L", (gray.width(), gray.height()), bytes(gray.constBits()), "raw", "L",
        gray.bytesPerLine(), 1,
    )  # fmt: skip
    assert [found.text for found in zxingcpp.read_barcodes(picture)] == [said]


def test_a_closed_window_keeps_nothing(citizen):
    citizen.show_page(CitizenPage(CitizenStep.CHECK, "Hoàng Thị Mẩy"))
    citizen.close()
    citizen.show()
    assert "Hoàng" not in citizen.words


@pytest.mark.parametrize(
    ("number", "shown"), [("020185001234", "••••••••1234"), ("1234", "1234"), ("", "")]
)
def test_numbers_are_masked_but_for_their_last_four(number, shown):
    assert masked(number) == shown


@pytest.mark.parametrize("scale", [100, 150, 200])
@pytest.mark.parametrize("size", [(1_366, 768), (1_920, 1_080), (900, 620)])
def test_a_long_page_is_written_smaller_rather_than_cut_off(qtbot, qapp, scale, size):
    apply_theme(qapp, "light", scale)
    window = CitizenWindow("UBND xã Mẫu Sơn")
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    rows = (
        ("Số giấy tờ", "••••••••1234"),
        ("Nơi ở", "Thôn Bản Loỏng, xã Mẫu Sơn, tỉnh Lạng Sơn, gần trường tiểu học"),
        ("Điện thoại", "0912345678"),
        ("Người nộp thay", "Nguyễn Hoàng Phương Thảo Nguyên"),
        ("Thủ tục", "Xác nhận thông tin hộ tịch và cấp Giấy xác nhận tình trạng hôn nhân cho " * 2),
        ("Giấy tờ đã nộp", "4 loại"),
    )  # fmt: skip
    who = "Hợp tác xã Dịch vụ Nông nghiệp tổng hợp và Du lịch cộng đồng Mẫu Sơn"
    page = CitizenPage(CitizenStep.ASK, who, rows, "Thứ Sáu 27/11/2026", "10 giờ 15 phút")
    window.show_page(page)
    QApplication.processEvents()
    assert (window.width(), window.height()) == size
    seen = [one for one in window.findChildren(QLabel) if one.isVisible() and one.text()]
    assert len(seen) >= 16
    for one in seen:
        assert one.height() >= one.heightForWidth(one.width()), one.text()
    for part in (*seen, window.yes, window.no):
        corner = part.mapTo(window, part.rect().bottomRight())
        assert window.rect().contains(corner)
    apply_theme(qapp)
