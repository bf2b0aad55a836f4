"""Fewer keys: the sex a number tells, and addresses met before."""

import pytest
from PySide6.QtCore import Qt

from app.domain.catalogue.procedure import ReturnBy
from app.domain.dossier.identity import IdKind, Sex
from tests.ui.screens.intake.hands import choose, focused, key, settle
from tests.ui.screens.intake.invented import MAY
from tests.ui.typing import compose, press, type_text

pytestmark = pytest.mark.gui
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def person(screen):
    return screen.applicant.person


def offered(qtbot, screen):
    qtbot.waitUntil(lambda: not screen.applicant.addresses[0].question.is_busy, timeout=5_000)
    settle(qtbot, screen)
    return screen.applicant.addresses[0].offers


def test_a_complete_number_tells_the_sex_and_says_where_it_is_from(person):
    type_text(person.number.input, "02018500123")
    assert person.sex.value() is None
    type_text(person.number.input, "4")
    assert person.sex.value() is Sex.FEMALE
    assert person.sex.mark == "từ số"


def test_a_number_typed_otherwise_tells_otherwise(person):
    type_text(person.number.input, "020185001234")
    press(person.number.input, Qt.Key.Key_Backspace)
    assert person.sex.value() is None
    person.number.input.setCursorPosition(3)
    press(person.number.input, Qt.Key.Key_Delete)
    type_text(person.number.input, "2")
    person.number.input.end(False)
    type_text(person.number.input, "7")
    assert person.sex.value() is Sex.MALE


def test_a_sex_the_clerk_chose_stays(person):
    press(person.sex.input, Qt.Key.Key_Down)
    press(person.sex.input, Qt.Key.Key_Down)
    assert person.sex.value() is Sex.MALE
    type_text(person.number.input, "020185001234")
    assert person.sex.value() is Sex.MALE
    assert person.sex.mark == ""


def test_neither_an_old_number_nor_a_firms_tells_a_sex(person):
    person.id_kind.set_value(IdKind.PASSPORT)
    type_text(person.number.input, "020185001234")
    assert person.sex.value() is None
    person.id_kind.set_value(None)
    person.number.input.clear()
    person.kind.choose(1)
    type_text(person.number.input, "020185001234")
    assert person.sex.value() is None


def test_an_address_met_before_is_taken_with_one_key(qtbot, screen, person):
    line = person.address.input
    line.setFocus()
    type_text(line, "ban lo")
    assert offered(qtbot, screen)[0] == MAY.address
    assert person.address_strip.isVisible()
    key(Qt.Key.Key_1, CONTROL)
    assert person.address.value() == MAY.address
    assert focused() is line
    assert not person.address_strip.isVisible()
    assert screen.state().applicant.address == MAY.address


def test_one_letter_offers_no_address_and_leaving_the_field_hides_the_offers(qtbot, screen, person):
    line = person.address.input
    line.setFocus()
    type_text(line, "b")
    assert offered(qtbot, screen) == ()
    type_text(line, "a")
    assert offered(qtbot, screen) != ()
    press(line, Qt.Key.Key_Return)
    assert screen.applicant.addresses[0].offers == ()


def test_people_keep_their_keys_where_no_address_is_offered(qtbot, screen, person):
    type_text(person.number.input, "0201")
    settle(qtbot, screen)
    person.address.input.setFocus()
    key(Qt.Key.Key_1, CONTROL)
    assert person.full_name.value() == MAY.full_name


def test_only_one_of_two_offers_shows_the_keys(qtbot, screen, person):
    type_text(person.number.input, "0201")
    settle(qtbot, screen)
    button = screen.applicant.strip.buttons[0]
    assert button.text().startswith("Ctrl+1")
    person.address.input.setFocus()
    type_text(person.address.input, "ban lo")
    assert offered(qtbot, screen) != ()
    assert button.text().startswith(MAY.full_name)
    press(person.address.input, Qt.Key.Key_Return)
    assert button.text().startswith("Ctrl+1")


def test_an_address_is_never_put_in_while_a_letter_is_being_composed(qtbot, screen, person):
    line = person.address.input
    line.setFocus()
    type_text(line, "ban ")
    assert offered(qtbot, screen) != ()
    compose(line, "lo")
    key(Qt.Key.Key_1, CONTROL)
    assert line.text() == "ban "
    compose(line, "", commit="lo")
    assert offered(qtbot, screen)[0] == MAY.address


def test_the_representative_is_offered_addresses_too(qtbot, screen):
    screen.applicant.toggle_representative()
    other = screen.applicant.representative
    other.address.input.setFocus()
    type_text(other.address.input, "pa ha")
    qtbot.waitUntil(lambda: screen.applicant.addresses[1].offers != (), timeout=5_000)
    key(Qt.Key.Key_1, CONTROL)
    assert other.address.value() == "Thôn Pá Hạ, xã Na Sầm"


def test_a_birth_date_typed_as_address_is_flagged(screen, person):
    person.address.input.setFocus()
    type_text(person.address.input, "05031985")
    key(Qt.Key.Key_Tab)
    assert person.address.flag == "chỉ có số"


def test_an_address_post_would_not_find_is_flagged_as_soon_as_the_result_goes_by_post(
    qtbot, screen, person
):
    choose(qtbot, screen, "hon nhan")
    person.address.input.setFocus()
    type_text(person.address.input, "Chợ trung tâm, xã Mường Khương")
    key(Qt.Key.Key_Tab)
    assert person.address.flag == ""
    by = screen.receipt.return_by
    by.input.setFocus()
    key(Qt.Key.Key_Down)
    assert by.value() is ReturnBy.POST
    assert person.address.flag == "bưu chính cần đủ thôn, xã, tỉnh"
    key(Qt.Key.Key_Up)
    assert person.address.flag == ""


def test_digits_too_many_are_not_said_to_be_too_few(person):
    person.number.input.setFocus()
    type_text(person.number.input, "4321010185004321")
    key(Qt.Key.Key_Tab)
    assert person.number.flag == "cần có 12 chữ số"
