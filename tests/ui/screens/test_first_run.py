"""Lần đầu mở: what it does and says, and what holds for all office screens."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.domain.text import TextMissing
from app.wording.refusals import say
from tests.ui.screens.hands import FolderGone
from tests.ui.typing import press, type_text
from ui.screens.exchange import ExchangeScreen
from ui.screens.first_run import FirstRunAnswers, FirstRunScreen
from ui.screens.reference_data import ReferenceScreen
from ui.screens.settings import SettingsScreen

pytestmark = pytest.mark.gui


@pytest.fixture
def first_run(opened, office):
    return opened(lambda work, _heard: FirstRunScreen(office.first_run(), work))


def test_three_answers_by_keyboard_make_the_desk_ready(first_run, office, qtbot):
    type_text(first_run.office.input, "UBND xã Mẫu Sơn")
    press(first_run.office.input, Qt.Key.Key_Return)
    assert first_run.code.input.hasFocus()
    type_text(first_run.code.input, "h37.99.1")
    press(first_run.code.input, Qt.Key.Key_Return)
    type_text(first_run.officer.input, "Hoàng Thị Lan")
    press(first_run.officer.input, Qt.Key.Key_Return)
    press(first_run.practice, Qt.Key.Key_Space, " ")
    with qtbot.waitSignal(first_run.ready, timeout=5000):
        first_run.button.click()
    assert office.asked == [
        FirstRunAnswers(
            "UBND xã Mẫu Sơn",
            "H37.99.1",
            "Hoàng Thị Lan",
            wants_practice=True,
            superior_body="Ủy ban nhân dân xã Mẫu Sơn",
            department="Trung tâm Phục vụ hành chính công",
            place="Mẫu Sơn",
        )
    ]


def test_the_officers_name_is_offered_with_its_capitals(first_run):
    type_text(first_run.officer.input, "lò thị hoa")
    assert "Lò Thị Hoa" in first_run.officer.offer.text()
    first_run.officer.offer.click()
    assert first_run.officer.value() == "Lò Thị Hoa"


def test_the_head_of_papers_is_proposed_from_the_name_until_it_is_typed(first_run):
    head = first_run.head
    type_text(first_run.office.input, "UBND P. Đông Kinh")
    assert head.superior_body.value() == "Ủy ban nhân dân phường Đông Kinh"
    assert head.place.value() == "Đông Kinh"
    head.place.input.clear()
    type_text(head.place.input, "Lạng Sơn")
    first_run.office.input.clear()
    type_text(first_run.office.input, "UBND phường Tam Thanh")
    assert head.superior_body.value() == "Ủy ban nhân dân phường Tam Thanh"
    assert head.place.value() == "Lạng Sơn"


def test_enter_goes_to_what_the_name_did_not_answer(first_run):
    type_text(first_run.office.input, "Trung tâm Phục vụ hành chính công")
    press(first_run.officer.input, Qt.Key.Key_Return)
    assert first_run.head.superior_body.input.hasFocus()
    press(first_run.head.superior_body.input, Qt.Key.Key_Return)
    press(first_run.head.department.input, Qt.Key.Key_Return)
    press(first_run.head.place.input, Qt.Key.Key_Return)
    assert first_run.practice.hasFocus()


def test_faults_of_the_first_run_stand_at_their_fields_and_nothing_is_made(first_run, office):
    type_text(first_run.code.input, "xã ta")
    first_run.button.click()
    assert first_run.office.has_problem
    assert first_run.code.has_problem
    assert first_run.officer.has_problem
    assert first_run.code.input.text() == "xã ta"
    assert office.asked == []


def test_a_refusal_calls_a_field_as_its_label_does(first_run):
    for name, field in (("office", first_run.office), ("officer", first_run.officer)):
        assert say(TextMissing(field=name)).startswith(field.label.text())


def test_after_a_fault_the_keyboard_is_in_the_first_of_the_wrong_fields(first_run):
    type_text(first_run.office.input, "UBND xã Mẫu Sơn")
    first_run.button.click()
    assert first_run.code.has_problem
    assert first_run.officer.has_problem
    assert first_run.code.input.hasFocus()


def test_a_folder_that_cannot_be_written_is_said_and_answers_stay(first_run, office, qtbot):
    office.refuse = FolderGone(path="/nơi khác")
    type_text(first_run.office.input, "UBND xã Mẫu Sơn")
    type_text(first_run.code.input, "H37.99.1")
    type_text(first_run.officer.input, "Hoàng Thị Lan")
    first_run.submit()
    first_run.submit()
    qtbot.waitUntil(lambda: first_run.problem.isVisible(), timeout=5000)
    assert len(office.asked) == 1
    assert first_run.officer.value() == "Hoàng Thị Lan"
    assert first_run.button.isEnabled()


def test_no_button_of_these_screens_is_a_default_button(opened, office):
    for make in (
        lambda work, notices: ExchangeScreen(office.exchange(), work, notices),
        lambda work, notices: SettingsScreen(office.settings_actions(), work, notices),
        lambda work, notices: ReferenceScreen(office.reference(), work, notices),
        lambda work, _heard: FirstRunScreen(office.first_run(), work),
    ):
        screen = opened(make)
        assert not any(b.autoDefault() or b.isDefault() for b in screen.findChildren(QPushButton))
