"""Cài đặt: what it does and says."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QWidget

from app.answers.watched import Checked, Watched
from app.domain.changes import Changed
from app.domain.deadline.office_hours import Session
from app.print_settings import FORM_PARTS
from app.settings import change
from tests.builders import MONDAY
from tests.ui.screens.hands import FolderGone, settle
from tests.ui.screens.invented_office import Office
from tests.ui.typing import type_text
from ui.screen import Place
from ui.screens.settings import SettingsScreen
from ui.screens.settings.forms_card import form_names
from ui.shell.cards.parts import parts
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


@pytest.mark.parametrize("kind", [QLineEdit, QComboBox])
def test_enter_leads_from_every_field_to_another(settings, kind):
    stops = [one for one in settings.findChildren(kind) if one.isVisible() and one.isEnabled()]
    assert len(stops) > 5
    for stop in stops:
        stop.setFocus()
        QTest.keyClick(stop, Qt.Key.Key_Return)
        reached = QApplication.focusWidget()
        assert settings.isAncestorOf(reached), stop.accessibleName()
        assert reached is not stop, stop.accessibleName()


@pytest.mark.parametrize("leave", ["minutes", "screen"])
def test_that_settings_were_saved_is_no_news_after_minutes_or_on_another_screen(
    settings, office, qtbot, leave
):
    line = settings.cards["office"].line("place").input
    line.end(False)
    type_text(line, " Một")
    settings.save()
    settle(qtbot, settings.work)
    assert "Đã lưu" in settings._strip.text()
    if leave == "minutes":
        settings.on_ticked(MONDAY)
        assert "Đã lưu" in settings._strip.text()
        settings.on_ticked(MONDAY + timedelta(minutes=1))
    else:
        settings.on_left()
    assert not settings._strip.isVisible()


def test_minutes_do_not_take_away_what_is_still_to_be_saved(settings, qtbot):
    type_text(settings.cards["office"].line("place").input, "x")
    for _ in range(3):
        settings.on_ticked(MONDAY)
    assert "chưa lưu" in settings._strip.text()


def test_the_wheel_brings_the_keyboard_to_no_list_it_passes_over(settings):
    (box, *_) = settings.findChildren(QComboBox)
    line = settings.cards["office"].line("place").input
    line.setFocus()
    chosen = box.currentIndex()
    middle = QPointF(box.rect().center())
    turned = QWheelEvent(
        middle, box.mapToGlobal(middle), QPoint(), QPoint(0, -120), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(box, turned)
    assert line.hasFocus()
    assert box.currentIndex() == chosen
    by_wheel = [
        one
        for one in settings.findChildren(QWidget)
        if one.focusPolicy() == Qt.FocusPolicy.WheelFocus
    ]
    assert by_wheel == []


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


def test_promises_that_other_hours_count_otherwise_are_named_and_opened(settings, office, qtbot):
    wanted = []
    settings.dossier_wanted.connect(wanted.append)
    settings.hours.days[0].input.setText("8:00-12:00, 13:00-17:00")
    settings.hours.save.click()
    settle(qtbot, settings.work)
    assert "1 hồ sơ có hạn tính khác" in settings._strip.text()
    table = QApplication.focusWidget()
    assert table.accessibleName() == "Hồ sơ có hạn tính khác"
    assert table.item(0, 0).text() == "H37.99.1-261118-0004"
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert wanted == [4]
    where = table.visualItemRect(table.item(0, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert wanted == [4, 4]
    assert settings.go_back(), "Esc puts them away"
    assert not table.isVisible()
    assert not settings.go_back()


def test_hours_are_taken_back_as_they_were(settings, office, qtbot, notices):
    before = office.plans
    settings.hours.days[0].input.setText("8:00-12:00, 13:00-17:00")
    settings.hours.save.click()
    settle(qtbot, settings.work)
    assert office.plans != before
    notices.undo()
    settle(qtbot, settings.work)
    assert office.plans == before


def test_after_a_backup_or_a_failure_the_keyboard_is_back_at_its_button(settings, office, qtbot):
    card = settings.backup
    card.backup.setFocus()
    settings.backups.back_up(Path("/usb"))
    assert not card.backup.isEnabled()
    settle(qtbot, settings.work)
    assert card.backup.hasFocus()
    office.refuse = OSError(28, "full")
    settings.backups.back_up(Path("/usb"))
    settle(qtbot, settings.work)
    assert card.backup.hasFocus()


def test_a_click_that_saves_or_checks_leaves_the_keyboard_at_its_button(settings, office, qtbot):
    type_text(settings.cards["office"].line("place").input, "Đồng Đăng")
    for button in (settings.save_button, settings.safety.check, settings.backup.copies.make):
        settings._scroll.ensureWidgetVisible(button)
        button.setFocus(Qt.FocusReason.MouseFocusReason)
        button.click()
        assert not button.isEnabled()
        assert settings.window().focusWidget() is not None
        settle(qtbot, settings.work)
        assert button.hasFocus(), button.text()


def test_the_officers_name_is_offered_with_its_capitals(settings):
    officer = settings.cards["office"].line("officer")
    officer.input.setFocus()
    officer.input.selectAll()
    type_text(officer.input, "lò thị hoa")
    assert "Lò Thị Hoa" in officer.offer.text()
    officer.offer.click()
    assert settings.cards["office"].values()["officer"] == "Lò Thị Hoa"


def test_a_backup_says_where_it_lies_and_a_failure_says_why(settings, office, qtbot):
    settings.backups.back_up(Path("/usb"))
    settle(qtbot, settings.work)
    assert "/usb" in settings.backup.strip.text()
    office.refuse = FolderGone(path="/usb")
    settings.backups.back_up(Path("/usb"))
    settle(qtbot, settings.work)
    assert settings.backup.strip.text().startswith("■")
    assert settings.backup.backup.isEnabled()


def test_a_restore_says_whose_data_and_asks_before_it_replaces(settings, office, qtbot):
    settings.backup.look_wanted.emit(Path("cũ.mcbk"))
    settle(qtbot, settings.work)
    words = settings.backup.strip.text()
    for part in ("cũ.mcbk", "UBND xã Đồng Đăng (H37.98): 7 hồ sơ", "sao lưu lúc",
                 "UBND xã Mẫu Sơn (H37.99.1): 1.250 hồ sơ", "CƠ QUAN KHÁC"):  # fmt: skip
        assert part in words
    assert settings.backup.cancel.hasFocus()
    settings.backup.cancel.click()
    assert office.asked == []
    settings.backup.look_wanted.emit(Path("cũ.mcbk"))
    settle(qtbot, settings.work)
    with qtbot.waitSignal(settings.restored, timeout=5000):
        settings.backup.confirm.click()
    assert office.asked == [Path("cũ.mcbk")]


def type_over(field, text):
    field.input.setFocus()
    field.input.selectAll()
    type_text(field.input, text)


def test_the_last_checks_are_shown_and_everything_is_checked_now(settings, office, qtbot):
    card = settings.safety
    assert "nguyên vẹn 1.250 hồ sơ, 9.000 dòng sổ cái, 70 giấy tờ" in card.deep.text()
    assert card.quick.isHidden()
    assert "còn trống 120,0 GB" in card.room.text()
    assert not card.strip.isVisibleTo(card)
    problem = "Số hồ sơ 7 bị thiếu."
    office.watched = Watched(
        1 << 29, is_room_low=True, deep=Checked(MONDAY, problem=problem), quick=Checked(MONDAY)
    )
    card.check.click()
    assert not card.check.isEnabled()
    settle(qtbot, settings.work)
    assert office.asked[-1] == "deep check"
    assert card.check.isEnabled()
    assert "có chỗ hỏng" in card.deep.text()
    assert "không hỏng" in card.quick.text()
    assert card.room.text().startswith("▲")
    assert problem in card.strip.text()
    office.watched = Watched(1 << 40, is_room_low=False)
    settings.on_changed(Changed.WATCHED)
    settle(qtbot, settings.work)
    assert "Chưa kiểm tra toàn bộ lần nào" in card.deep.text()


def test_a_check_is_stopped_and_what_was_found_before_stays(opened, office, qtbot):
    began = []

    def endless(progress):
        while True:
            progress(len(began), 9)
            began.append(True)

    actions = replace(office.settings_actions(), deep_check=endless)
    settings = opened(lambda work, notices: SettingsScreen(actions, work, notices))
    settings.safety.check.click()
    qtbot.waitUntil(lambda: bool(began))
    settings.safety.running.stop.click()
    settle(qtbot, settings.work)
    assert "Đã dừng" in settings.safety.strip.text()
    assert settings.safety.check.isEnabled()
    assert "nguyên vẹn" in settings.safety.deep.text()


def test_the_support_bundle_is_written_where_one_says(
    settings, office, qtbot, monkeypatch, notices, tmp_path
):
    asked = []
    monkeypatch.setattr("ui.support.ask_new_file", lambda *args, **more: asked.append((args, more)))
    settings.safety.support.click()
    ((_, title, kinds, take), more) = asked[0]
    assert title == "Ghi gói hỗ trợ"
    assert kinds == ("Gói hỗ trợ (*.json)",)
    assert more["name"].startswith("MotCua-ho-tro-2026")
    take(tmp_path / "a.json")
    settle(qtbot, settings.work)
    assert office.asked[-1] == tmp_path / "a.json"
    assert "12 KB" in notices.words[-1]
    office.refuse = FolderGone(path="/usb")
    take(tmp_path / "b.json")
    settle(qtbot, settings.work)
    assert notices.errors == [office.refuse]


def test_f9_keeps_what_was_typed_on_every_card(settings, office, qtbot):
    type_over(settings.cards["office"].line("place"), "Đồng Đăng")
    type_over(settings.hours.days[0], "8:00-12:00, 13:30-17:30")
    assert "2 mục đã sửa, chưa lưu." in settings._strip.text()
    settings.save()
    settle(qtbot, settings.work)
    assert office.settings.place == "Đồng Đăng"
    assert office.plans[0].weekdays[0] == (Session(480, 720), Session(810, 1050))
    assert settings._unsaved() == 0
    asked = len(office.asked)
    settings.save()
    assert len(office.asked) == asked
    assert "Không có gì thay đổi" in settings._strip.text()


def test_hours_that_cannot_be_read_stop_f9_at_their_field_and_nothing_is_dropped(
    settings, office, qtbot
):
    type_over(settings.cards["office"].line("place"), "Đồng Đăng")
    type_over(settings.hours.days[2], "sáng")
    settings.save()
    settle(qtbot, settings.work)
    assert settings.hours.days[2].has_problem
    assert settings.hours.days[2].input.hasFocus()
    assert office.asked == []
    assert settings._strip.text().startswith("■")
    assert settings._unsaved() == 2


def test_hours_typed_survive_another_row_another_screen_and_a_reload(settings, office, qtbot):
    hours = settings.hours
    type_over(hours.days[0], "8:00-12:00")
    hours.add.click()
    type_text(hours.name.input, "Mùa đông")
    hours.table.selectRow(0)
    assert hours.days[0].value() == "8:00-12:00"
    assert settings._unsaved() == 2
    settings.on_left()
    settings.on_shown()
    settle(qtbot, settings.work)
    assert hours.days[0].value() == "8:00-12:00"
    hours.add.click()
    assert hours.name.value() == "Mùa đông"


def test_leaving_with_something_unsaved_asks_and_saves_or_drops_as_one_says(
    settings, office, qtbot, notices
):
    settings.on_left()
    assert notices.asked == []
    type_over(settings.hours.days[0], "8:00-12:00")
    settings.on_left()
    words, (save, drop) = notices.asked[-1]
    assert "1 mục" in words
    save.do()
    settle(qtbot, settings.work)
    assert office.plans[0].weekdays[0] == (Session(480, 720),)
    type_over(settings.hours.days[0], "9:00-12:00")
    settings.on_left()
    drop.do()
    assert settings.hours.days[0].value() == "08:00-12:00"
    assert settings._unsaved() == 0


def test_the_window_is_closed_over_something_unsaved_only_at_the_second_try(settings):
    assert settings.may_close()
    type_over(settings.hours.name, "Mùa đông")
    assert not settings.may_close()
    assert "đóng lần nữa để bỏ" in settings._strip.text()
    assert settings.may_close()
    type_text(settings.hours.name.input, "!")
    assert not settings.may_close()


def test_the_count_of_what_is_unsaved_is_true_for_the_parts_of_a_form(settings):
    _choose(settings.forms, "copies", "2")
    assert "1 mục đã sửa" in settings._strip.text()
    _choose(settings.forms, "copies", "như khổ giấy")
    assert settings._strip.text() == ""


def test_what_is_typed_while_a_save_is_under_way_is_still_unsaved(settings, office, qtbot):
    place, department = (settings.cards["office"].line(key) for key in ("place", "department"))
    type_over(place, "Đồng Đăng")
    settings.save()
    type_over(department, "Bàn 2")
    settle(qtbot, settings.work)
    assert department.value() == "Bàn 2"
    assert settings._unsaved() == 1


@pytest.mark.parametrize("part", [one for one in parts() if one.place is Place.SETTINGS])
def test_every_part_the_palette_knows_is_brought_into_sight_with_the_keyboard(settings, part):
    settings.show_part(part.name)
    own = {
        "hours": settings.hours, "backup": settings.backup, "safety": settings.safety,
    }  # fmt: skip
    wanted = own.get(part.name) or settings.cards[part.name]
    here = QApplication.focusWidget()
    assert wanted.isAncestorOf(here)
    assert not here.visibleRegion().isEmpty()


@pytest.mark.qt_log_ignore("grabbing the keyboard", extend=True)
def test_every_choice_of_a_list_is_whole_when_it_drops_down(settings, qtbot):
    choice = settings.cards["print"].choice("paper").input
    choice.showPopup()
    view = choice.view()
    last = view.model().index(choice.count() - 1, 0)
    qtbot.waitUntil(lambda: view.viewport().rect().contains(view.visualRect(last)))
    choice.hidePopup()


def test_fields_side_by_side_stay_in_line_when_one_is_refused(settings):
    hours = settings.hours
    hours.days[0].show_problem("Không phải giờ làm việc. " * 4)
    settings.layout().activate()
    assert (
        hours.days[0].input.mapTo(settings, QPoint(0, 0)).y()
        == hours.days[1].input.mapTo(settings, QPoint(0, 0)).y()
    )


def test_opening_the_settings_of_another_look_counts_nothing_as_unsaved(opened, office, qtbot):
    office.settings = replace(office.settings, theme="dark", text_scale=150)
    screen = opened(lambda work, notices: SettingsScreen(office.settings_actions(), work, notices))
    settle(qtbot, screen.work)
    assert screen.cards["office"].isVisible()
    assert screen._strip.text() == ""


def test_no_code_of_the_program_is_shown_and_what_is_stored_stays(settings, office, qtbot):
    shown = " ".join(
        words
        for card in settings.cards.values()
        for words in (
            *(label.text() for label in card.findChildren(QLabel)),
            *(line.text() + line.placeholderText() for line in card.findChildren(QLineEdit)),
            *(box.currentText() for box in card.findChildren(QComboBox)),
        )
    )
    assert not any(code in shown for code in ("POPULATION", "CIVIL_STATUS", "{", "yyMMdd"))
    codes, place = settings.cards["codes"], settings.cards["office"]
    assert codes.choice("code_pattern").value() == "{agency}-{yyMMdd}-{NNNN}"
    assert "H37.99.1-261123-0001" in codes.choice("code_pattern").input.currentText()
    _choose(place, "connected_bases", "cả dân cư và hộ tịch điện tử")
    _choose(codes, "code_pattern", "5 chữ số, như H37.99.1-261123-00001")
    settings.save()
    settle(qtbot, settings.work)
    assert office.settings.connected_bases == "POPULATION,CIVIL_STATUS"
    assert office.settings.code_pattern == "{agency}-{yyMMdd}-{NNNNN}"


def test_the_keyboard_stands_in_the_first_field_of_the_settings(settings):
    assert settings.focusWidget() is settings.cards["office"].line("superior_body").input
