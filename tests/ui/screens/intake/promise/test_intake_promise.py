"""Column 3: the promise, how it is counted, and the receipt as it will print."""

import threading
from dataclasses import replace
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, QRect, Qt

from tests.ui.screens.intake import invented
from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.screens.intake.invented import NOW
from tests.ui.typing import press, type_text
from ui.screens.intake import PromiseDay
from ui.screens.intake.actions import PromisePreview
from ui.screens.intake.promise.day_table import DayTable
from ui.screens.intake.promise.panel import PromisePanel
from ui.theme import apply_theme

pytestmark = pytest.mark.gui


def test_a_stale_picture_never_replaces_a_newer_form(qtbot, screen, desk):
    choose(qtbot, screen, "hon nhan")
    desk.picture_gate = threading.Event()
    papers = screen.papers.list
    press(papers, Qt.Key.Key_Space, " ")
    qtbot.waitUntil(lambda: screen.count.preview._picture._is_under_way, timeout=3000)
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
    key(Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, screen)
    assert screen.frame.large.isVisible()
    assert screen.frame.large.page.image is not None
    assert screen.go_back()
    assert not screen.frame.large.isVisible()


@pytest.mark.parametrize("how", ["put away", "saved"])
def test_the_large_receipt_never_shows_the_person_before(qtbot, screen, how):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    key(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    key(Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, screen)
    assert screen.frame.large.page.image is not None
    screen.go_back()
    if how == "saved":
        key(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
        settle(qtbot, screen)
        assert screen.promise.shows_registered
    else:
        screen.go_back()
    key(Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, screen)
    assert screen.frame.large.isVisible()
    assert screen.frame.large.page.image is None


def test_a_large_receipt_left_open_goes_with_its_person(qtbot, screen):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    key(Qt.Key.Key_Space, Qt.KeyboardModifier.ControlModifier)
    key(Qt.Key.Key_V, Qt.KeyboardModifier.AltModifier)
    settle(qtbot, screen)
    assert screen.frame.large.isVisible()
    key(Qt.Key.Key_F9, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, screen)
    assert screen.promise.shows_registered
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


FEES = "2.000 đồng/trang; từ trang thứ 3: 1.000 đồng/trang, tối đa 200.000 đồng/bản; " * 3
LAW = "Căn cứ: Nghị định 118/2025/NĐ-CP, sửa đổi bởi Nghị định 309/2026/NĐ-CP; Bộ luật Lao động."


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("height", [640, 560, 480, 420, 360])
@pytest.mark.parametrize("confirmed", [True, False])
def test_the_days_never_lie_over_fees_or_law(qtbot, qapp, scale, height, confirmed):
    apply_theme(qapp, "light", scale)
    panel = PromisePanel()
    qtbot.addWidget(panel)
    panel.resize(320 * scale // 100, height * scale // 100)
    reasons = ("ngày bắt đầu, không tính", "làm việc 07:30–11:30, 13:00–17:00")
    days = tuple(PromiseDay(NOW.date() + timedelta(days=n), reasons, str(n)) for n in range(30))
    with qtbot.waitExposed(panel):
        panel.show()
    panel.show_promise(PromisePreview(NOW, confirmed, "25 ngày làm việc", days, LAW, FEES))
    texts = (panel.fees, panel.basis)
    qtbot.waitUntil(
        lambda: all(
            not words.isVisible() or words.height() >= words.heightForWidth(words.width())
            for words in texts
        )
    )

    parts = (panel.day, panel.rule, panel.mark, panel.days, *texts)
    shown = [part for part in (*parts, panel.picture) if part.isVisible()]
    boxes = [QRect(part.mapTo(panel, QPoint()), part.size()) for part in shown]
    for nth, box in enumerate(boxes):
        assert not any(box.intersects(other) for other in boxes[nth + 1 :])
    assert panel.fees.toolTip().endswith(FEES + "."), "what is cut is whole on hover"


def test_fees_that_say_what_they_are_are_not_called_so_twice(screen):
    shown = PromisePreview(NOW, calendar_confirmed=True, limit_text="", fees_text="8.000 đồng")
    screen.promise.show_promise(shown)
    assert screen.promise.fees.text == "Phí, lệ phí: 8.000 đồng."
    named = replace(shown, fees_text="Phí: Cấp bản sao: 8.000 đồng", names_fees=True)
    screen.promise.show_promise(named)
    assert screen.promise.fees.text == "Phí: Cấp bản sao: 8.000 đồng."


def test_a_long_reason_of_a_day_is_whole_as_soon_as_the_procedure_is_chosen(
    qtbot, screen, monkeypatch
):
    days = (
        PromiseDay(date(2026, 11, 30), ("nhận sau 15:00, tính sang ngày làm việc kế tiếp",)),
        PromiseDay(date(2026, 12, 1), ("ngày làm việc kế tiếp",), "✓", is_counted=True),
    )
    preview_of = invented.preview_of
    monkeypatch.setattr(
        invented, "preview_of", lambda *asked: replace(preview_of(*asked), days=days)
    )
    choose(qtbot, screen, "khai sinh")
    table = screen.promise.days
    line = table.fontMetrics().lineSpacing()
    assert [round((table.rowHeight(row) - 4) / line) for row in range(2)] == [2, 1]
