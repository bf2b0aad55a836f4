"""Cài đặt: what it does and says."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.clock import VIETNAM
from app.domain.deadline.office_hours import Session
from app.print_settings import FORM_PARTS
from app.settings import change
from tests.ui.screens.hands import FolderGone, settle
from tests.ui.screens.invented_office import Office
from tests.ui.typing import type_text
from ui.screens.settings import SettingsScreen
from ui.screens.settings.forms_card import form_names
from ui.shell.printer import NoPrinter

pytestmark = pytest.mark.gui


@pytest.fixture
def settings(opened, office):
    return opened(lambda work, notices: SettingsScreen(office.settings_actions(), work, notices))


def test_only_what_was_changed_is_kept(settings, office, qtbot):
    office_card = settings.cards["office"]
    office_card.line("place").input.setFocus()
    office_card.line("place").input.selectAll()
    type_text(office_card.line("place").input, "Đồng Đăng")
    settings.cards["print"].choice("paper").input.setCurrentIndex(2)
    settings.save()
    settle(qtbot, settings.work)
    assert office.asked == [{"place": "Đồng Đăng", "paper": "a4x2"}]
    assert office.settings.place == "Đồng Đăng"
    assert "Đã lưu" in settings._strip.text()
    settings.save()
    assert len(office.asked) == 1


def test_saved_settings_are_taken_back_and_what_was_typed_since_stays(
    settings, office, qtbot, notices
):
    looks = []
    settings.look_chosen.connect(lambda theme, scale: looks.append((theme, scale)))
    _choose(settings.cards["look"], "theme", "tối")
    place, department = (
        settings.cards["office"].line(key).input for key in ("place", "department")
    )
    place.end(False)
    type_text(place, " Một")
    settings.save()
    settle(qtbot, settings.work)
    assert (office.settings.theme, office.settings.place) == ("dark", "Mẫu Sơn Một")
    assert notices.words[-1] == "Đã lưu cài đặt: 2 mục."
    department.end(False)
    type_text(department, " X")
    notices.undo()
    settle(qtbot, settings.work)
    assert (office.settings.theme, office.settings.place) == ("light", "Mẫu Sơn")
    assert looks == [("dark", 100), ("light", 100)]
    assert settings.cards["office"].line("place").value() == "Mẫu Sơn"
    assert settings.cards["office"].line("department").value().endswith(" X")
    assert office.settings.department == "Trung tâm Phục vụ hành chính công"


def test_each_language_is_offered_by_its_own_name(settings, office, qtbot):
    choice = settings.cards["look"].choice("language").input
    assert [choice.itemText(n) for n in range(choice.count())] == ["Tiếng Việt", "English"]
    choice.setCurrentIndex(1)
    settings.save()
    settle(qtbot, settings.work)
    assert office.asked == [{"language": "en"}]


def test_a_ruler_page_is_printed_by_what_the_card_says_before_it_is_kept(settings, office, qtbot):
    slip = settings.cards["slip"]
    slip.choice("slip_printer").input.setCurrentText("HP LaserJet M12a")
    slip.choice("slip_x").input.setCurrentText("-0,5 mm")
    slip.button.click()
    settle(qtbot, settings.work)
    ((kind, values),) = office.asked
    assert kind == "slip"
    assert (values["slip_printer"], values["slip_x"], values["slip_y"]) == (
        "HP LaserJet M12a", "-0.5", "0.0",
    )  # fmt: skip
    assert "trang thử tới HP LaserJet M12a" in settings._strip.text()
    assert office.settings.slip_x == 0


def _choose(card, key, words):
    """As a person: open the list's field and type the first letters until the words stand there."""
    choice = card.choice(key)
    nth = choice.input.findText(words)
    assert nth >= 0, [choice.input.itemText(n) for n in range(choice.input.count())]
    choice.input.setFocus()
    QTest.keyClick(choice.input, Qt.Key.Key_Home)
    for _ in range(nth):
        QTest.keyClick(choice.input, Qt.Key.Key_Down)
    assert choice.input.currentText() == words


def test_a_form_is_given_its_own_printer_and_the_others_stay_as_their_paper(
    settings, office, qtbot
):
    card = settings.forms
    _choose(card, "form", "Phiếu thu phí, lệ phí")
    _choose(card, "printer", "HP LaserJet M12a")
    _choose(card, "copies", "2")
    _choose(card, "y", "-0,5 mm")
    _choose(card, "duplex", "hai mặt")
    _choose(card, "paper", "A5")
    said = [line.text() for line in card.lines()]
    assert "Phiếu thu phí, lệ phí: HP LaserJet M12a · 2 bản · xuống -0,5 mm · hai mặt · A5" in said
    assert sum(line.endswith(": như khổ giấy") for line in said) == len(said) - 1
    card.button.click()
    settle(qtbot, settings.work)
    kind, values = office.asked[-1]
    assert (kind, values["print_y"]) == ("form_payment", "0.0")
    own = "paper=a5; copies=2; duplex=true; y=-0.5"
    assert values["form_payment"] == f"printer=HP LaserJet M12a; {own}"
    settings.save()
    settle(qtbot, settings.work)
    assert office.asked[-1] == {"form_payment": values["form_payment"]}
    _choose(card, "printer", "như khổ giấy")
    assert card.values()["form_payment"] == own


def test_every_form_with_a_setting_is_on_the_card_under_its_name():
    assert list(form_names()) == list(FORM_PARTS)


def test_only_what_a_form_can_have_is_asked(settings):
    card = settings.forms
    for words, tray, device in (
        ("Phiếu tiếp nhận (Mẫu 01) A4, A5", True, False),
        ("Phiếu tiếp nhận 80 mm", False, True),
        ("Nhãn bìa hồ sơ", False, False),
    ):
        _choose(card, "form", words)
        assert card.choice("tray").isVisibleTo(card) is tray
        assert card.line("device").isVisibleTo(card) is device


def test_a_refused_form_is_brought_to_the_front_with_its_reason(settings, office, qtbot):
    card = settings.forms
    _choose(card, "form", "Phiếu tiếp nhận 80 mm")
    QTest.keyClicks(card.line("device").input, "/dev/" + "a" * 200)
    _choose(card, "form", "Nhãn bìa hồ sơ")
    settings.save()
    settle(qtbot, settings.work)
    assert card.key == "form_slip"
    assert card.line("device").problem
    assert len(card.line("device").value()) == 205


def test_a_ruler_page_that_cannot_be_printed_says_why_and_settings_stay(
    settings, office, qtbot, notices
):
    office.refuse = NoPrinter()
    settings.cards["label"].button.click()
    settle(qtbot, settings.work)
    assert settings._strip.text().startswith("■")
    office.refuse = OSError(5, "io")
    settings.cards["print"].button.click()
    settle(qtbot, settings.work)
    assert len(notices.errors) == 1


def test_a_printer_that_is_switched_off_stays_chosen(opened, office):
    office.settings = change(office.settings, "label_printer", "Xprinter XP-365B")
    screen = opened(lambda work, notices: SettingsScreen(office.settings_actions(), work, notices))
    assert screen.cards["label"].values()["label_printer"] == "Xprinter XP-365B"
    assert screen.cards["print"].values()["printer"] == ""


def test_a_refused_setting_stands_at_its_field_and_nothing_is_kept(settings, office, qtbot):
    line = settings.cards["codes"].line("agency_code")
    line.input.setText("xã ta")
    settings.cards["office"].line("place").input.setText("Nơi khác")
    settings.save()
    settle(qtbot, settings.work)
    assert line.has_problem
    assert line.input.text() == "xã ta"
    assert office.settings.place == "Mẫu Sơn"
    assert office.asked == []


def test_printers_are_offered_and_the_stored_one_stays_to_choose(opened, qtbot):
    office = Office()
    office.settings = office.settings.__class__(
        office="UBND xã Mẫu Sơn", agency_code="H37.99.1", printer="Máy cũ tầng 2"
    )
    screen = opened(lambda work, notices: SettingsScreen(office.settings_actions(), work, notices))
    choice = screen.cards["print"].choice("printer")
    assert choice.value() == "Máy cũ tầng 2"
    assert choice.offers("Canon LBP 2900")


def test_typed_settings_survive_a_look_at_another_screen(settings, qtbot):
    settings.cards["office"].line("place").input.setText("Đồng Đăng")
    settings.on_shown()
    settle(qtbot, settings.work)
    assert settings.cards["office"].line("place").value() == "Đồng Đăng"


def test_a_season_is_added_and_the_default_stays(settings, office, qtbot):
    hours = settings.hours
    hours.add.click()
    type_text(hours.name.input, "Mùa đông")
    type_text(hours.first.input, "15/10")
    type_text(hours.last.input, "14/4")
    for day in hours.days[:5]:
        day.input.setText("8:00-12:00, 13:00-17:00")
    hours.save.click()
    settle(qtbot, settings.work)
    default, winter = office.plans
    assert default.name
    assert winter.every_year_from == (10, 15)
    assert winter.every_year_to == (4, 14)
    assert winter.weekdays[0] == (Session(480, 720), Session(780, 1020))
    assert winter.weekdays[6] == ()


def test_sessions_that_overlap_are_refused_and_kept_as_typed(settings, office):
    hours = settings.hours
    hours.days[0].input.setText("7:30-11:30, 11:00-17:00")
    hours.save.click()
    assert hours.days[0].has_problem
    assert hours.days[0].input.text() == "7:30-11:30, 11:00-17:00"
    assert office.plans[0].weekdays[0][0] == Session(450, 690)


def test_a_closure_is_declared_and_promises_to_review_are_named(settings, office, qtbot):
    card = settings.closures
    type_text(card.first.input, "7:30 25/11/2026")
    type_text(card.last.input, "17:00 25/11/2026")
    card.add.click()
    assert card.reason.has_problem, "a closure without a reason is refused"
    type_text(card.reason.input, "Lũ quét")
    card.add.click()
    settle(qtbot, settings.work)
    closure = office.closures[-1]
    assert closure.reason == "Lũ quét"
    assert closure.from_at.astimezone(VIETNAM).hour == 7
    assert "H37.99.1-261118-0004" in settings._strip.text()


def test_a_calendar_is_taken_back_as_it_was(settings, office, qtbot, notices):
    before = office.closures
    settings.closures.remove.click()
    settings.closures.remove.click()
    settle(qtbot, settings.work)
    assert office.closures == ()
    notices.undo()
    settle(qtbot, settings.work)
    assert office.closures == before
    assert settings.closures.remove.isEnabled()


def test_taking_a_closure_away_asks_once_more_on_the_button(settings, office, qtbot):
    settings.closures.remove.click()
    assert len(office.closures) == 1
    assert "Bão số 10" in settings.closures.remove.text()
    settings.closures.remove.click()
    settle(qtbot, settings.work)
    assert office.closures == ()


def test_a_backup_says_where_it_lies_and_a_failure_says_why(settings, office, qtbot):
    settings.backups.back_up(Path("/usb"))
    settle(qtbot, settings.work)
    assert "/usb" in settings.backup.strip.text()
    office.refuse = FolderGone(path="/usb")
    settings.backups.back_up(Path("/usb"))
    settle(qtbot, settings.work)
    assert settings.backup.strip.text().startswith("■")
    assert settings.backup.backup.isEnabled()


def test_a_restore_asks_before_it_replaces_and_can_be_left(settings, office, qtbot):
    settings.backup.ask(Path("cũ.mcbk"))
    assert settings.backup.cancel.hasFocus()
    settings.backup.cancel.click()
    assert office.asked == []
    settings.backup.ask(Path("cũ.mcbk"))
    with qtbot.waitSignal(settings.restored, timeout=5000):
        settings.backup.confirm.click()
    assert office.asked == [Path("cũ.mcbk")]
