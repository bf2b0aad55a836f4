"""What stands on the screen turned to the citizen, from the first letter to the promised day."""

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtGui import QImage

from app.domain.scan_code import read_scan
from tests.ui.intake_actions import NOW, Desk
from tests.ui.told import Told
from ui.citizen_page import CitizenPage, CitizenStep, masked
from ui.screens.intake import IntakeScreen
from ui.shell.citizen_window import CitizenWindow
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
    made = IntakeScreen(Desk().actions(), work, Told())
    made.work = work
    made.for_citizen.connect(
        lambda page: citizen.show_page(page) if page else citizen.show_nothing()
    )
    qtbot.addWidget(made)
    made.show()
    made.on_shown()
    qtbot.waitUntil(lambda: work.records.is_idle)
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
