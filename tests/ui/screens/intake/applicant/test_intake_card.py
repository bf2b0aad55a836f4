"""A scanned card at the intake screen: it fills, it asks for a look, it overwrites nothing."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.domain.dossier.dossier import ApplicantKind
from app.domain.dossier.identity import Sex
from app.domain.scanning.code import read_scan
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.screens.intake.invented import NOW, Desk
from tests.ui.typing import press, type_text
from ui.screens.intake import IntakeScreen
from ui.theme import apply_theme
from ui.work import Work

pytestmark = pytest.mark.gui
NEW = "020099004321||Nông Văn Ưng|30111999|Nam|Khu 3, Đồng Đăng, Cao Lộc, Lạng Sơn|02082022"
MAY = "020185001234|081234567|Hoàng Thị Mẩy|05031985|Nữ|Thôn Bản Loỏng, Lạng Sơn|10052021"
BARE = "020185001234||HOANG THI MAY|05031985|Nu|Thon Ban Loong|10052021"


def card(text: str):
    return read_scan(text, NOW.date())


@pytest.fixture
def screen(qtbot, qapp):
    apply_theme(qapp)
    work = Work()
    made = IntakeScreen(Desk().actions(), work, RecordedNotices())
    made.work = work
    qtbot.addWidget(made)
    made.resize(1_274, 712)
    with qtbot.waitActive(made):
        made.show()
        made.activateWindow()
    made.on_shown()
    settle(qtbot, made)
    yield made
    work.close()


def settle(qtbot, screen):
    qtbot.waitUntil(lambda: screen.work.is_idle and not screen.applicant.is_busy, timeout=5_000)


def focused():
    return QApplication.focusWidget()


def person(screen):
    return screen.applicant.person


def test_a_new_persons_card_fills_all_it_knows_and_leads_to_the_telephone(qtbot, screen):
    assert screen.take_card(card(NEW))
    state = screen.state().applicant
    assert (state.personal_id, state.full_name) == ("020099004321", "Nông Văn Ưng")
    assert (state.born, state.sex) == ("30/11/1999", Sex.MALE)
    assert state.address == "Khu 3, Đồng Đăng, Cao Lộc, Lạng Sơn"
    assert focused() is person(screen).phone.input


def test_a_card_is_one_change_of_the_form_however_many_fields_it_fills(qtbot, screen):
    seen = []
    screen.form.changed.connect(lambda: seen.append(screen.state().applicant.address))
    screen.take_card(card(NEW))
    assert seen == ["Khu 3, Đồng Đăng, Cao Lộc, Lạng Sơn"]


def test_every_field_a_card_filled_is_marked_until_the_clerk_goes_on(qtbot, screen):
    screen.take_card(card(NEW))
    filled = (person(screen).number, person(screen).full_name, person(screen).born)
    assert all(field.mark == "từ thẻ" for field in filled)
    type_text(focused(), "0912345678")
    press(focused(), Qt.Key.Key_Return)
    assert focused() is screen.procedure.search.field.input
    assert all(field.mark == "" for field in filled)


def test_typing_over_a_filled_field_takes_its_mark_away(screen):
    screen.take_card(card(NEW))
    person(screen).full_name.input.setFocus()
    type_text(focused(), "x")
    assert person(screen).full_name.mark == ""
    assert person(screen).born.mark == "từ thẻ"


def test_what_the_scanner_may_have_lost_asks_for_a_look(screen):
    screen.take_card(card(BARE))
    assert "không dấu" in person(screen).full_name.flag.casefold()
    assert person(screen).full_name.value() == "HOANG THI MAY"


def test_what_was_typed_is_never_overwritten_silently(screen):
    type_text(person(screen).full_name.input, "Hoàng Thị May")
    screen.take_card(card(NEW.replace("Nông Văn Ưng", "Hoàng Thị Mẩy Hà")))
    assert person(screen).full_name.value() == "Hoàng Thị May"
    assert screen.applicant.card_strip.isVisible()
    QTest.keyClick(focused(), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert person(screen).full_name.value() == "Hoàng Thị Mẩy Hà"
    assert not screen.applicant.card_strip.isVisible()


def test_accents_the_card_lost_are_no_difference(screen):
    type_text(person(screen).full_name.input, "Hoàng Thị Mẩy")
    screen.take_card(card(BARE))
    assert not screen.applicant.card_strip.isVisible()
    assert person(screen).full_name.value() == "Hoàng Thị Mẩy"


def test_another_persons_card_says_so_and_changes_nothing_typed(screen):
    type_text(person(screen).number.input, "020190005678")
    screen.take_card(card(NEW))
    assert person(screen).number.value() == "020190005678"
    assert person(screen).full_name.value() == person(screen).born.value() == ""
    assert "người khác" in screen.applicant.card_strip.words
    QTest.keyClick(focused(), Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert person(screen).number.value() == "020099004321"
    assert person(screen).full_name.value() == "Nông Văn Ưng"


def test_a_person_met_before_is_offered_by_the_number_of_the_card(qtbot, screen):
    screen.take_card(card(MAY))
    settle(qtbot, screen)
    qtbot.waitUntil(lambda: len(screen.applicant.strip.offers) == 1)
    QTest.keyClick(focused(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert screen.state().applicant.phone == "0912 345 678"


def test_for_a_business_the_card_is_of_who_brings_the_papers(screen):
    person(screen).kind.set_value(ApplicantKind.BUSINESS)
    screen.take_card(card(NEW))
    state = screen.state()
    assert state.applicant.is_blank
    assert state.representative.full_name == "Nông Văn Ưng"


def test_while_the_representative_is_typed_the_card_is_theirs(screen):
    screen.take_card(card(MAY))
    screen.applicant.toggle_representative()
    screen.take_card(card(NEW))
    state = screen.state()
    assert state.applicant.full_name == "Hoàng Thị Mẩy"
    assert state.representative.full_name == "Nông Văn Ưng"


def test_a_new_form_has_no_marks(screen):
    screen.take_card(card(NEW))
    assert screen.go_back()
    assert person(screen).full_name.mark == ""
    assert person(screen).full_name.value() == ""


def test_the_number_of_old_on_a_card_offers_whom_it_was_and_the_number_of_now_stays(qtbot, screen):
    screen.take_card(card(NEW.replace("||", "|081000111|")))
    settle(qtbot, screen)
    assert [offer.applicant.personal_id for offer in screen.applicant.strip.offers] == ["081000111"]
    QTest.keyClick(focused(), Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    state = screen.state().applicant
    assert (state.personal_id, state.id_kind) == ("020099004321", None)
    assert state.phone == "0977 000 111"
    assert state.old_id == "081000111"
    assert state.applicant().old_id == "081000111"


def test_a_number_typed_over_that_of_a_card_is_no_longer_known_by_the_number_of_old(screen):
    screen.take_card(card(NEW.replace("||", "|081000111|")))
    person(screen).number.input.selectAll()
    type_text(person(screen).number.input, "020190005678")
    assert screen.state().applicant.old_id == ""


def test_the_address_of_a_card_of_before_july_2025_is_to_be_asked_again(screen):
    screen.take_card(card(NEW))
    assert person(screen).address.flag == "địa chỉ cũ, hỏi lại"
    assert person(screen).full_name.flag == ""


def test_the_address_of_a_newer_card_is_taken(screen):
    screen.take_card(card(NEW.replace("02082022", "02082025")))
    assert person(screen).address.flag == ""


def test_a_typed_district_that_is_no_more_is_to_be_asked_again_as_long_as_it_stands(screen):
    address = person(screen).address
    address.input.setFocus()
    type_text(address.input, "Thôn 5, huyện Văn Lãng")
    press(address.input, Qt.Key.Key_Return)
    assert address.flag == "địa chỉ cũ, hỏi lại"
    screen.procedure.search.field.input.setFocus()
    assert address.flag == "địa chỉ cũ, hỏi lại"
    address.input.selectAll()
    type_text(address.input, "Thôn 5, xã Na Sầm")
    assert address.flag == ""


def test_a_month_of_birth_is_kept_as_it_is_known(screen):
    type_text(person(screen).born.input, "2/1960")
    press(person(screen).born.input, Qt.Key.Key_Return)
    assert person(screen).born.value() == "02/1960"


def test_a_card_cut_in_its_address_asks_for_a_look_there(screen):
    screen.take_card(card(NEW[: NEW.index("Cao Lộc")]))
    assert person(screen).full_name.mark == "từ thẻ"
    assert (person(screen).address.value(), person(screen).address.mark) == ("", "")
    assert "cần kiểm tra" in person(screen).address.flag
    assert focused() is person(screen).address.input
