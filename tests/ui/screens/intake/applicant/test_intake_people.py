"""Column 1: someone met before, the kinds of applicant, a representative."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.domain.catalogue.procedure import Channel
from app.domain.dossier.dossier import ApplicantKind
from tests.ui.screens.intake.hands import focused, key, settle
from tests.ui.screens.intake.invented import MAY
from tests.ui.typing import compose, type_text

pytestmark = pytest.mark.gui


def test_someone_met_before_is_filled_with_one_key_and_undone(qtbot, screen):
    person = screen.applicant.person
    type_text(person.number.input, "0201")
    settle(qtbot, screen)
    assert screen.applicant.strip.isVisible()
    key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert person.full_name.value() == MAY.full_name
    assert person.born.value() == "05/03/1985"
    assert person.phone.value() == "0912 345 678"
    undo = [b for b in screen.applicant.strip.findChildren(QPushButton) if b.text() == "Hoàn tác"]
    undo[0].click()
    assert person.number.value() == "0201"
    assert person.full_name.value() == ""


def test_people_are_not_looked_up_while_a_letter_is_being_composed(qtbot, screen, desk):
    asked = []
    people = desk.people
    screen.applicant._people = lambda text: asked.append(text) or people(text)
    name = screen.applicant.person.full_name.input
    name.setFocus()
    compose(name, "hoan")
    assert not screen.applicant._lookup.is_busy
    compose(name, "", commit="hoàn")
    settle(qtbot, screen)
    assert asked == ["hoàn"]


def test_channels_and_representative_by_their_keys(qtbot, screen, desk):
    key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert screen.state().channel is Channel.ONLINE
    assert screen.extras.filed_at.isVisibleTo(screen.extras)
    key(Qt.Key.Key_T, Qt.KeyboardModifier.AltModifier)
    assert focused() is screen.applicant.representative.number.input
    screen.applicant.person.kind.choose(1)
    assert screen.state().applicant.kind is ApplicantKind.BUSINESS
    assert screen.applicant.person.number.label.text() == "Mã số thuế"
    assert not screen.applicant.person.born.isVisible()


def test_shift_tab_leads_to_the_kind_that_is_chosen_and_arrows_choose_another(screen):
    person = screen.applicant.person
    chips = person.kind.chips()
    person.number.input.setFocus()
    key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is chips[0]
    key(Qt.Key.Key_Right)
    assert focused() is chips[1]
    assert screen.state().applicant.kind is ApplicantKind.BUSINESS
    key(Qt.Key.Key_Tab)
    assert focused() is person.number.input
    key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is chips[1]
    key(Qt.Key.Key_Tab, Qt.KeyboardModifier.ShiftModifier)
    assert focused() is screen.frame.channel.chips()[0]


def test_arrows_stop_at_the_ends_of_the_kinds(screen):
    chips = screen.applicant.person.kind.chips()
    chips[0].setFocus()
    key(Qt.Key.Key_Left)
    assert focused() is chips[0]
    for _ in range(5):
        key(Qt.Key.Key_Right)
    assert focused() is chips[3]
    assert screen.state().applicant.kind is ApplicantKind.STATE_AGENCY
