"""A refusal names its fields and keeps what was typed."""

import pytest
from PySide6.QtCore import Qt

from app.domain.errors import InvalidRequest
from app.domain.intake_check import NotAPhone
from tests.ui.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.typing import press, type_text

pytestmark = pytest.mark.gui


def test_a_refusal_names_every_field_and_keeps_what_was_typed(qtbot, screen, desk):
    type_text(screen.applicant.person.phone.input, "12")
    key(Qt.Key.Key_F9)
    assert desk.registered == []
    person = screen.applicant.person
    assert person.full_name.problem == "Chưa ghi."
    assert person.phone.problem == "Số điện thoại có 8 đến 15 chữ số."
    assert person.phone.input.text() == "12"
    assert screen.procedure.search.field.problem == "Chưa chọn thủ tục."
    assert "Họ và tên" in screen.frame.problems.words
    assert focused() is person.full_name.input


def test_a_refusal_of_the_desk_stands_at_its_field_and_keeps_the_form(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    before = screen.state()
    problem = NotAPhone(field="applicant.phone", text="0912345678")
    desk.refuse_register = InvalidRequest(problems=(problem,))
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: screen.applicant.person.phone.has_problem, timeout=5000)
    assert screen.state() == before
    desk.refuse_register = None
    with qtbot.waitSignal(screen.registered, timeout=5000):
        key(Qt.Key.Key_F9)


def test_a_broken_disk_loses_nothing_and_is_told(qtbot, screen, desk, told):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    before = screen.state()
    desk.refuse_register = OSError(28, "No space left on device")
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(told.errors), timeout=5000)
    assert screen.state() == before
    assert "Chưa lưu được" in screen.frame.problems.words
    settle(qtbot, screen)
    assert len(desk.drafts) == 1
