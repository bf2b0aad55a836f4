"""Column 1: someone met before, the kinds of applicant, a representative."""

from dataclasses import replace
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from app.answers.people import PersonOffer
from app.domain.catalogue.procedure import Channel
from app.domain.dossier.dossier import ApplicantKind, RepresentativeRole
from tests.ui.screens.intake.hands import choose, focused, key, settle
from tests.ui.screens.intake.invented import MAY
from tests.ui.typing import compose, type_text
from ui.screens.intake.applicant.people_offers import PeopleOffers
from ui.theme import apply_theme

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
    screen.applicant.met.people = lambda text: asked.append(text) or people(text)
    name = screen.applicant.person.full_name.input
    name.setFocus()
    compose(name, "hoan")
    assert not screen.applicant.is_busy
    compose(name, "", commit="hoàn")
    settle(qtbot, screen)
    assert asked == ["hoàn"]


def test_channels_and_representative_by_their_keys(qtbot, screen, desk):
    key(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert screen.state().channel is Channel.ONLINE
    assert screen.extras.filed_at.isVisibleTo(screen.extras)
    key(Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
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
    assert focused() is chips[-1]
    assert screen.state().applicant.kind is ApplicantKind.HOUSEHOLD_BUSINESS


def test_behind_somebody_taken_the_cursor_stands_where_something_is_still_to_be_typed(
    qtbot, screen
):
    person = screen.applicant.person
    type_text(person.number.input, "0201")
    settle(qtbot, screen)
    key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert focused() is screen.procedure.search.field.input
    type_text(focused(), "hon nhan")
    assert person.number.value() == MAY.personal_id
    settle(qtbot, screen)


def test_behind_somebody_whose_telephone_is_not_known_it_stands_in_the_telephone(qtbot, screen):
    type_text(screen.applicant.person.full_name.input, "hoang")
    settle(qtbot, screen)
    known = screen.applicant.strip.offers[0]
    screen.applicant.take_person(replace(known, applicant=replace(known.applicant, phone="")))
    assert focused() is screen.applicant.person.phone.input


def test_an_offer_taken_by_the_mouse_leads_on_too(qtbot, screen):
    type_text(screen.applicant.person.full_name.input, "hoang")
    settle(qtbot, screen)
    screen.applicant.strip.press(0)
    assert focused() is screen.procedure.search.field.input


def test_four_digits_and_enter_fill_in_the_only_one_they_fit(qtbot, screen):
    type_text(screen.applicant.person.number.input, "0201")
    settle(qtbot, screen)
    key(Qt.Key.Key_Return)
    assert screen.applicant.person.number.value() == MAY.personal_id
    assert focused() is screen.procedure.search.field.input


def test_enter_before_the_answer_has_come_fills_in_as_it_comes(qtbot, screen):
    type_text(screen.applicant.person.number.input, "0201")
    key(Qt.Key.Key_Return)
    assert focused() is screen.applicant.person.number.input
    settle(qtbot, screen)
    assert screen.applicant.person.number.value() == MAY.personal_id


def test_four_digits_that_fit_nobody_lead_on(qtbot, screen):
    type_text(screen.applicant.person.number.input, "9876")
    key(Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert screen.applicant.person.number.value() == "9876"
    assert focused() is screen.applicant.person.full_name.input


def test_a_whole_number_and_enter_fill_in_whose_it_is(qtbot, screen):
    type_text(screen.applicant.person.number.input, MAY.personal_id)
    settle(qtbot, screen)
    key(Qt.Key.Key_Return)
    assert screen.applicant.person.full_name.value() == MAY.full_name


def test_enter_in_the_number_fills_in_nobody_over_a_name_that_is_written(qtbot, screen):
    screen.applicant.person.full_name.set_value("Lý A Sềnh")
    type_text(screen.applicant.person.number.input, MAY.personal_id)
    settle(qtbot, screen)
    key(Qt.Key.Key_Return)
    assert screen.applicant.person.full_name.value() == "Lý A Sềnh"


def test_who_came_for_a_company_is_asked_with_their_title(qtbot, screen):
    panel = screen.applicant
    panel.person.kind.choose(1)
    other = panel.representative
    assert other.isVisible()
    assert panel._other_title.text() == "Người đại diện"
    type_text(panel.person.full_name.input, "Công ty TNHH Đá Xanh")
    key(Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    assert focused() is other.number.input
    type_text(other.full_name.input, "Lý A Páo")
    type_text(other.title.input, "Giám đốc")
    brought = screen.state().representative.applicant()
    assert (brought.full_name, brought.title, brought.role) == ("Lý A Páo", "Giám đốc", None)
    other.role.choose(0)
    assert panel._other_title.text() == "Người nộp thay"
    assert screen.state().representative.role is RepresentativeRole.AGENT


def test_a_citizen_needs_nobody_and_an_agent_no_title(screen):
    panel = screen.applicant
    panel.person.kind.choose(1)
    panel.person.kind.choose(0)
    assert not panel.representative.isVisible()
    panel.toggle_representative()
    assert panel._other_title.text() == "Người nộp thay"
    assert not panel.representative.title.isVisible()
    panel.representative.role.choose(1)
    assert panel.representative.title.isVisible()


def test_a_company_without_who_came_is_not_saved_in_silence(qtbot, screen, desk):
    choose(qtbot, screen, "hon nhan")
    panel = screen.applicant
    panel.person.kind.choose(1)
    type_text(panel.person.full_name.input, "Công ty TNHH Đá Xanh")
    screen.papers.list.toggle(0)
    screen.saving.save_only()
    settle(qtbot, screen)
    assert desk.registered == []
    assert panel.representative.full_name.has_problem
    panel.toggle.click()
    screen.saving.save_only()
    settle(qtbot, screen)
    assert desk.registered[-1].representative is None


def test_usual_titles_are_offered_while_none_is_written(screen):
    screen.applicant.person.kind.choose(1)
    other = screen.applicant.representative
    other.title.input.setFocus()
    assert other.title_strip.buttons[0].text().endswith("Giám đốc")
    type_text(other.title.input, "K")
    assert not other.title_strip.isVisible()
    key(Qt.Key.Key_Backspace)
    key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert screen.state().representative.title == "Kế toán"
    other.title.set_value("")
    screen.applicant.person.number.input.setFocus()
    other.title.input.setFocus()
    other.role.choose(0)
    screen.applicant.person.kind.choose(0)
    screen.applicant.toggle.setChecked(True)
    assert not other.title_strip.isVisible(), "no title is asked, none is offered"
    screen.applicant.person.kind.choose(4)
    other.role.choose(1)
    other.title.set_value("")
    screen.applicant.person.number.input.setFocus()
    other.title.input.setFocus()
    assert other.title_strip.buttons[0].text().endswith("Chủ hộ")


def come_for_another(screen):
    """Somebody brings the papers: the keyboard stands in their number."""
    key(Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    other = screen.applicant.representative
    assert focused() is other.number.input
    return other


@pytest.mark.parametrize("typed", ["0201", MAY.personal_id])
def test_who_comes_for_another_is_filled_in_by_their_digits_and_enter(qtbot, screen, typed):
    other = come_for_another(screen)
    type_text(other.number.input, typed)
    settle(qtbot, screen)
    assert screen.applicant.other_met.strip.isVisible()
    assert not screen.applicant.strip.isVisible()
    key(Qt.Key.Key_Return)
    assert (other.full_name.value(), other.phone.value()) == (MAY.full_name, "0912 345 678")
    assert screen.state().applicant.is_blank


def test_who_comes_for_another_is_filled_in_by_one_key_and_taken_out_again(qtbot, screen):
    other = come_for_another(screen)
    type_text(other.number.input, "0201")
    settle(qtbot, screen)
    key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert other.full_name.value() == MAY.full_name
    strip = screen.applicant.other_met.strip
    next(b for b in strip.findChildren(QPushButton) if b.text() == "Hoàn tác").click()
    assert (other.number.value(), other.full_name.value()) == ("0201", "")


def test_the_key_of_an_offer_is_of_the_person_typed_last(qtbot, screen):
    type_text(screen.applicant.person.full_name.input, "hoang")
    settle(qtbot, screen)
    other = come_for_another(screen)
    type_text(other.full_name.input, "hoang")
    settle(qtbot, screen)
    theirs, applicants = screen.applicant.other_met.strip, screen.applicant.strip
    assert theirs.buttons[1].text().startswith("Ctrl+2")
    assert not applicants.buttons[1].text().startswith("Ctrl")
    key(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert other.full_name.value() == "Hoàng Thị Mận"
    assert applicants.buttons[1].text().startswith("Ctrl+2")
    key(Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert screen.applicant.person.full_name.value() == MAY.full_name


def test_four_digits_of_a_stranger_who_comes_for_another_lead_on(qtbot, screen):
    other = come_for_another(screen)
    type_text(other.number.input, "9876")
    key(Qt.Key.Key_Return)
    settle(qtbot, screen)
    assert focused() is other.full_name.input


def test_leaving_out_who_came_forgets_them_and_taking_that_back_brings_them_back(qtbot, screen):
    other = come_for_another(screen)
    other.kind.choose(1)
    type_text(other.full_name.input, "Vàng Thị Mẩy")
    settle(qtbot, screen)
    key(Qt.Key.Key_Y, Qt.KeyboardModifier.AltModifier)
    assert screen.state().representative is None
    settle(qtbot, screen)
    come_for_another(screen)
    settle(qtbot, screen)
    assert other.full_name.value() == ""
    assert other.kind.value() is ApplicantKind.CITIZEN
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert screen.state().representative.full_name == "Vàng Thị Mẩy"
    assert other.kind.value() is ApplicantKind.BUSINESS


@pytest.mark.parametrize("leave", ["kind", "toggle"])
def test_a_fault_in_a_field_that_is_asked_no_more_is_named_no_more(qtbot, screen, leave):
    other = come_for_another(screen)
    type_text(other.full_name.input, "Vàng Thị Mẩy")
    type_text(other.born.input, "khai sinh")
    screen.save_only()
    settle(qtbot, screen)
    assert "Ngày sinh" in screen.frame.problems.words
    if leave == "kind":
        other.kind.choose(1)
    else:
        screen.applicant.toggle.click()
    assert "Ngày sinh" not in screen.frame.problems.words
    assert "Thủ tục" in screen.frame.problems.words


def enter(qtbot, screen, text):
    type_text(focused(), text)
    key(Qt.Key.Key_Return)
    settle(qtbot, screen)
    qtbot.waitUntil(lambda: not screen.ahead.is_busy)


def test_enter_goes_past_the_sex_the_number_told_and_tab_does_not(qtbot, screen):
    person = screen.applicant.person
    enter(qtbot, screen, "020185009999")
    person.born.input.setFocus()
    key(Qt.Key.Key_Return)
    assert focused() is person.address.input
    person.born.input.setFocus()
    key(Qt.Key.Key_Tab)
    assert focused() is person.sex.input
    key(Qt.Key.Key_Return)
    assert focused() is person.address.input


def test_the_sex_is_asked_where_the_number_does_not_tell_it(screen):
    person = screen.applicant.person
    person.born.input.setFocus()
    key(Qt.Key.Key_Return)
    assert focused() is person.sex.input


def test_a_whole_tax_code_makes_the_applicant_a_business_and_asks_who_came(qtbot, screen):
    person = screen.applicant.person
    enter(qtbot, screen, "0102030405")
    assert person.kind.value() is ApplicantKind.BUSINESS
    assert focused() is person.full_name.input
    assert person.full_name.label.text() == "Tên doanh nghiệp"
    assert screen.applicant.representative.isVisible()
    assert person.number.flag == ""
    person.number.input.setFocus()
    person.number.input.selectAll()
    enter(qtbot, screen, "020185009999")
    assert person.kind.value() is ApplicantKind.CITIZEN
    assert not screen.applicant.representative.isVisible()


def test_a_mistyped_number_and_one_of_somebody_named_stay_a_citizens(qtbot, screen):
    person = screen.applicant.person
    enter(qtbot, screen, "0102030406")
    assert person.kind.value() is ApplicantKind.CITIZEN
    assert "12 chữ số" in person.number.flag
    enter(qtbot, screen, "Lý A Sềnh")
    person.number.input.setFocus()
    person.number.input.selectAll()
    enter(qtbot, screen, "0102030405")
    assert person.kind.value() is ApplicantKind.CITIZEN


def test_the_kind_of_body_the_clerk_says_is_not_told_by_the_number(qtbot, screen):
    person = screen.applicant.person
    person.kind.choose(4)
    person.number.input.setFocus()
    enter(qtbot, screen, "0102030405")
    assert person.kind.value() is ApplicantKind.HOUSEHOLD_BUSINESS


def test_of_a_business_met_before_it_is_asked_who_came(qtbot, screen):
    known = replace(MAY, kind=ApplicantKind.BUSINESS, full_name="Công ty TNHH Bản Loỏng",
                    personal_id="0102030405", born="", sex=None, email="a@b.vn")  # fmt: skip
    screen.take_person(PersonOffer(known, 1, date(2026, 10, 2)))
    assert focused() is screen.applicant.representative.number.input


def test_a_name_typed_as_a_number_is_said_to_be_one(screen):
    person = screen.applicant.person
    type_text(focused(), "Lý A Sềnh")
    key(Qt.Key.Key_Tab)
    assert person.number.flag == "đây là tên? gõ ở ô dưới"


def test_enter_is_offered_only_where_it_fills_somebody_in(qtbot, screen):
    person, strip = screen.applicant.person, screen.applicant.strip
    type_text(person.number.input, "0201")
    settle(qtbot, screen)
    assert "hoặc Enter" in strip.words
    person.full_name.input.setFocus()
    assert "Enter" not in strip.words
    person.number.input.setFocus()
    assert "hoặc Enter" in strip.words


def test_a_doubt_about_the_number_leaves_its_line_level_with_the_kind(qtbot, screen):
    person = screen.applicant.person
    enter(qtbot, screen, "02018500123")
    assert person.number.flag
    assert person.number.input.y() == person.id_kind.input.y()
    flag = person.number._flag
    assert flag.y() > person.number.input.geometry().bottom()


@pytest.mark.parametrize("scale", [100, 200])
def test_the_codes_of_open_dossiers_are_whole_in_a_narrow_column(qtbot, qapp, scale):
    apply_theme(qapp, "light", scale)
    strip = PeopleOffers()
    qtbot.addWidget(strip)
    strip.resize(217 * scale // 100, 300)
    strip.show()
    strip._fill(PersonOffer(MAY, 3, date(2026, 10, 2), ("H37.99.1-261130-0012",)))
    strip.layout().activate()
    said = strip._said
    code = said.fontMetrics().horizontalAdvance("H37.99.1-261130-0012.")
    assert said.width() >= code
    apply_theme(qapp)
