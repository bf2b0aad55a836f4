"""Column 2: the procedure, its case, a limit to complete."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt

from app.domain.deadline.time_limit import TimeLimit, Unit
from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.screens.intake.invented import papers
from tests.ui.typing import press, type_text
from ui.screens.intake.parts.row import Row
from ui.screens.intake.parts.rows import RowList
from ui.theme import apply_theme

pytestmark = pytest.mark.gui


def test_a_case_must_be_chosen_before_anything_is_promised(qtbot, screen, desk):
    choose(qtbot, screen, "ho ngheo")
    assert focused() is screen.procedure.cases
    assert screen.promise.day.text() == ""
    key(Qt.Key.Key_F9)
    assert "Chưa chọn trường hợp." in screen.frame.problems.words
    press(screen.procedure.cases, Qt.Key.Key_2, "2")
    settle(qtbot, screen)
    assert [paper.name for paper in screen.papers.papers()] == [
        "Giấy đề nghị theo Mẫu số 02",
        "Xác nhận của trưởng thôn",
    ]
    assert screen.promise.day.text() == "Thứ Ba 15/12/2026"


def test_a_missing_limit_is_completed_on_the_spot_and_never_guessed(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "2516")
    limit = screen.procedure.limit
    assert limit.isVisible()
    assert limit.amount.value() == ""
    assert focused() is limit.amount.input
    assert screen.promise.day.text() == ""
    key(Qt.Key.Key_F9)
    assert desk.registered == []
    limit.amount.input.setFocus()
    type_text(focused(), "3")
    press(focused(), Qt.Key.Key_Return)
    press(focused(), Qt.Key.Key_Return)
    press(focused(), Qt.Key.Key_Return)
    assert limit.source.has_problem, "a limit without its source is refused"
    type_text(focused(), "QĐ 1872/QĐ-UBND")
    press(focused(), Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert not limit.isVisible()
    assert desk.current("2.002516").procedure.limits[0].limit == TimeLimit(Unit.WORKING_DAY, 3)
    assert screen.promise.day.text() == "Thứ Sáu 27/11/2026"


def test_enter_on_an_empty_search_picks_no_procedure_but_an_arrow_does(qtbot, screen):
    search = screen.procedure.search.field.input
    search.setFocus()
    settle(qtbot, screen)
    press(search, Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert screen.procedure.procedure is None
    press(search, Qt.Key.Key_Down)
    press(search, Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert screen.procedure.procedure.code == "1.004873"


def test_a_limit_may_be_completed_with_its_latest_day_of_the_year(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "2516")
    limit = screen.procedure.limit
    type_text(focused(), "25")
    limit.latest.input.setFocus()
    type_text(limit.latest.input, "31/13")
    press(limit.latest.input, Qt.Key.Key_Tab)
    assert limit.latest.has_problem, "what is no day of a year is said at once, and stays"
    assert limit.latest.value() == "31/13"
    limit.latest.input.setFocus()
    limit.latest.input.clear()
    type_text(limit.latest.input, "1412")
    limit.source.input.setFocus()
    assert limit.latest.value() == "14/12"
    type_text(limit.source.input, "QĐ 28/2023/QĐ-TTg")
    press(limit.source.input, Qt.Key.Key_Return)
    settle(qtbot, screen)

    kept = desk.current("2.002516").procedure.limits[0].limit
    assert kept == TimeLimit(Unit.WORKING_DAY, 25, "12-14")


def test_the_name_of_what_was_chosen_stays_in_sight_above_a_long_list_of_papers(
    qtbot, screen, desk
):
    names = [f"Giấy tờ thứ {nth}" for nth in range(9)]
    desk.catalogue[2] = replace(desk.catalogue[2], documents=papers(*names, required=9))
    screen.resize(1_274, 694)
    choose(qtbot, screen, "khai sinh")
    line, viewport = screen.procedure.search.field.input, screen.procedure._scroll.viewport()
    qtbot.waitUntil(lambda: line.mapTo(viewport, QPoint(0, 0)).y() >= 0)
    assert focused() is screen.papers.list
    press(focused(), Qt.Key.Key_End)
    last = screen.papers.list
    qtbot.waitUntil(
        lambda: (
            last.viewport().mapTo(viewport, last.visualRect(last.currentIndex()).bottomLeft()).y()
            <= viewport.height()
        )
    )


def test_a_warning_too_long_for_its_row_goes_on_below_and_is_never_cut(qtbot, qapp):
    apply_theme(qapp)
    rows = RowList("Thủ tục tìm thấy", is_led=True)
    qtbot.addWidget(rows)
    rows.resize(220, 400)
    rows.show()

    def height(warning):
        rows.rows.show_rows([Row("Chấm dứt hoạt động", second="1.001266", warning=warning)])
        return rows.rows_height()

    line = rows.fontMetrics().lineSpacing()
    short = height("▲ thiếu thời hạn")
    whole = height("▲ thiếu thời hạn – bổ sung được ngay khi tiếp nhận")
    assert whole == short + line
