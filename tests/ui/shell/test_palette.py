"""Ctrl+K: from any screen to any command, dossier, procedure or person by a few letters."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.desk import desk_in_front
from tests.ui.invented import Office
from tests.ui.typing import press, type_text
from ui.screen import Place
from ui.shell.cards.commands import WindowActions, commands
from ui.shell.cards.palette import Palette
from ui.shell.cards.palette_entries import Chosen, EntryKind, PaletteActions, matching
from ui.shell.frame.rail import entries
from ui.work import Work

pytestmark = pytest.mark.gui


@pytest.fixture
def window(qtbot, qapp):
    with desk_in_front(qtbot, Office()) as desk:
        QTest.keyClick(
            QApplication.focusWidget(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier
        )
        yield desk


def palette(window):
    return window.overlays.card


def ask(qtbot, window, text):
    type_text(QApplication.focusWidget(), text)
    qtbot.waitUntil(lambda: window._work.is_idle and not palette(window).is_busy)


def titles(window):
    return [entry.title for entry in palette(window).list.rows]


def test_an_empty_line_lists_the_commands(window):
    assert titles(window)[:2] == ["Hôm nay", "Tiếp nhận"]
    assert "Bảng phím tắt" in titles(window)


def test_a_command_is_found_by_the_beginnings_of_its_words_without_accents(qtbot, window):
    ask(qtbot, window, "tiep nh")
    assert titles(window)[0] == "Tiếp nhận"
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.place is Place.INTAKE
    assert window.overlays.card is None


@pytest.mark.parametrize(
    ("text", "title", "place", "name"),
    [
        ("sao luu", "Sao lưu, khôi phục", Place.SETTINGS, "backup"),
        ("may in", "Máy in phiếu A4, A5", Place.SETTINGS, "print"),
        ("gio lam", "Giờ làm việc", Place.SETTINGS, "hours"),
        ("co chu", "Màn hình", Place.SETTINGS, "look"),
        ("bieu phi", "Biểu phí", Place.REFERENCE, "tariff"),
    ],
)
def test_a_part_of_a_screen_is_found_first_by_its_name_and_led_to(qapp, text, title, place, name):
    led_to = []
    fields = dict.fromkeys(WindowActions.__dataclass_fields__, led_to.clear)
    actions = WindowActions(**fields | {"go_to_part": lambda *part: led_to.append(part)})
    first = matching(commands(entries(), actions), text)[0]
    assert first.title == title
    first.run()
    assert led_to == [(place, name)]


def test_the_window_goes_to_a_screen_and_there_to_its_part(window, monkeypatch):
    shown = []
    monkeypatch.setattr(window.screen_at(Place.INTAKE), "show_part", shown.append)
    window.go_to_part(Place.INTAKE, "anything")
    assert (window.place, shown) == (Place.INTAKE, ["anything"])


def test_parts_are_not_among_the_commands_of_an_empty_line(qapp):
    actions = WindowActions(**dict.fromkeys(WindowActions.__dataclass_fields__, print))
    every = commands(entries(), actions)
    assert any(entry.kind is EntryKind.PART for entry in every)
    assert not [entry for entry in matching(every, "") if entry.kind is EntryKind.PART]


def test_a_dossier_is_opened_by_its_applicants_name(qtbot, window):
    ask(qtbot, window, "Lý A Sềnh")
    assert titles(window)[0] == "Lý A Sềnh"
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert len(window.screen_at(Place.DOSSIER).shown) == 1


def test_a_procedure_begins_a_new_dossier(qtbot, window):
    ask(qtbot, window, "giam ho")
    names = titles(window)
    press(QApplication.focusWidget(), Qt.Key.Key_Down, "")
    for _ in range(names.index("Đăng ký giám hộ") - 1):
        press(QApplication.focusWidget(), Qt.Key.Key_Down, "")
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.screen_at(Place.INTAKE).begun == ["Đăng ký giám hộ"]


def test_a_person_met_before_begins_a_new_dossier(qtbot, window):
    ask(qtbot, window, "vy thi thu")
    press(QApplication.focusWidget(), Qt.Key.Key_PageDown, "")
    press(QApplication.focusWidget(), Qt.Key.Key_PageDown, "")
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert window.screen_at(Place.INTAKE).begun == ["Vy Thị Thu Hà"]


def test_what_matches_nothing_is_said(qtbot, window):
    ask(qtbot, window, "zzqx")
    assert titles(window) == []
    assert "zzqx" in palette(window)._nothing.text()
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert palette(window) is not None


def test_esc_closes_it_and_the_focus_is_back(window):
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert window.overlays.card is None
    assert window.screen_at(Place.HOME).isAncestorOf(QApplication.focusWidget())


def test_a_card_that_was_copied_as_text_is_taken(qtbot, window):
    QGuiApplication.clipboard().setText("020185001234||Hoàng Thị Mẩy|05031985|Nữ|Văn Lãng|10052021")
    ask(qtbot, window, "vua chep")
    press(QApplication.focusWidget(), Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.place is Place.INTAKE)
    assert window.screen_at(Place.INTAKE).begun == ["020185001234"]


def test_an_empty_clipboard_is_said(window):
    QGuiApplication.clipboard().clear()
    window.tools.read_clipboard()
    assert "Chưa chép gì" in window.notices.kept[-1].words


@pytest.fixture
def held_up(qtbot):
    """A palette, the people it chose, and what lets its next answers come."""
    comes, chosen, work = threading.Event(), [], Work()
    comes.set()

    def people(text):
        assert comes.wait(30)
        return Office().people(text)

    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    actions = PaletteActions(lambda _: (), lambda _: (), people)
    shown = Palette((), actions, Chosen(print, print, chosen.append), work, window)
    shown.open_at(0, 0, 500, 400)
    type_text(shown.input, "vy")
    qtbot.waitUntil(lambda: bool(shown.list.rows) and not shown.is_busy)
    comes.clear()
    yield shown, chosen, comes
    comes.set()
    work.close()


def test_an_answer_to_what_was_typed_before_is_not_taken_for_one_to_what_is_typed_now(
    qtbot, held_up
):
    shown, chosen, comes = held_up
    type_text(shown.input, " thi")
    press(shown.input, Qt.Key.Key_Return)
    shown.list.clicked.emit(shown.list.currentIndex())
    assert (chosen, shown.isVisible()) == ([], True)
    comes.set()
    qtbot.waitUntil(lambda: not shown.is_busy)
    press(shown.input, Qt.Key.Key_Return)
    assert [one.applicant.full_name for one in chosen] == ["Vy Thị Thu Hà"]


def test_an_answer_that_keeps_somebody_waiting_is_said_to_be_looked_for(qtbot, held_up):
    shown, _, _ = held_up
    type_text(shown.input, " thi")
    qtbot.waitUntil(lambda: shown.list.rows == ())
    assert shown._nothing.isVisible()
    assert "Đang tìm" in shown._nothing.text()


def test_every_command_is_reached_by_the_mouse(qtbot, window):
    press(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert not window.overlays.has_palette
    QTest.mouseClick(window.bar.menu, Qt.MouseButton.LeftButton)
    assert window.overlays.has_palette
    assert QApplication.focusWidget() is palette(window).input
    ask(qtbot, window, "tiep nhan")
    at = palette(window).list.visualRect(palette(window).list.model().index(0, 0)).center()
    QTest.mouseClick(palette(window).list.viewport(), Qt.MouseButton.LeftButton, pos=at)
    qtbot.waitUntil(lambda: window.place is Place.INTAKE)
