"""Column 2: the procedure, its case, a limit to complete."""

import pytest
from PySide6.QtCore import Qt

from app.domain.deadline.time_limit import TimeLimit, Unit
from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.typing import press, type_text

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
