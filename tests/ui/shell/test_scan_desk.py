"""Whatever is scanned finds its place: a dossier opens, a card starts a new one."""

import os

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage, QKeyEvent, QPainter
from PySide6.QtWidgets import QApplication

from app.printing.codes.barcode import qr
from tests.ui.desk import desk_in_front, settle
from tests.ui.invented import Office
from tests.ui.typing import scan_text
from ui.screen import Place
from ui.shell.scanning.scan_actions import ScannerSetup
from ui.widgets.scanner.scan_probe import ScanProbe

pytestmark = pytest.mark.gui
CARD = "020185001234|081234567|Hoàng Thị Mẩy|05031985|Nữ|Thôn Bản Loỏng, Lạng Sơn|10052021"


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def listening(qtbot, qapp, office):
    with desk_in_front(qtbot, office) as desk:
        yield desk


def slow_scan(text, *, gap):
    """The keys of a slow scanner, Enter last, one at each step."""
    at = 100_000
    for letter in [*text, "\r"]:
        key = Qt.Key.Key_Return if letter == "\r" else Qt.Key.Key_unknown
        at += gap
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, letter)
            event.setTimestamp(at)
            QApplication.sendEvent(QApplication.focusWidget(), event)
        yield letter


def said(window) -> str:
    return window.notices.kept[-1].words if window.notices.kept else ""


def test_one_scan_of_a_slip_opens_its_dossier_from_anywhere(qtbot, listening, office):
    row = office.rows[3]
    scan_text(row.code)
    qtbot.waitUntil(lambda: listening.place is Place.DOSSIER)
    assert listening.screen_at(Place.DOSSIER).shown == [row.id]


def test_a_screen_in_front_that_gathers_dossiers_takes_them(qtbot, listening, office, monkeypatch):
    taken = []
    monkeypatch.setattr(
        listening.screen_in_front, "take_dossier", lambda one: taken.append(one) or True,
        raising=False,
    )  # fmt: skip
    row = office.rows[3]
    scan_text(row.code)
    qtbot.waitUntil(lambda: taken == [row.id])
    assert listening.place is Place.HOME


def test_the_code_of_a_dossier_that_is_not_here_is_said(qtbot, listening):
    scan_text("H37.99.1-200101-0001")
    qtbot.waitUntil(lambda: "H37.99.1-200101-0001" in said(listening))
    assert listening.place is Place.HOME


def test_a_code_no_dossier_has_goes_to_the_screen_in_front_that_takes_one(qtbot, listening):
    listening.open_dossier(7)
    dossier = listening.screen_at(Place.DOSSIER)
    dossier.takes_codes = True
    scan_text("G09.20-20261123-0092637")
    qtbot.waitUntil(lambda: dossier.codes == ["G09.20-20261123-0092637"])
    assert not said(listening)


def test_a_strange_code_is_shown_and_refused(listening):
    scan_text("https://example.invalid/tra-cuu?id=020185001234")
    assert "https://example.invalid" in said(listening)
    assert listening.place is Place.HOME


def test_a_card_scanned_at_home_starts_a_new_dossier(qtbot, listening):
    scan_text(CARD)
    qtbot.waitUntil(lambda: listening.place is Place.INTAKE)
    assert listening.screen_at(Place.INTAKE).cards[0].full_name.value == "Hoàng Thị Mẩy"


def test_a_card_cut_in_its_address_is_taken_with_one_notice(qtbot, listening):
    whole = "020195001111||Lộc Thị Dùng|01011995|Nữ|Thôn Khuổi Cấp, xã Mẫu Sơn|02082025"
    cut = whole.index("ấp")
    scan_text(whole[:cut])
    qtbot.waitUntil(lambda: listening.place is Place.INTAKE)
    (card,) = listening.screen_at(Place.INTAKE).cards
    assert (card.full_name.value, card.address) == ("Lộc Thị Dùng", None)
    assert "nơi ở cần kiểm tra" in said(listening)
    before = len(listening.notices.kept)
    scan_text(whole[cut:])
    assert len(listening.notices.kept) == before
    assert len(listening.screen_at(Place.INTAKE).cards) == 1


def test_the_scan_pad_of_f3_takes_a_card_too(qtbot, listening):
    listening.take_key("F3")
    assert QApplication.focusWidget() is listening.tools.search.pad
    scan_text(CARD)
    qtbot.waitUntil(lambda: listening.place is Place.INTAKE)
    assert listening.tools.search.input.text() == ""


def test_a_strange_code_in_the_scan_pad_stands_in_the_field_and_is_not_opened(qtbot, listening):
    listening.take_key("F3")
    scan_text("8934563138165")
    assert listening.tools.search.input.text() == "8934563138165"
    assert "8934563138165" in said(listening)
    settle(qtbot, listening._work)
    assert listening.place is Place.HOME


def test_the_scan_pad_of_f3_takes_a_card_of_a_slow_scanner_too(qtbot, listening):
    listening.take_key("F3")
    field = listening.tools.search.input
    scanned = slow_scan(CARD, gap=80)
    next(scanned)
    qtbot.waitUntil(field.hasFocus)  # the pad takes a pause for a hand's
    for _ in scanned:
        pass
    qtbot.waitUntil(lambda: listening.place is Place.INTAKE)
    assert listening.screen_at(Place.INTAKE).cards[0].full_name.value == "Hoàng Thị Mẩy"
    assert field.text() == ""


@pytest.mark.parametrize("sent", [CARD.encode().decode("latin-1"), CARD.replace("Lo", "L\xa0")])
def test_a_card_in_another_alphabet_is_said_once_with_how_to_set_the_scanner(listening, sent):
    listening.take_key("F3")
    scan_text(sent)
    assert listening.tools.search.input.text() == ""
    assert [note.words for note in listening.notices.kept][-1:] == [said(listening)]
    assert "sai bảng mã" in said(listening)
    assert "chế độ COM" in said(listening)
    assert listening.place is Place.HOME


def test_a_card_that_was_pasted_in_another_alphabet_fills_nothing(listening):
    QApplication.clipboard().setText(CARD.encode().decode("latin-1"))
    listening.tools.scans.take_clipboard()
    assert "sai bảng mã" in said(listening)
    assert listening.place is Place.HOME


def test_a_picture_of_a_card_is_read(qtbot, listening):
    listening.tools.scans.take_picture(picture_of(CARD))
    qtbot.waitUntil(lambda: listening.place is Place.INTAKE)


def test_a_picture_without_a_code_says_what_to_do(qtbot, listening):
    white = QImage(300, 200, QImage.Format.Format_RGB32)
    white.fill(0xFFFFFFFF)
    listening.tools.scans.take_picture(white)
    qtbot.waitUntil(lambda: "ảnh" in said(listening))


def test_a_scanner_on_a_port_that_is_not_there_is_missed_once(qtbot, listening):
    listening.tools.scans.set_up(ScannerSetup(port="/dev/khong-co"))
    qtbot.waitUntil(lambda: "/dev/khong-co" in said(listening))
    listening.tools.scans.close()


def test_while_a_scanner_is_tried_its_serial_scans_are_only_shown_there(qtbot, listening, office):
    pty = pytest.importorskip("pty", reason="pseudo-terminals are POSIX")
    end, other = pty.openpty()
    probe = ScanProbe(office.clock.now, listening)
    probe.show()
    probe.setFocus()
    listening.tools.scans.set_up(ScannerSetup(port=os.ttyname(other)))

    def is_shown() -> bool:
        os.write(end, f"{office.rows[3].code}\r".encode())
        return office.rows[3].code in probe.words_at("read")

    qtbot.waitUntil(is_shown, timeout=10_000)
    listening.tools.scans.close()
    assert listening.place is Place.HOME
    os.close(end)
    os.close(other)


def picture_of(text: str) -> QImage:
    """The QR of `text` on white, six dots a module."""
    symbol, size = qr(text), 6
    image = QImage(
        (symbol.columns + 8) * size, (symbol.rows + 8) * size, QImage.Format.Format_RGB32
    )
    image.fill(0xFFFFFFFF)
    painter = QPainter(image)
    for rectangle in symbol.path.split(" re"):
        if not rectangle.strip():
            continue
        left, top, width, height = (int(part) * size for part in rectangle.split())
        painter.fillRect(left + 4 * size, top + 4 * size, width, height, QColor("black"))
    painter.end()
    return image
