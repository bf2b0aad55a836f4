"""A scanner tried in the settings: what came, how, and what the window would make of it."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QPushButton, QVBoxLayout, QWidget

from app.devices.wedge import BurstRules
from app.domain.scanning.likeness import Likeness
from app.printing.forms.scanner_sheet import CARD, LABEL
from tests.ui.typing import compose, press, scan_text, type_text
from ui.shell.scanning.scan_router import ScanRouter
from ui.widgets.scanner.scan_probe import ScanProbe

pytestmark = pytest.mark.gui
NOW = datetime(2026, 11, 26, 8, 0, tzinfo=UTC)


class Bench(QWidget):
    """A probe beside a button, in a window that hears scanners."""

    def __init__(self) -> None:
        super().__init__()
        self.probe = ScanProbe(lambda: NOW)
        self.button = QPushButton("Tiếp")
        column = QVBoxLayout(self)
        column.addWidget(self.probe)
        column.addWidget(self.button)
        self.heard: list[str] = []
        self.router = ScanRouter(lambda _text: Likeness.CERTAIN, self)
        for signal in (self.router.scanned, self.router.refused):
            signal.connect(self.heard.append)

    def words_at(self, name: str) -> str:
        return self.probe.words_at(name)


@pytest.fixture
def bench(qtbot):
    bench = Bench()
    qtbot.addWidget(bench)
    with qtbot.waitActive(bench):
        bench.show()
        bench.activateWindow()
    bench.probe.setFocus()
    return bench


def test_a_card_is_shown_as_it_came_with_its_number_masked(bench):
    scan_text(CARD)
    assert bench.words_at("received").startswith("••••••••0000||Đặng Thị Thử Ướm|01011999|Nữ|")
    assert bench.words_at("received").endswith("⟨Enter⟩")
    assert bench.words_at("gaps") == "ngắn nhất 4,0, trung bình 4,0, dài nhất 4,0 ms"
    assert bench.words_at("ending") == "⟨Enter⟩"
    assert bench.words_at("method") == "không xen vào"
    assert bench.words_at("verdict").startswith("✓ Là máy quét")
    assert "Số định danh: ••••••••0000" in bench.words_at("read")
    assert "Họ và tên: Đặng Thị Thử Ướm" in bench.words_at("read")
    assert "000199000000" not in "".join(map(bench.words_at, ("received", "read")))
    assert "✓ Là máy quét" in bench.probe.accessibleDescription()


def test_what_is_tried_goes_nowhere_else(bench):
    scan_text(LABEL)
    assert bench.heard == []
    assert "Nhãn hồ sơ" in bench.words_at("read")
    bench.button.setFocus()
    scan_text(LABEL)
    assert bench.heard == [LABEL]


def test_a_hand_is_told_as_a_hand(bench):
    type_text(bench.probe, "020185001234")
    assert bench.words_at("verdict") == "… đang nhận"
    press(bench.probe, Qt.Key.Key_Return, "\r")
    assert bench.words_at("verdict").startswith("▲ Như tay gõ")
    assert bench.words_at("received") == "••••••••1234⟨Enter⟩"


def test_a_scan_without_enter_is_over_once_it_is_quiet_and_says_what_to_set(qtbot, bench):
    at = 1_000
    for letter in LABEL:
        event = QKeyEvent(
            QEvent.Type.KeyPress, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter
        )
        event.setTimestamp(at)
        QApplication.sendEvent(bench.probe, event)
        at += 5
    qtbot.waitUntil(lambda: bench.words_at("verdict").startswith("✓"), timeout=5_000)
    assert bench.words_at("ending").startswith("▲ không có")


def test_an_input_method_and_a_backspace_are_told(bench):
    compose(bench.probe, "hồ")
    assert "bộ gõ của hệ thống" in bench.words_at("method")
    press(bench.probe, Qt.Key.Key_Backspace, "\b")
    assert "Backspace" in bench.words_at("method")


def test_a_scanners_tab_is_shown_and_a_persons_leads_on(bench):
    scan_text(LABEL)
    press(bench.probe, Qt.Key.Key_Tab, "\t")
    assert QApplication.focusWidget() is bench.button


def test_a_tab_at_the_end_of_a_scan_stays(bench):
    at = 1_000
    for letter in [*LABEL, "\t"]:
        key = Qt.Key.Key_Tab if letter == "\t" else Qt.Key.Key_unknown
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, letter)
        event.setTimestamp(at)
        QApplication.sendEvent(bench.probe, event)
        at += 5
    assert QApplication.focusWidget() is bench.probe
    assert bench.words_at("ending") == "⟨Tab⟩"


def test_the_prefix_is_seen_and_left_out_of_what_is_read(bench):
    bench.probe.set_rules(BurstRules(prefix="~"))
    scan_text("~" + LABEL)
    assert bench.words_at("received").startswith("~")
    assert "Nhãn hồ sơ" in bench.words_at("read")


def test_what_a_serial_scanner_sent_is_shown_whole(bench):
    bench.probe.show_serial("https://example.invalid")
    assert "nguyên cả chuỗi" in bench.words_at("gaps")
    assert bench.words_at("ending") == "–"
    assert bench.words_at("read").startswith("Không nhận ra: là đường dẫn")


def test_escape_and_keys_held_with_control_are_the_windows(bench):
    press(bench.probe, Qt.Key.Key_Escape, "\x1b")
    event = QKeyEvent(
        QEvent.Type.KeyPress, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier, "\x0b"
    )
    QApplication.sendEvent(bench.probe, event)
    assert bench.words_at("gaps") == "–"
