"""Danh mục và lịch: what it does and says."""

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.answers.imports import Imported, ImportedRow
from app.answers.safety import BackupRound, PlaceDone
from app.domain.approver import ApproverIsOfficer
from app.domain.changes import Changed
from app.domain.deadline.time_limit import TimeLimit, Unit
from tests.ui.screens.hands import FolderGone, rows
from tests.ui.typing import type_text
from ui.screen import Place
from ui.screens.reference_data import ReferenceScreen
from ui.shell.cards.parts import parts

pytestmark = pytest.mark.gui


@pytest.fixture
def reference(opened, office):
    return opened(lambda work, notices: ReferenceScreen(office.reference(), work, notices))


def wait_for(qtbot, reference):
    qtbot.waitUntil(
        lambda: (
            not reference._search.is_busy
            and not reference._open.is_busy
            and not reference._versions.is_busy
            and reference.work.is_idle
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


def birth(reference, qtbot):
    type_text(reference.search.input, "khai sinh")
    wait_for(qtbot, reference)
    return reference.details


def test_a_limit_is_cut_by_a_decision_that_somebody_else_approved(reference, office, qtbot):
    cut = birth(reference, qtbot).cut
    assert not cut.fields.isVisible()
    cut.open.click()
    cut.amount.input.setText("4")
    cut.unit.set_value(Unit.WORKING_HOUR)
    type_text(cut.decision.input, "QĐ 888")
    type_text(cut.approver.input, "Vi Văn Duyệt")
    cut.keep.click()
    wait_for(qtbot, reference)
    wanted = office.asked[-1]
    assert (wanted.code, wanted.limit) == ("1.001193", TimeLimit(Unit.WORKING_HOUR, 4))
    assert (wanted.decision, wanted.approver) == ("QĐ 888", "Vi Văn Duyệt")
    assert not cut.fields.isVisible(), "it is kept"


def test_a_cut_that_cannot_be_is_said_at_its_field(reference, office, qtbot):
    cut = birth(reference, qtbot).cut
    cut.open.click()
    cut.keep.click()
    assert cut.amount.has_problem
    cut.amount.input.setText("4")
    for refusal, field in (
        (ApproverIsOfficer(field="approver", name="Lan"), cut.approver),
        (FolderGone(path="x"), cut.decision),
    ):
        office.refuse = refusal
        cut.keep.click()
        wait_for(qtbot, reference)
        assert field.has_problem


def test_a_limit_that_was_cut_is_shown_beside_the_laws_and_given_back(reference, office, qtbot):
    details = birth(reference, qtbot)
    stored = reference._shown
    first, *rest = stored.procedure.limits
    rule = replace(
        first, limit=TimeLimit(Unit.WORKING_DAY, 2), statutory=TimeLimit(Unit.WORKING_DAY, 3),
        cut_by="QĐ 888",
    )  # fmt: skip
    none = replace(rule, statutory=TimeLimit(Unit.NONE, 0))
    procedure = replace(stored.procedure, limits=(rule, none, *rest))
    details.show_procedure(replace(stored, procedure=procedure))
    assert rows(details.limits)[0][2] == "2 WORKING_DAY (theo quy định 3 WORKING_DAY)"
    assert "Cắt giảm 33,3 % theo QĐ 888" in rows(details.limits)[0][3]
    assert "Cắt giảm theo QĐ 888" in rows(details.limits)[1][3]
    details.cut.open.click()
    type_text(details.cut.decision.input, "QĐ 9")
    details.cut.back.click()
    wait_for(qtbot, reference)
    assert (office.asked[-1].limit, office.asked[-1].decision) == (None, "QĐ 9")


def test_the_versions_of_a_procedure_stand_below_with_their_days_and_sources(reference, qtbot):
    details = birth(reference, qtbot)
    ((version, since, source),) = rows(details.versions)
    assert version == str(reference._shown.version)
    assert since == f"{reference._shown.procedure.effective_from:%d/%m/%Y}"
    assert source.startswith("✓ Như công bố")


def test_a_search_without_answer_says_what_to_try(reference, qtbot):
    type_text(reference.search.input, "zzz")
    wait_for(qtbot, reference)
    assert "Không thấy thủ tục nào" in reference._more.text()
    assert reference.details._name.text() == "Chọn một thủ tục"


def test_the_office_is_saved_before_a_file_is_taken_in(reference, office, qtbot):
    office.round = BackupRound((PlaceDone("E:", "E:", failure="ổ đĩa đầy"),))
    reference.import_file(Path("catalogue.json"))
    wait_for(qtbot, reference)
    assert office.saved_first == 1
    assert office.asked == [Path("catalogue.json")]  # all the same


def test_an_imported_catalogue_reports_what_was_refused_first(reference, qtbot):
    reference.import_file(Path("catalogue.json"))
    wait_for(qtbot, reference)
    report = reference.catalogue_report
    assert "1 thay đổi, 1 như cũ, 1 từ chối" in report.strip.text()
    assert rows(report.table)[0][:2] == ("1.009999", "từ chối")


def test_a_report_too_long_to_show_says_how_much_it_leaves_out(reference):
    rows_taken = tuple(ImportedRow(f"1.{nth:06}", "new") for nth in range(1_403))
    report = reference.catalogue_report
    report.show_imported(Imported(rows_taken, Changed.PROCEDURES))
    assert len(rows(report.table)) == 401
    assert rows(report.table)[-1] == ("…", "", "Còn 1.003 mục nữa không hiện ở đây.")


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
    assert part.since.text() == "Hiệu lực từ 01/01/2017 · theo công bố"
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
    screen = opened(lambda work, notices: ReferenceScreen(office.reference(), work, notices))
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


def test_the_calendar_begins_at_this_year_and_stays_where_one_looks(opened, office, qtbot):
    this, later = office.years
    office.years = (replace(this, year=2025), this, later)
    screen = opened(lambda work, notices: ReferenceScreen(office.reference(), work, notices))
    wait_for(qtbot, screen)
    assert screen.years.currentRow() == 1
    screen.years.setCurrentCell(2, 0)
    screen.on_changed(Changed.CALENDAR)
    wait_for(qtbot, screen)
    assert screen.years.currentRow() == 2


def test_the_palette_leads_to_each_of_its_parts(reference):
    for name in (part.name for part in parts() if part.place is Place.REFERENCE):
        reference.show_part(name)
        assert reference.view.value() == ("calendar" if name == "closures" else name)


@pytest.mark.parametrize("by", ["click", "enter"])
def test_a_dossier_to_be_reviewed_opens_from_the_report(reference, qtbot, by):
    """A calendar file changes the promise of two dossiers, and a year of its own."""
    reference.view.choose(1)
    done = Imported(
        (
            ImportedRow("2028", "new"),
            ImportedRow("H37.99.1-261118-0004", "review", "hẹn 27/11, tính lại 30/11", 4),
            ImportedRow("H37.99.1-261118-0005", "review", "hẹn 27/11, tính lại 30/11", 5),
        ),
        Changed.CALENDAR,
    )
    report = reference.calendar_report
    report.show_imported(done)
    qtbot.waitUntil(lambda: report.table.isVisible())
    with qtbot.waitSignal(reference.dossier_wanted) as wanted:
        if by == "enter":
            report.table.setFocus()
            QTest.keyClick(report.table, Qt.Key.Key_Down)
            QTest.keyClick(report.table, Qt.Key.Key_Return)
        else:
            place = report.table.visualItemRect(report.table.item(1, 0)).center()
            QTest.mouseClick(report.table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [5]
    opened = []
    reference.dossier_wanted.connect(opened.append)
    report.table.setCurrentCell(2, 0)
    QTest.keyClick(report.table, Qt.Key.Key_Return)
    assert opened == [], "a year is no dossier"
