"""Đồng bộ, Cài đặt, danh mục và lịch, lần đầu mở: what each does and says."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from app.domain.answers import OutboxSummary
from app.domain.changes import Changed
from app.domain.clock import VIETNAM
from app.domain.errors import DeskError
from app.domain.office_hours import Session
from app.domain.time_limit import TimeLimit, Unit
from app.settings import change
from tests.ui.office_actions import Office
from tests.ui.typing import press, type_text
from ui.screens.exchange import ExchangeScreen
from ui.screens.first_run import FirstRunAnswers, FirstRunScreen
from ui.screens.reference_data import ReferenceScreen
from ui.screens.settings import SettingsScreen
from ui.screens.settings.hours_text import (
    NotASeason,
    NotSessions,
    read_day,
    read_month_day,
    read_sessions,
    show_sessions,
)
from ui.shell.printer import NoPrinter
from ui.theme import apply_theme
from ui.work import Work

pytestmark = pytest.mark.gui


class FolderGone(DeskError):
    """Facts: path."""


class Told:
    def __init__(self):
        self.words, self.errors, self.asked = [], [], []

    def offer_undo(self, words, undo, until=None):
        self.words.append(words)
        self.undo = undo

    def tell(self, words, tone=None, act=None):
        self.words.append(words)

    def ask(self, words, acts):
        self.asked.append((words, acts))

    def take(self, error, retry=None):
        self.errors.append(error)


@pytest.fixture
def office():
    return Office()


@pytest.fixture
def told():
    return Told()


@pytest.fixture
def opened(qtbot, qapp, told):
    apply_theme(qapp)
    work = Work()

    def open_screen(make):
        screen = make(work, told)
        screen.work = work
        qtbot.addWidget(screen)
        screen.resize(1274, 712)
        with qtbot.waitActive(screen):
            screen.show()
            screen.activateWindow()
        screen.on_shown()
        settle(qtbot, work)
        return screen

    yield open_screen
    work.close()


def settle(qtbot, work):
    qtbot.waitUntil(lambda: work.records.is_idle and work.outside.is_idle, timeout=5000)


def rows(table):
    return [
        tuple(table.item(row, column).text() for column in range(table.columnCount()))
        for row in range(table.rowCount())
    ]


# Đồng bộ


def test_the_exchange_screen_names_every_dossier_that_would_cost_points(opened, office, qtbot):
    screen = opened(lambda work, told: ExchangeScreen(office.exchange(), work, told))
    assert rows(screen.problems_card.dossiers)[0] == (
        "H37.99.1-261118-0004",
        "Triệu Mùi Mản",
        "quá hạn; thiếu số điện thoại",
    )
    with qtbot.waitSignal(screen.dossier_wanted, timeout=1000) as wanted:
        press(screen.problems_card.dossiers, Qt.Key.Key_Return)
    assert wanted.args == [7]
    assert rows(screen.rejected_card.table)[0][2] == "DinhDanhCHS không tồn tại trong CSDL"


def test_faults_are_counted_by_kind_and_each_kind_leads_to_its_dossiers(opened, office, qtbot):
    screen = opened(lambda work, told: ExchangeScreen(office.exchange(), work, told))
    card = screen.problems_card
    assert [row[:2] for row in rows(card.groups)] == [
        ("Quá hạn", "1"), ("Thiếu số điện thoại", "1"), ("Yêu cầu bổ sung hơn một lần", "1"),
    ]  # fmt: skip
    assert rows(card.groups)[0][2] == "H37.99.1-261118-0004"
    card.groups.setFocus()
    press(card.groups, Qt.Key.Key_Down)
    press(card.groups, Qt.Key.Key_Down)
    assert [row[0] for row in rows(card.dossiers)] == ["H37.99.1-261120-0017"]
    press(card.groups, Qt.Key.Key_Return)
    assert card.dossiers.hasFocus()
    with qtbot.waitSignal(screen.dossier_wanted, timeout=1000) as wanted:
        press(card.dossiers, Qt.Key.Key_Return)
    assert wanted.args == [9]


def test_exporting_says_what_was_written_and_that_nothing_is_acknowledged(opened, office, qtbot):
    screen = opened(lambda work, told: ExchangeScreen(office.exchange(), work, told))
    heard = []
    screen.changed.connect(heard.append)
    screen.export_to(Path("/usb"))
    assert not screen.export_button.isEnabled()
    settle(qtbot, screen.work)
    assert office.asked == [Path("/usb")]
    assert "31 bản tin của 14 hồ sơ" in screen.strip.text()
    assert "vẫn chờ" in screen.strip.text()
    assert screen.export_button.isEnabled()
    assert heard == [Changed.OUTBOX]


def test_a_vanished_stick_is_said_and_the_next_try_is_possible(opened, office, qtbot, told):
    screen = opened(lambda work, told: ExchangeScreen(office.exchange(), work, told))
    office.refuse = FolderGone(path="/usb")
    screen.export_to(Path("/usb"))
    settle(qtbot, screen.work)
    assert screen.strip.text().startswith("■")
    assert screen.export_button.isEnabled()
    office.refuse = OSError(28, "full")
    screen.export_to(Path("/usb"))
    settle(qtbot, screen.work)
    assert len(told.errors) == 1


def test_answers_are_counted_and_strange_ones_pointed_out(opened, office, qtbot):
    screen = opened(lambda work, told: ExchangeScreen(office.exchange(), work, told))
    screen.take_answers(Path("answer.mcr"))
    settle(qtbot, screen.work)
    assert "đã nhận 29, từ chối 1, nhắc lại 1" in screen.strip.text()
    assert "1 bản tin không phải của máy này" in screen.strip.text()


def test_with_nothing_waiting_the_screen_says_what_will_appear(opened, office):
    office.summary = OutboxSummary(0, 0, 0, 0, None)
    office.problems = ()
    office.rejections = ()
    screen = opened(lambda work, told: ExchangeScreen(office.exchange(), work, told))
    assert not screen.export_button.isEnabled()
    assert screen.problems_card.none.isVisible()
    assert not screen.problems_card.groups.isVisible()


# Cài đặt


@pytest.fixture
def settings(opened, office):
    return opened(lambda work, told: SettingsScreen(office.settings_actions(), work, told))


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
    settings, office, qtbot, told
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
    assert told.words[-1] == "Đã lưu cài đặt: 2 mục."
    department.end(False)
    type_text(department, " X")
    told.undo()
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
    settings, office, qtbot, told
):
    office.refuse = NoPrinter()
    settings.cards["label"].button.click()
    settle(qtbot, settings.work)
    assert settings._strip.text().startswith("■")
    office.refuse = OSError(5, "io")
    settings.cards["print"].button.click()
    settle(qtbot, settings.work)
    assert len(told.errors) == 1


def test_a_printer_that_is_switched_off_stays_chosen(opened, office):
    office.settings = change(office.settings, "label_printer", "Xprinter XP-365B")
    screen = opened(lambda work, told: SettingsScreen(office.settings_actions(), work, told))
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
    screen = opened(lambda work, told: SettingsScreen(office.settings_actions(), work, told))
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


def test_a_calendar_is_taken_back_as_it_was(settings, office, qtbot, told):
    before = office.closures
    settings.closures.remove.click()
    settings.closures.remove.click()
    settle(qtbot, settings.work)
    assert office.closures == ()
    told.undo()
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


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("7:30-11:30,13:00-17:00", "07:30-11:30, 13:00-17:00"),
        ("13h-17h; 7h30–11h30", "07:30-11:30, 13:00-17:00"),
        ("nghỉ", "nghỉ"),
        ("", "nghỉ"),
    ],
)
def test_sessions_are_read_as_typed(text, shown):
    assert show_sessions(read_sessions(text, field="s")) == shown


@pytest.mark.parametrize("text", ["8-12", "25:00-26:00", "9:00-9:00", "sáng"])
def test_what_is_no_session_is_refused(text):
    with pytest.raises(NotSessions):
        read_sessions(text, field="s")


def test_seasons_and_days_that_do_not_exist_are_refused():
    assert read_month_day("29/2", field="s") == (2, 29)
    assert read_day("1/3/2027", field="s").isoformat() == "2027-03-01"
    with pytest.raises(NotASeason):
        read_month_day("31/6", field="s")
    with pytest.raises(NotASeason):
        read_day("29/2/2027", field="s")


# Danh mục và lịch


@pytest.fixture
def reference(opened, office):
    return opened(lambda work, told: ReferenceScreen(office.reference(), work, told))


def wait_for(qtbot, reference):
    qtbot.waitUntil(
        lambda: (
            not reference._search.is_busy
            and not reference._open.is_busy
            and reference.work.records.is_idle
        ),
        timeout=5000,
    )


def test_a_procedure_is_found_and_shown_with_where_it_comes_from(reference, qtbot):
    type_text(reference.search.input, "khai sinh")
    wait_for(qtbot, reference)
    assert [row[0] for row in rows(reference.list)] == ["1.001193"]
    assert reference.details._name.text() == "Đăng ký khai sinh"
    assert "Như công bố" in reference.details._origin.text()
    assert [row[3] for row in rows(reference.details.papers)] == [
        "Tờ khai đăng ký khai sinh",
        "Giấy chứng sinh",
    ]


def test_an_open_limit_is_completed_from_the_catalogue(reference, office, qtbot):
    type_text(reference.search.input, "2.002516")
    wait_for(qtbot, reference)
    strip = reference.details.strip
    assert strip.isVisible()
    strip.amount.input.setText("5")
    strip.source.input.setText("QĐ 1872/QĐ-UBND")
    strip.button.click()
    wait_for(qtbot, reference)
    assert not strip.isVisible()
    found = office.desk.current("2.002516").procedure.limits[0]
    assert found.limit == TimeLimit(Unit.WORKING_DAY, 5)


def test_a_search_without_answer_says_what_to_try(reference, qtbot):
    type_text(reference.search.input, "zzz")
    wait_for(qtbot, reference)
    assert "Không thấy thủ tục nào" in reference._more.text()
    assert reference.details._name.text() == "Chọn một thủ tục"


def test_an_imported_catalogue_reports_what_was_refused_first(reference, qtbot):
    reference.import_file(Path("catalogue.json"))
    wait_for(qtbot, reference)
    report = reference.catalogue_report
    assert "1 thay đổi, 1 như cũ, 1 từ chối" in report.strip.text()
    assert rows(report.table)[0][:2] == ("1.009999", "từ chối")


def test_a_refused_calendar_file_changes_nothing_and_says_why(reference, office, qtbot):
    reference.view.choose(1)
    office.refuse = FolderGone(path="calendar.json")
    reference.import_file(Path("calendar.json"))
    wait_for(qtbot, reference)
    assert reference.calendar_report.strip.text().startswith("■")
    assert reference.import_button.isEnabled()


def test_the_tariff_in_force_is_shown_with_its_date_source_rates_and_grounds(reference, qtbot):
    wait_for(qtbot, reference)
    reference.view.choose(2)
    part = reference.tariff
    assert part.since.text() == "Hiệu lực từ 01/01/2017 · CHUNG_THUC · theo công bố"
    assert part.source.text() == "Nguồn: Thông tư 226/2016/TT-BTC, Điều 4"
    assert rows(part.rates) == [
        (
            "Phí chứng thực bản sao từ bản chính",
            "2.000 đồng/trang; từ trang thứ 3: 1.000 đồng",
            "200.000 đồng",
            "2.000815, 2.000942",
        )
    ]
    assert rows(part.grounds)[0][0] == "Người thuộc hộ nghèo"
    assert [row[1] for row in rows(part.grounds)] == [
        "miễn", "giảm 50%", "giảm còn 5.000 đồng", "giảm, ghi khi thu"
    ]  # fmt: skip


@pytest.mark.parametrize(("nth", "name"), [(0, "search"), (1, "years"), (2, "tariff")])
def test_a_view_that_is_chosen_has_the_keyboard(reference, qtbot, nth, name):
    wait_for(qtbot, reference)
    reference.view.choose(nth)
    focused = reference.window().focusWidget()
    part = getattr(reference, name)
    assert part is focused or part.isAncestorOf(focused)


def test_a_tariff_file_is_taken_from_the_tariff_view(reference, office, qtbot):
    reference.view.choose(2)
    reference.import_file(Path("bieu-phi.json"))
    wait_for(qtbot, reference)
    assert office.asked[-1] == Path("bieu-phi.json")
    assert "1 mới" in reference.tariff.report.strip.text()


def test_without_any_tariff_the_view_says_how_to_get_one(opened, office, qtbot):
    office.tariff = None
    screen = opened(lambda work, told: ReferenceScreen(office.reference(), work, told))
    wait_for(qtbot, screen)
    screen.view.choose(2)
    assert "Chưa có biểu phí" in screen.tariff.name.text()
    assert not screen.tariff.rates.isVisible()


def test_draft_years_are_marked_and_each_years_days_shown(reference):
    reference.view.choose(1)
    assert [row[1] for row in rows(reference.years)] == ["✓ đã xác nhận", "▲ nháp"]
    assert rows(reference.days)[0][1:] == ("làm bù", "thay ngày 31/08")
    reference.years.setCurrentCell(1, 0)
    assert rows(reference.days) == [("01/01/2028", "nghỉ", "Tết Dương lịch")]


# Lần đầu mở


@pytest.fixture
def first_run(opened, office):
    return opened(lambda work, _told: FirstRunScreen(office.first_run(), work))


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
        FirstRunAnswers("UBND xã Mẫu Sơn", "H37.99.1", "Hoàng Thị Lan", wants_practice=True)
    ]


def test_faults_of_the_first_run_stand_at_their_fields_and_nothing_is_made(first_run, office):
    type_text(first_run.code.input, "xã ta")
    first_run.button.click()
    assert first_run.office.has_problem
    assert first_run.code.has_problem
    assert first_run.officer.has_problem
    assert first_run.code.input.text() == "xã ta"
    assert office.asked == []


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
        lambda work, told: ExchangeScreen(office.exchange(), work, told),
        lambda work, told: SettingsScreen(office.settings_actions(), work, told),
        lambda work, told: ReferenceScreen(office.reference(), work, told),
        lambda work, _told: FirstRunScreen(office.first_run(), work),
    ):
        screen = opened(make)
        assert not any(b.autoDefault() or b.isDefault() for b in screen.findChildren(QPushButton))
