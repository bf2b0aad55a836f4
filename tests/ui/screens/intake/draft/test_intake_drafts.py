"""What is typed is kept, parked, taken up again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from app.answers.dossier import Draft
from tests.ui.screens.intake.hands import PrinterGone, choose, enter_person, focused, key, settle
from tests.ui.screens.intake.invented import NOW
from tests.ui.typing import press, type_text
from ui.screens.intake.draft.body import to_body
from ui.screens.intake.state.form import FormState
from ui.screens.intake.state.person import PersonState

pytestmark = pytest.mark.gui


def test_what_is_typed_is_kept_within_half_a_second_while_typing_goes_on(qtbot, screen, desk):
    field = screen.applicant.person.full_name.input
    field.setFocus()
    type_text(field, "Nông")
    assert screen.keeper._timer.interval() <= 400
    remaining = screen.keeper._timer.remainingTime()
    type_text(field, " Thị")
    assert screen.keeper._timer.remainingTime() <= remaining, "typing on must not put it off"
    qtbot.waitUntil(lambda: bool(desk.drafts), timeout=2000)
    (draft,) = desk.drafts.values()
    assert draft.body["applicant"]["full_name"] == "Nông Thị"
    assert draft.summary == "Nông Thị"


def test_escape_parks_the_draft_and_a_parked_draft_comes_back_whole(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    before = screen.state()
    assert screen.go_back()
    settle(qtbot, screen)
    assert screen.state() == FormState()
    assert [draft.summary for draft in screen.frame.drafts.drafts] == [before.summary]
    key(Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    press(focused(), Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert screen.state() == before
    assert screen.frame.drafts.drafts == ()
    assert screen.promise.day.text() == "Thứ Sáu 27/11/2026"


def test_coming_back_to_a_half_typed_form_goes_on_where_it_was_left(qtbot, screen):
    stack = QStackedWidget()
    qtbot.addWidget(stack)
    stack.addWidget(screen)
    other = QLineEdit()
    stack.addWidget(other)
    with qtbot.waitActive(stack):
        stack.show()
        stack.activateWindow()
    address = screen.applicant.person.address.input
    address.setFocus()
    type_text(address, "Thôn")
    stack.setCurrentWidget(other)
    other.setFocus()
    stack.setCurrentWidget(screen)
    screen.on_shown()
    assert focused() is address
    stack.removeWidget(screen)
    screen.setParent(None)


def test_an_empty_form_has_nothing_to_park(screen, desk):
    assert not screen.go_back()
    assert desk.drafts == {}


def test_a_draft_of_an_abolished_procedure_keeps_the_person_and_says_so(qtbot, screen, desk):
    state = FormState(
        applicant=PersonState(full_name="Lý A Sềnh"),
        procedure_code="2.001009",
        procedure_name="Thủ tục đã bãi bỏ",
    )
    desk.drafts["d"] = Draft("d", NOW, "Lý A Sềnh", to_body(state))
    screen.frame.drafts.taken.emit(desk.drafts["d"])
    settle(qtbot, screen)
    assert screen.applicant.person.full_name.value() == "Lý A Sềnh"
    assert "không còn hiệu lực" in screen.procedure.search.field.problem


def test_deleting_a_draft_asks_once_on_the_chip_itself(qtbot, screen, desk):
    desk.drafts["d"] = Draft("d", NOW, "Lý A Sềnh", {})
    screen.on_shown()
    settle(qtbot, screen)
    key(Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    press(focused(), Qt.Key.Key_Delete)
    assert "d" in desk.drafts
    press(focused(), Qt.Key.Key_Delete)
    settle(qtbot, screen)
    assert desk.drafts == {}


def test_a_draft_that_cannot_be_stored_is_said_and_typing_goes_on(qtbot, screen, desk):
    desk.refuse_draft = PrinterGone()
    type_text(screen.applicant.person.full_name.input, "Lan")
    qtbot.waitUntil(lambda: "Chưa lưu được nháp" in screen.frame.kept.text(), timeout=3000)
    desk.refuse_draft = None
    type_text(screen.applicant.person.full_name.input, "!")
    qtbot.waitUntil(lambda: bool(desk.drafts), timeout=3000)


def test_a_draft_thrown_away_comes_back_whole_by_its_notice(qtbot, screen, desk, notices):
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    before = screen.state()
    assert screen.go_back()
    settle(qtbot, screen)
    key(Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    press(focused(), Qt.Key.Key_Delete)
    press(focused(), Qt.Key.Key_Delete)
    settle(qtbot, screen)
    assert (desk.drafts, screen.frame.drafts.drafts) == ({}, ())
    assert notices.words[-1] == f"Đã bỏ nháp: {before.summary}"
    notices.undo[-1]()
    settle(qtbot, screen)
    key(Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    press(focused(), Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert screen.state() == before
