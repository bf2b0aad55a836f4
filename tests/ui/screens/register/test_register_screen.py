"""A month's figures, the dossiers behind each, and the register written to file and printer."""

from array import array
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.answers.board import BoardRow
from app.answers.register import Figure, OfficerFigures, RegisterFigures, RegisterSums
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.register.period import Period, month_period, year_period
from app.domain.workflow.states import DossierState
from tests.ui.desk import bring, key, settle
from tests.ui.invented import FIRST_NAMES, LONG_NAME, MONDAY, PROCEDURES, a_calendar
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.typing import type_text
from ui.keys import Key
from ui.models.columns import Column
from ui.screens.register import RegisterActions, RegisterScreen
from ui.theme import apply_theme, px
from ui.work import Work

pytestmark = pytest.mark.gui
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
NOVEMBER = month_period(2026, 11)


class NoPrinter(DeskError):
    """No facts."""


@dataclass
class Ledger:
    """An invented register: so many dossiers, of two officers."""

    dossiers: int = 40
    officers: tuple[OfficerFigures, ...] = (
        OfficerFigures("Đặng Thị Oanh", 3, 1, 0),
        OfficerFigures(LONG_NAME, 2, 0, 1),
    )
    asked: list[tuple[Period, Figure, str]] = field(default_factory=list)
    written: list[tuple[Period, str]] = field(default_factory=list)
    refuses: Exception | None = None
    waits: bool = False

    def actions(self) -> RegisterActions:
        return RegisterActions(
            now=lambda: MONDAY,
            calendar=a_calendar,
            due_soon_hours=lambda: 8,
            figures=self.figures,
            ids=self.ids,
            rows=lambda ids: [self.row(one) for one in ids],
            save=self.save,
            print_register=self.print_register,
            say=lambda refusal: f"từ chối: {type(refusal).__name__}",
        )

    def figures(self, period):
        counts = dict.fromkeys(Figure, 0) | {
            Figure.RECEIVED: self.dossiers, Figure.OPEN: 5, Figure.LATE: 2
        }  # fmt: skip
        return RegisterFigures(period, counts, self.officers)

    def ids(self, period, figure, officer):
        if self.refuses:
            raise self.refuses
        self.asked.append((period, figure, officer))
        return array("q", range(1, self.figures(period).counts[figure] + 1))

    def row(self, ident):
        return BoardRow(
            ident, f"H37.99.1-261123-{ident:04d}", FIRST_NAMES[ident % len(FIRST_NAMES)],
            PROCEDURES[ident % len(PROCEDURES)], DossierState.RECEIVED, MONDAY, MONDAY,
            calendar_confirmed=True, ended_at=None, waiting_since=None,
        )  # fmt: skip

    def save(self, period, file, report):
        for nth in range(1_000_000 if self.waits else 1):
            report(nth, 1_000_000)
        if self.refuses:
            raise self.refuses
        self.written.append((period, str(file)))
        return RegisterSums(self.dossiers, 0, 0)

    def print_register(self, period, report):
        report(1, 1)
        if self.refuses:
            raise self.refuses
        self.written.append((period, "giấy"))
        return "Canon"


@pytest.fixture
def opened(qtbot, qapp):
    works = []

    def open_(ledger):
        work = Work()
        works.append(work)
        screen = RegisterScreen(ledger.actions(), work, RecordedNotices())
        screen.work, screen.notices = work, screen._notices
        screen.resize(1270, 700)
        bring(qtbot, screen)
        screen.on_shown()
        settle(qtbot, work)
        return screen

    yield open_
    for work in works:
        work.close()


def test_the_month_opens_with_its_figures_and_what_was_received(opened):
    ledger = Ledger()
    screen = opened(ledger)
    assert ledger.asked == [(NOVEMBER, Figure.RECEIVED, "")]
    assert screen.tiles[Figure.RECEIVED].count == 40
    assert screen.tiles[Figure.RECEIVED].isChecked()
    assert (screen.title.text(), screen.count.text()) == ("Tiếp nhận trong kỳ", "40 hồ sơ")
    assert screen.model.rowCount() == 40
    assert screen.officers.rowCount() == 2
    assert screen.table.hasFocus()


def test_where_nothing_is_open_it_says_so_instead_of_an_empty_table(opened):
    idle = opened(Ledger(officers=()))
    assert idle.none.isVisible()
    assert not idle.officers.isVisible()
    busy = opened(Ledger())
    assert not busy.none.isVisible()
    assert busy.officers.isVisible()


@pytest.mark.parametrize("scale", [100, 150, 200])
def test_no_column_of_the_list_is_cut_however_large_the_letters(qapp, qtbot, opened, scale):
    apply_theme(qapp, scale=scale)
    screen = opened(Ledger())
    screen.resize(1_160, 640)
    table = screen.table

    def is_whole():
        shown = [nth for nth in range(table.model().columnCount()) if not table.isColumnHidden(nth)]
        return sum(map(table.columnWidth, shown)) <= table.viewport().width()

    qtbot.waitUntil(lambda: is_whole() and table.columnWidth(int(Column.APPLICANT)) >= px(100))
    apply_theme(qapp)


@pytest.mark.parametrize("scale", [150, 200])
def test_the_cards_stand_below_each_other_in_large_letters(qapp, qtbot, opened, scale):
    apply_theme(qapp, scale=scale)
    screen = opened(Ledger())
    screen.resize(1_160, 300)
    qtbot.waitUntil(lambda: screen._side.minimumHeight() > 0)
    screen.resize(1_160, screen.minimumSizeHint().height())
    listed = screen.table.parentWidget()
    qtbot.waitUntil(lambda: screen._side.geometry().top() > listed.geometry().bottom() + 5)
    apply_theme(qapp)


def test_a_figure_opens_its_dossiers_by_key_and_by_mouse(qtbot, opened):
    ledger = Ledger()
    screen = opened(ledger)
    key(screen, Qt.Key.Key_4, ALT)
    settle(qtbot, screen.work)
    assert ledger.asked[-1] == (NOVEMBER, Figure.LATE, "")
    assert screen.model.rowCount() == 2
    QTest.mouseClick(screen.tiles[Figure.OPEN], Qt.MouseButton.LeftButton)
    settle(qtbot, screen.work)
    assert screen.title.text() == "Đang mở"
    with qtbot.waitSignal(screen.dossier_wanted) as wanted:
        screen.table.setFocus()
        key(screen.table, Qt.Key.Key_Return)
    assert wanted.args == [1]


def test_an_officer_leads_to_what_lies_with_them_and_back(qtbot, opened):
    ledger = Ledger()
    screen = opened(ledger)
    screen.officers.opened.emit(0)
    settle(qtbot, screen.work)
    assert ledger.asked[-1] == (NOVEMBER, Figure.OPEN, "Đặng Thị Oanh")
    assert screen.title.text() == "Đang mở – Đặng Thị Oanh"
    assert screen.go_back()
    settle(qtbot, screen.work)
    assert ledger.asked[-1] == (NOVEMBER, Figure.OPEN, "")
    assert not screen.go_back()


def test_another_time_is_typed_or_reached_month_by_month(qtbot, opened):
    ledger = Ledger()
    screen = opened(ledger)
    assert not screen.time.after.isEnabled()
    key(screen, Qt.Key.Key_Right, ALT)
    key(screen, Qt.Key.Key_Left, ALT)
    settle(qtbot, screen.work)
    assert ledger.asked[-1][0] == month_period(2026, 10)
    key(screen, Qt.Key.Key_Right, ALT)
    settle(qtbot, screen.work)
    assert ledger.asked[-1][0] == NOVEMBER
    key(screen, Qt.Key.Key_G, ALT)
    type_text(screen.time.field.input, "2026")
    key(screen.time.field.input, Qt.Key.Key_Return)
    settle(qtbot, screen.work)
    assert ledger.asked[-1][0] == year_period(2026)
    screen.time.start()
    type_text(screen.time.field.input, "hôm qua")
    key(screen.time.field.input, Qt.Key.Key_Return)
    assert screen.time.field.has_problem
    assert screen.time.field.value() == "hôm qua"
    assert screen.time.period == year_period(2026)


def test_the_click_that_reaches_this_month_leaves_the_keyboard_in_its_line(qtbot, opened):
    screen = opened(Ledger())
    for button in (screen.time.before, screen.time.after):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        settle(qtbot, screen.work)
    assert not screen.time.after.isEnabled()
    assert screen.time.before.hasFocus()


def test_the_register_is_saved_as_paper_and_as_sheet(qtbot, opened, tmp_path):
    ledger = Ledger()
    screen = opened(ledger)
    for name in ("so.pdf", "so.xlsx"):
        screen.writer.save_to(tmp_path / name)
        settle(qtbot, screen.work)
        assert ledger.written[-1] == (NOVEMBER, str(tmp_path / name))
        assert "✓ Đã ghi 40 số" in screen.writer.strip.text()
    assert screen.writer.pdf_button.isEnabled()


def test_f8_prints_it_and_a_printer_that_refuses_is_said_on_the_card(qtbot, opened):
    ledger = Ledger()
    screen = opened(ledger)
    assert screen.take_key(Key.REPRINT)
    settle(qtbot, screen.work)
    assert ledger.written == [(NOVEMBER, "giấy")]
    assert "Canon" in screen.notices.words[-1]
    ledger.refuses = NoPrinter()
    screen.take_key(Key.REPRINT)
    settle(qtbot, screen.work)
    assert screen.writer.strip.text() == "từ chối: NoPrinter"
    ledger.refuses = OSError("hỏng")
    screen.take_key(Key.REPRINT)
    settle(qtbot, screen.work)
    assert isinstance(screen.notices.errors[-1], OSError)


def test_a_long_writing_says_how_far_it_is_and_can_be_stopped(qtbot, opened):
    ledger = Ledger(waits=True)
    screen = opened(ledger)
    screen.writer.save_to(Path("so.pdf"))
    qtbot.waitUntil(lambda: "/1.000.000" in screen.writer.running.words)
    screen.writer.save_to(Path("again.pdf"))
    assert not screen.writer.sheet_button.isEnabled()
    screen.writer.running.stop.click()
    settle(qtbot, screen.work)
    assert ledger.written == []
    assert screen.writer.strip.text() == "Đã dừng; chưa ghi gì."
    assert screen.writer.sheet_button.isEnabled()


def test_f4_leads_where_it_always_leads(opened):
    assert not opened(Ledger()).take_key(Key.RETURN)


def test_what_changes_is_loaded_again_now_or_when_it_is_shown(qtbot, opened):
    ledger = Ledger()
    screen = opened(ledger)
    before = len(ledger.asked)
    screen.on_changed(Changed.MONEY)
    assert len(ledger.asked) == before
    screen.on_changed(Changed.DOSSIERS)
    screen.on_ticked(MONDAY)
    settle(qtbot, screen.work)
    assert len(ledger.asked) == before + 2
    screen.hide()
    screen.on_changed(Changed.DOSSIERS)
    settle(qtbot, screen.work)
    assert len(ledger.asked) == before + 2
    screen.show()
    screen.on_shown()
    settle(qtbot, screen.work)
    assert len(ledger.asked) == before + 3


def test_a_trouble_in_loading_is_said_and_loaded_again(qtbot, opened):
    ledger = Ledger(refuses=OSError("hỏng"))
    screen = opened(ledger)
    assert isinstance(screen.notices.errors[-1], OSError)
    ledger.refuses = None
    screen.on_shown()
    settle(qtbot, screen.work)
    assert screen.model.rowCount() == 40


def test_no_figure_and_nobody_leaves_an_empty_list_with_words(opened):
    screen = opened(Ledger(dossiers=0, officers=()))
    assert screen.model.rowCount() == 0
    assert screen.count.text() == "0 hồ sơ"
    assert screen.table.empty.isVisible()


def test_where_to_save_is_asked_with_a_name_of_the_time(opened, monkeypatch):
    screen = opened(Ledger())
    names = []
    monkeypatch.setattr(
        "ui.screens.register.writer.ask_new_file",
        lambda _parent, _title, _kinds, _take, *, name: names.append(name),
    )
    key(screen, Qt.Key.Key_S, CONTROL)
    screen.writer.sheet_button.click()
    assert names == ["so-theo-doi-2026-11.pdf", "so-theo-doi-2026-11.xlsx"]
