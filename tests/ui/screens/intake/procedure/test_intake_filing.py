"""An online filing brings its code and what is known of it; at the desk nobody is asked."""

import pytest
from PySide6.QtCore import Qt

from app.domain.catalogue.procedure import Channel
from app.domain.dossier.filing import FilingFacts, FilingSystem, YesNo
from tests.ui.screens.intake.hands import choose, enter_person, focused, key, settle
from tests.ui.typing import press, type_text

pytestmark = pytest.mark.gui
CODE = "G09.20-20261120-0092637"


def online(screen):
    key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    return screen.extras.filing


def test_at_the_desk_and_by_post_nothing_of_it_is_seen(screen):
    for digit in (Qt.Key.Key_1, Qt.Key.Key_3):
        key(digit, Qt.KeyboardModifier.AltModifier)
        assert not screen.code.isVisible()
        assert screen.extras.filing.isHidden()
    for digit in (Qt.Key.Key_2, Qt.Key.Key_4):
        key(digit, Qt.KeyboardModifier.AltModifier)
        assert screen.code.isVisible()
        assert not screen.extras.filing.isHidden()
    assert screen.state().channel is Channel.KIOSK


def test_a_pasted_code_and_what_is_known_are_registered(qtbot, screen, desk):
    filing = online(screen)
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    screen.code.field.input.setFocus()
    type_text(focused(), CODE.lower())
    filing.vneid.input.setFocus()
    press(focused(), Qt.Key.Key_Down)
    filing.bases.input.setFocus()
    type_text(focused(), "1, 7")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    request = desk.registered[0]
    assert request.channel is Channel.ONLINE
    assert request.official_code == CODE
    assert request.filing == FilingFacts(
        system=FilingSystem.PORTAL, vneid=YesNo.YES, bases=("1", "7")
    )


def test_an_online_filing_without_its_code_is_flagged_until_it_has_one(screen):
    online(screen)
    assert "cổng đã cấp mã" in screen.code.field.flag
    screen.code.field.input.setFocus()
    type_text(focused(), CODE)
    assert screen.code.field.flag == ""


def test_a_wrong_code_is_said_at_its_field_and_stays(qtbot, screen, desk):
    online(screen)
    enter_person(screen)
    choose(qtbot, screen, "hon nhan")
    press(focused(), Qt.Key.Key_Space, " ")
    screen.code.field.input.setFocus()
    type_text(focused(), "0092637")
    key(Qt.Key.Key_F9)
    settle(qtbot, screen)
    assert desk.registered == []
    assert screen.code.field.value() == "0092637"
    assert focused() is screen.code.field.input


def test_a_scanned_code_fills_the_field_of_an_online_filing(screen):
    assert not screen.take_code(CODE, is_meant=False)
    online(screen)
    assert screen.take_code(CODE, is_meant=False)
    assert screen.state().official_code == CODE


def test_a_code_that_is_meant_makes_the_filing_an_online_one(screen):
    assert screen.take_code(CODE, is_meant=True)
    assert screen.state().channel is Channel.ONLINE
    assert screen.state().official_code == CODE


def test_what_was_typed_for_an_online_filing_is_not_sent_once_it_is_none(screen):
    screen.take_code(CODE, is_meant=True)
    key(Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert screen.state().official_code == ""


def test_a_scanned_code_leads_on_as_enter_behind_it_does(qtbot, screen):
    online(screen)
    enter_person(screen)
    screen.code.field.input.setFocus()
    screen.take_code(CODE, is_meant=True)
    assert focused() is screen.procedure.search.field.input
    choose(qtbot, screen, "hon nhan")
    assert (screen.state().official_code, screen.state().procedure_code) == (CODE, "1.004873")


def test_a_code_scanned_before_the_person_leaves_the_keyboard_with_them(screen):
    online(screen)
    screen.take_code(CODE, is_meant=True)
    assert screen.state().official_code == CODE
    assert focused() is screen.applicant.person.number.input


def test_a_click_on_a_way_of_filing_leads_to_the_next_empty_field(qtbot, screen):
    def click(nth):
        qtbot.mouseClick(screen.frame.channel.chips()[nth], Qt.MouseButton.LeftButton)
        return focused()

    screen.take_code(CODE, is_meant=True)
    assert click(2) is screen.applicant.person.number.input
    type_text(focused(), "020185001234")
    assert click(2) is screen.applicant.person.full_name.input
    screen.applicant.person.full_name.set_value("Hoàng Thị Mẩy")
    assert click(1) is screen.procedure.search.field.input
    screen.code.field.set_value("")
    assert click(1) is screen.code.field.input
    screen.code.field.set_value(CODE)
    choose(qtbot, screen, "hon nhan")
    assert click(0) is screen.papers.list


def test_an_online_filing_of_somebody_known_asks_for_its_code_before_the_procedure(qtbot, screen):
    online(screen)
    screen.applicant.person.number.input.setFocus()
    type_text(focused(), "0201")
    press(focused(), Qt.Key.Key_Return)
    settle(qtbot, screen)
    qtbot.waitUntil(lambda: not screen.ahead.is_busy)
    assert focused() is screen.code.field.input
    type_text(focused(), CODE)
    press(focused(), Qt.Key.Key_Return)
    assert focused() is screen.procedure.search.field.input
