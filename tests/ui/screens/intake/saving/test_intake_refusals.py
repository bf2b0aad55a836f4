"""A refusal names its fields and keeps what was typed."""

import pytest
from PySide6.QtCore import Qt

from app.domain.dossier.intake_check import NotAPhone
from app.domain.errors import InvalidRequest
from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
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


def test_a_broken_disk_loses_nothing_and_is_told(qtbot, screen, desk, notices):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    before = screen.state()
    desk.refuse_register = OSError(28, "No space left on device")
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(notices.errors), timeout=5000)
    assert screen.state() == before
    assert "Chưa lưu được" in screen.frame.problems.words
    settle(qtbot, screen)
    assert len(desk.drafts) == 1


def test_f9_without_a_limit_leads_to_the_limit(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "2516")
    screen.applicant.person.number.input.setFocus()
    key(Qt.Key.Key_F9)
    assert desk.registered == []
    assert focused() is screen.procedure.limit.amount.input
    assert screen.frame.problems.words == "■ 1 chỗ cần sửa: Thời hạn"


def test_f9_without_a_case_leads_to_the_cases(qtbot, screen):
    enter_person(screen)
    choose(qtbot, screen, "ho ngheo")
    screen.applicant.person.number.input.setFocus()
    key(Qt.Key.Key_F9)
    assert focused() is screen.procedure.cases
    assert "Giấy tờ" not in screen.frame.problems.words


def test_faults_are_named_and_led_to_in_the_order_of_the_form(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    problems = tuple(
        NotAPhone(field=name, text="?") for name in ("note", "documents.0", "applicant.phone")
    )
    desk.refuse_register = InvalidRequest(problems=problems)
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: screen.applicant.person.phone.has_problem, timeout=5000)
    assert focused() is screen.applicant.person.phone.input
    words = screen.frame.problems.words
    assert words.index("Điện thoại") < words.index("Giấy tờ") < words.index("Ghi chú")


def test_the_line_of_faults_forgets_each_that_is_mended(qtbot, screen):
    key(Qt.Key.Key_F9)
    before = screen.frame.problems.words
    assert before.startswith("■ ")
    assert "Họ và tên" in before
    count = int(before.split()[1])
    type_text(screen.applicant.person.full_name.input, "Lý A Sì")
    words = screen.frame.problems.words
    assert "Họ và tên" not in words
    assert words.startswith(f"■ {count - 1} chỗ cần sửa:")
    choose(qtbot, screen, "1193")
    assert "Thủ tục" not in screen.frame.problems.words


def test_more_faults_than_can_be_named_in_one_line_are_counted(qtbot, screen):
    names = ("full_name", "personal_id", "born", "address", "phone", "email")
    refusals = tuple(NotAPhone(field=f"applicant.{name}", text="?") for name in names)
    screen.problems.show_error(InvalidRequest(problems=refusals))
    words = screen.frame.problems.words
    assert words.startswith("■ 6 chỗ cần sửa:")
    assert "… (+1)" in words


def test_typing_replaces_what_was_refused(qtbot, screen, desk):
    enter_person(screen)
    phone = screen.applicant.person.phone.input
    phone.setFocus()
    phone.selectAll()
    type_text(phone, "0912")
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    assert focused() is phone
    type_text(focused(), "0987654321")
    assert phone.text() == "0987654321"
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert desk.registered[0].applicant.phone == "0987654321"
