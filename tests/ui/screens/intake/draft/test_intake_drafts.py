"""What is typed is kept, parked, taken up again."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QStackedWidget

from app.answers.dossier import Draft
from tests.ui.screens.intake.hands import PrinterGone, choose, enter_person, focused, key, settle
from tests.ui.screens.intake.invented import NOW
from tests.ui.typing import press, type_text
from ui.screens.intake.draft.body import to_body
from ui.screens.intake.draft.chips import DraftChips
from ui.screens.intake.state.form import FormState
from ui.screens.intake.state.person import PersonState
from ui.widgets.layout.form_scroll import FormScroll

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
    assert focused().text() == "Bỏ nháp? Bấm lần nữa"
    press(focused(), Qt.Key.Key_Delete)
    settle(qtbot, screen)
    assert desk.drafts == {}


def test_the_keyboard_stays_among_the_drafts_and_after_the_last_begins_the_form(
    qtbot, screen, desk
):
    for name in ("a", "b"):
        desk.drafts[name] = Draft(name, NOW, name, {})
    screen.on_shown()
    settle(qtbot, screen)
    key(Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    chips = screen.frame.drafts
    chips.buttons[1].setFocus()
    for _ in range(2):
        press(focused(), Qt.Key.Key_Delete)
    settle(qtbot, screen)
    assert focused() is chips.buttons[0]
    for _ in range(2):
        press(focused(), Qt.Key.Key_Delete)
    settle(qtbot, screen)
    assert chips.isHidden()
    type_text(focused(), "020185001234")
    assert screen.state().applicant.personal_id == "020185001234"


def test_a_draft_that_cannot_be_stored_is_said_and_typing_goes_on(qtbot, screen, desk):
    desk.refuse_draft = PrinterGone()
    type_text(screen.applicant.person.full_name.input, "Lan")
    qtbot.waitUntil(lambda: "Chưa lưu được nháp" in screen.frame.kept.text, timeout=3000)
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


def test_a_draft_is_dropped_by_the_mouse_with_its_cross(qtbot, screen, desk):
    for name in ("Lý A Sì", "Lý A Páo"):
        type_text(screen.applicant.person.full_name.input, name)
        screen.go_back()
        settle(qtbot, screen)
    chips = screen.frame.drafts
    newest, other = chips.crosses[:2]
    assert newest.isVisible()
    assert newest.accessibleName() == "Bỏ bản nháp"
    newest.click()
    other.click()
    assert "lần nữa" not in chips.buttons[0].text(), "one question at a time"
    assert len(desk.drafts) == 2
    newest.click()
    newest.click()
    settle(qtbot, screen)
    assert len(desk.drafts) == 1
    assert not chips.crosses[1].isVisible()


def test_what_enter_has_not_made_a_row_of_yet_is_kept_with_the_draft(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "1193")
    type_text(screen.papers.extra, "Giấy ra viện")
    settle(qtbot, screen)
    screen.go_back()
    settle(qtbot, screen)
    assert screen.papers.extra.text() == "", "another person begins with an empty line"
    screen.frame.drafts.press(0)
    settle(qtbot, screen)
    assert screen.papers.extra.text() == "Giấy ra viện"


def test_a_paper_typed_and_not_entered_is_saved_with_the_dossier(qtbot, screen, desk):
    enter_person(screen)
    choose(qtbot, screen, "1193")
    screen.papers.tick_musts()
    type_text(screen.papers.extra, "Giấy ra viện")
    key(Qt.Key.Key_F9)
    qtbot.waitUntil(lambda: bool(desk.registered), timeout=5000)
    assert "Giấy ra viện" in [paper.name for paper in desk.registered[0].documents]


def test_a_search_typed_alone_is_worth_a_draft(qtbot, screen, desk):
    type_text(screen.procedure.search.field.input, "khai sinh cho trẻ")
    settle(qtbot, screen)
    screen.go_back()
    settle(qtbot, screen)
    assert len(desk.drafts) == 1


def test_another_person_begins_at_the_top_of_the_form(qtbot, screen):
    screen.resize(1000, 420)
    enter_person(screen)
    bar = screen.applicant.findChild(FormScroll).verticalScrollBar()
    bar.setValue(bar.maximum())
    assert bar.value()
    screen.go_back()
    settle(qtbot, screen)
    assert bar.value() == 0


@pytest.mark.parametrize("is_narrow", [False, True])
def test_a_parked_draft_shows_the_and_of_a_name_whole_or_cut(qtbot, is_narrow):
    chips = DraftChips()
    qtbot.addWidget(chips)
    chips.show_drafts([Draft("a", NOW, "Hà & Con · Thủ tục khai sinh")])
    chips.show()
    chips.resize(chips.minimumSizeHint().width() if is_narrow else 1_300, 40)
    said = chips.buttons[0].text()
    assert said.startswith("Hà && Co")
    assert ("…" in said) is is_narrow


def park(qtbot, screen, name):
    screen.applicant.person.full_name.input.setFocus()
    type_text(focused(), name)
    screen.go_back()
    settle(qtbot, screen)


def test_behind_the_last_draft_deleted_the_next_citizens_number_is_typed(qtbot, screen, desk):
    park(qtbot, screen, "Lý A Sềnh")
    park(qtbot, screen, "Vy Quang Slam")
    key(Qt.Key.Key_D, Qt.KeyboardModifier.AltModifier)
    for left in (1, 0):
        press(focused(), Qt.Key.Key_Delete)
        press(focused(), Qt.Key.Key_Delete)
        settle(qtbot, screen)
        assert len(desk.drafts) == left
        if left:
            assert focused() is screen.frame.drafts.buttons[0]
    assert focused() is screen.applicant.person.number.input
