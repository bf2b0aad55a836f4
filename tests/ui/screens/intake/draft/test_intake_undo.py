"""Ctrl+Z and Ctrl+Shift+Z across the form, as a person presses them."""

import threading

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.scanning.code import read_scan
from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.screens.intake.invented import NOW
from tests.ui.typing import press, type_text
from ui.screens.intake.state.form import FormState

pytestmark = pytest.mark.gui
CARD = "020185001234||Hoàng Thị Mẩy|05031985|Nữ|Thôn Bản Loỏng, Lạng Sơn|10052021"
_CTRL = Qt.KeyboardModifier.ControlModifier


def undo(qtbot, screen):
    key(Qt.Key.Key_Z, _CTRL)
    settle(qtbot, screen)


def redo(qtbot, screen):
    key(Qt.Key.Key_Z, _CTRL | Qt.KeyboardModifier.ShiftModifier)
    settle(qtbot, screen)


def test_typed_fields_go_one_by_one_and_come_back(qtbot, screen):
    enter_person(screen)
    settle(qtbot, screen)
    whole = screen.state().applicant
    seen = []
    for _ in range(5):
        undo(qtbot, screen)
        seen.append(screen.state().applicant)
    assert [one.phone for one in seen] == [""] * 5
    assert [one.address for one in seen] == ["Thôn Bản Loỏng", "", "", "", ""]
    assert [one.born for one in seen] == ["05/03/1985", "05/03/1985", "", "", ""]
    assert [bool(one.full_name) for one in seen] == [True, True, True, False, False]
    assert seen[-1].is_blank
    undo(qtbot, screen)  # nothing is left: nothing happens
    assert screen.state() == FormState()
    for _ in range(5):
        redo(qtbot, screen)
    assert screen.state().applicant == whole


def test_a_line_takes_back_its_own_typing_first(qtbot, screen):
    enter_person(screen)
    note = screen.applicant.person.email.input
    note.setFocus()
    QTest.keyClicks(note, "may@x.vn")
    undo(qtbot, screen)
    assert screen.state().applicant.email == ""
    assert screen.state().applicant.phone
    undo(qtbot, screen)
    assert screen.state().applicant.phone == ""


def test_the_keyboard_goes_to_the_field_that_was_taken_back(qtbot, screen):
    enter_person(screen)
    undo(qtbot, screen)
    assert focused() is screen.applicant.person.phone.input


def test_a_filled_person_goes_as_one_step(qtbot, screen):
    phone = screen.applicant.person.phone.input
    phone.setFocus()
    type_text(phone, "0912345678")
    settle(qtbot, screen)
    screen.take_card(read_scan(CARD, NOW.date()))
    settle(qtbot, screen)
    assert screen.state().applicant.personal_id == "020185001234"
    undo(qtbot, screen)
    left = screen.state().applicant
    assert (left.personal_id, left.full_name, left.address) == ("", "", "")
    assert left.phone.replace(" ", "") == "0912345678"
    redo(qtbot, screen)
    assert screen.state().applicant.address


def test_ticked_papers_are_taken_back_one_by_one(qtbot, screen):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    settle(qtbot, screen)
    press(focused(), Qt.Key.Key_Down)
    press(focused(), Qt.Key.Key_Space, " ")
    settle(qtbot, screen)
    ticked = lambda: [paper.is_present for paper in screen.state().papers]  # noqa: E731
    assert ticked() == [True, True, False, False]
    undo(qtbot, screen)
    assert ticked() == [True, False, False, False]
    undo(qtbot, screen)
    assert ticked() == [False] * 4
    redo(qtbot, screen)
    redo(qtbot, screen)
    assert ticked() == [True, True, False, False]


def test_a_chosen_procedure_is_taken_back_with_its_papers_and_comes_again(qtbot, screen):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    settle(qtbot, screen)
    whole = screen.state()
    undo(qtbot, screen)
    undo(qtbot, screen)
    assert screen.state().procedure_code == ""
    assert screen.state().papers == ()
    assert screen.state().applicant == whole.applicant
    redo(qtbot, screen)
    redo(qtbot, screen)
    assert screen.state() == whole
    assert screen.promise.day.text() == "Thứ Sáu 27/11/2026"


def test_what_is_typed_after_taking_back_forgets_what_was_taken_back(qtbot, screen):
    enter_person(screen)
    undo(qtbot, screen)
    type_text(screen.applicant.person.phone.input, "0987654321")
    settle(qtbot, screen)
    redo(qtbot, screen)
    assert screen.state().applicant.phone.replace(" ", "") == "0987654321"


def test_a_registered_dossier_never_comes_back_into_the_form(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert len(desk.registered) == 1
    undo(qtbot, screen)
    assert screen.state() == FormState()


def test_the_draft_is_kept_as_it_stands_after_taking_back(qtbot, screen, desk):
    enter_person(screen)
    settle(qtbot, screen)
    undo(qtbot, screen)
    (draft,) = desk.drafts.values()
    assert draft.body["applicant"]["phone"] == ""


def test_nothing_is_taken_back_while_the_form_is_being_saved(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    settle(qtbot, screen)
    desk.register_gate = threading.Event()
    desk.refuse_register = None
    key(Qt.Key.Key_F9)
    assert screen.saving.is_busy
    sent = screen.state()
    key(Qt.Key.Key_Z, _CTRL)
    assert screen.state() == sent
    desk.register_gate.set()
    settle(qtbot, screen)
    assert len(desk.registered) == 1


def test_a_step_in_another_field_leaves_the_fees_unfolded(qtbot, screen):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    settle(qtbot, screen)
    toggle = screen.fees.toggle
    toggle.click()
    undo(qtbot, screen)
    assert toggle.isChecked()
