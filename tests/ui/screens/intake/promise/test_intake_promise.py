"""Column 3: the promise, how it is counted, and the receipt as it will print."""

import threading

import pytest
from PySide6.QtCore import Qt

from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.screens.intake.invented import NOW
from tests.ui.typing import press, type_text
from ui.screens.intake import PromiseDay
from ui.screens.intake.promise.day_table import DayTable

pytestmark = pytest.mark.gui


def test_a_stale_picture_never_replaces_a_newer_form(qtbot, screen, desk):
    choose(qtbot, screen, "hon nhan")
    desk.picture_gate = threading.Event()
    papers = screen.papers.list
    press(papers, Qt.Key.Key_Space, " ")
    qtbot.waitUntil(lambda: screen.preview._picture._is_under_way, timeout=3000)
    assert screen.promise.picture.is_stale
    press(papers, Qt.Key.Key_Down)
    press(papers, Qt.Key.Key_Space, " ")
    desk.picture_gate.set()
    settle(qtbot, screen)
    assert not screen.promise.picture.is_stale
    assert screen.promise.picture.image.pixelColor(5, 5).red() == 202, "two papers, not one"


def test_the_promise_is_counted_anew_each_minute(qtbot, screen, desk):
    choose(qtbot, screen, "hon nhan")
    desk.now = NOW.replace(minute=16)
    screen.on_ticked(desk.now)
    settle(qtbot, screen)
    assert screen.promise.rule.text().startswith("10 giờ 16 phút")


def test_the_hours_of_a_day_are_told_once_and_again_where_they_change(qtbot):
    reasons = [
        ("bắt đầu", "làm 8–11"),
        ("ngày 1", "làm 8–11"),
        ("nghỉ: Ngày hội; cả xã",),
        ("ngày 2", "làm 8–11"),
        ("ngày 3", "làm 7–11"),
    ]
    table = DayTable("Cách đếm")
    qtbot.addWidget(table)
    table.show_days([PromiseDay(NOW.date(), each) for each in reasons])
    shown = [table.item(row, 1).text() for row in range(5)]
    assert shown == [
        "bắt đầu; làm 8–11",
        "ngày 1",
        "nghỉ: Ngày hội; cả xã",
        "ngày 2",
        "ngày 3; làm 7–11",
    ]
    assert table.item(1, 1).toolTip() == "ngày 1; làm 8–11"


def test_another_time_of_receipt_is_folded_away_and_moves_the_promise(qtbot, screen, desk):
    choose(qtbot, screen, "hon nhan")
    extras = screen.extras
    assert not extras.received_at.isVisible()
    key(Qt.Key.Key_G, Qt.KeyboardModifier.AltModifier)
    assert focused() is extras.received_at.input
    type_text(focused(), "8:05 20/11")
    press(focused(), Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert screen.promise.day.text() == "Thứ Năm 26/11/2026"
    extras.received_at.set_value("hôm qua")
    extras.received_at.input.editingFinished.emit()
    settle(qtbot, screen)
    assert extras.received_at.has_problem
    assert screen.promise.day.text() == ""


def test_the_large_receipt_covers_the_form_and_folds_away(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    key(Qt.Key.Key_X, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, screen)
    assert screen.frame.large.isVisible()
    assert screen.frame.large.page.image is not None
    assert screen.go_back()
    assert not screen.frame.large.isVisible()


def test_a_narrow_window_keeps_the_promise_in_sight(qtbot, screen):
    choose(qtbot, screen, "hon nhan")
    screen.resize(880, 700)
    qtbot.waitUntil(lambda: screen.frame._is_narrow, timeout=2000)
    assert screen.promise.day.isVisible()
    assert not screen.promise.picture.isVisible()
    screen.resize(1274, 712)
    qtbot.waitUntil(lambda: screen.promise.picture.isVisible(), timeout=2000)


def test_a_narrow_window_shows_the_number_just_given(qtbot, screen, desk):
    screen.resize(880, 700)
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    code = screen.promise.done.code
    assert code.text() == "H37.99.1-261123-0001"
    qtbot.waitUntil(lambda: code.width() > code.fontMetrics().horizontalAdvance(code.text()))
