"""A day is ended in the window: figures with their dossiers, explanations, the sheet."""

from array import array
from dataclasses import dataclass, field, replace
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.answers.board import BoardRow
from app.answers.day import ClosedDay, DayFigure, DaySoFar
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.workflow.states import DossierState
from tests.printing.days import a_busy_day, a_day
from tests.ui.desk import bring, key, settle
from tests.ui.invented import FIRST_NAMES, MONDAY, PROCEDURES, a_calendar
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.typing import type_text
from ui.keys import Key
from ui.screen import Place
from ui.screens.day import DayActions, DayScreen
from ui.work import Work

pytestmark = pytest.mark.gui
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
TODAY = MONDAY.date()


class Unexplained(DeskError):
    """No facts."""


@dataclass
class Book:
    """Invented days: today with so many late dossiers, and the sheets that were made."""

    late: int = 0
    sheets: tuple = ()
    has_more: bool = True
    asked: list = field(default_factory=list)
    closed: list = field(default_factory=list)
    written: list = field(default_factory=list)
    refuses: Exception | None = None

    def actions(self) -> DayActions:
        return DayActions(
            now=lambda: MONDAY,
            calendar=a_calendar,
            due_soon_hours=lambda: 8,
            so_far=self.so_far,
            sheets=lambda day: tuple(one for one in self.sheets if one.day == day),
            ids=self.ids,
            rows=lambda ids: [self.row(one) for one in ids],
            close=self.close,
            print_sheet=self.print_sheet,
            save_sheet=lambda sheet, file: self.written.append((sheet.nth, str(file))),
            say=lambda refusal: f"từ chối: {type(refusal).__name__}",
        )

    def now(self):
        sheet = (a_busy_day(self.late) if self.late else a_day()).sheet
        unsent = tuple(replace(one, explanation="") for one in sheet.unsent)
        return replace(sheet, day=TODAY, number=0, nth=len(self.sheets) + 1, unsent=unsent)

    def so_far(self):
        if self.refuses:
            raise self.refuses
        return DaySoFar(self.now(), self.sheets, self.has_more, promised=3)

    def ids(self, figure, sheet):
        self.asked.append((figure, sheet.nth if sheet else None))
        counts = (sheet or self.now()).counts
        return array("q", range(1, (3 if figure is DayFigure.PROMISED else counts[figure]) + 1))

    def row(self, ident):
        return BoardRow(
            ident, f"H37.99.1-261123-{ident:04d}", FIRST_NAMES[ident % len(FIRST_NAMES)],
            PROCEDURES[ident % len(PROCEDURES)], DossierState.RECEIVED, MONDAY, MONDAY,
            calendar_confirmed=True, ended_at=None, waiting_since=None,
        )  # fmt: skip

    def close(self, explanations):
        if self.refuses:
            raise self.refuses
        lacking = {one.dossier_id for one in self.now().unsent} - set(explanations)
        if lacking:
            raise Unexplained
        self.closed.append(dict(explanations))
        unsent = tuple(
            replace(one, explanation=explanations[one.dossier_id]) for one in self.now().unsent
        )
        sheet = replace(self.now(), number=7, unsent=unsent)
        self.sheets, self.has_more = (*self.sheets, sheet), False
        return ClosedDay(sheet, is_new=True)

    def print_sheet(self, sheet):
        if self.refuses:
            raise self.refuses
        self.written.append((sheet.nth, "giấy"))
        return "Canon"


@pytest.fixture
def opened(qtbot, qapp):
    works = []

    def open_(book):
        work = Work()
        works.append(work)
        screen = DayScreen(book.actions(), work, RecordedNotices())
        screen.work, screen.notices = work, screen._notices
        screen.resize(1270, 700)
        bring(qtbot, screen)
        screen.on_shown()
        settle(qtbot, work)
        return screen

    yield open_
    for work in works:
        work.close()


def press(qtbot, screen, letter, held=Qt.KeyboardModifier.NoModifier):
    key(screen, letter, held)
    settle(qtbot, screen.work)


def test_the_day_shows_its_figures_each_with_its_dossiers(qtbot, opened):
    book = Book(late=2)
    screen = opened(book)
    assert screen.tiles[DayFigure.OVERDUE].count == 2
    assert screen.tiles[DayFigure.RECEIVED].count == 40
    assert screen.model.rowCount() == 40
    press(qtbot, screen, Qt.Key.Key_6, ALT)
    assert book.asked[-1] == (DayFigure.OVERDUE, None)
    assert screen.model.rowCount() == 2
    QTest.mouseClick(screen.promised, Qt.MouseButton.LeftButton)
    settle(qtbot, screen.work)
    assert book.asked[-1] == (DayFigure.PROMISED, None)
    assert screen.promised.text().endswith(": 3")
    found = []
    screen.dossier_wanted.connect(found.append)
    screen.table.opened.emit(2)
    assert found == [2]


def test_a_day_without_anything_left_is_closed_by_a_key_and_printed(qtbot, opened):
    book = Book()
    screen = opened(book)
    assert screen.unsent.isHidden()
    assert not screen.print_button.isEnabled()
    press(qtbot, screen, Qt.Key.Key_Return, CONTROL)
    assert book.closed == [{}]
    assert "0007/KTN" in screen.notices.words[-1]
    assert "0007/KTN" in screen.closing.title.text()
    assert screen.closing.button.isHidden()
    assert screen.take_key(Key.REPRINT)
    settle(qtbot, screen.work)
    assert book.written == [(1, "giấy")]
    press(qtbot, screen, Qt.Key.Key_Return, CONTROL)
    assert len(book.closed) == 1, "what is closed is not closed again by a key"


def test_what_was_not_sent_is_explained_row_by_row(qtbot, opened):
    book = Book(late=3)
    screen = opened(book)
    card = screen.unsent
    assert "3 chưa giải trình" in card.count.text()
    screen.closing.submit()
    settle(qtbot, screen.work)
    assert "Unexplained" in screen.closing.problem.text()
    assert card.field.input.hasFocus(), "the first that lacks it is stood on"
    type_text(card.field.input, "Chờ ký")
    key(card.field.input, Qt.Key.Key_Return)
    assert card.table.currentRow() == 1
    assert card.field.value() == ""
    type_text(card.field.input, "Máy hỏng")
    card.for_all.click()
    assert card.explanations() == {1: "Chờ ký", 2: "Máy hỏng", 3: "Máy hỏng"}
    assert "đều đã giải trình" in card.count.text()
    screen.closing.submit()
    settle(qtbot, screen.work)
    assert book.closed == [{1: "Chờ ký", 2: "Máy hỏng", 3: "Máy hỏng"}]
    assert card.field.isHidden(), "what is on a sheet is no longer typed"


def test_what_is_typed_stays_when_records_change(qtbot, opened):
    screen = opened(Book(late=2))
    screen.unsent.start()
    type_text(screen.unsent.field.input, "Chờ ký")
    screen.on_changed(Changed.DOSSIERS)
    settle(qtbot, screen.work)
    assert screen.unsent.explanations() == {1: "Chờ ký"}
    screen.on_changed(Changed.COPIES)
    screen.hide()
    screen.on_changed(Changed.MONEY)
    assert screen._is_stale


def test_a_row_leads_to_the_apology(qtbot, opened):
    screen = opened(Book(late=2))
    found = []
    screen.dossier_key_wanted.connect(lambda *wanted: found.append(wanted))
    screen.unsent.table.setCurrentCell(1, 0)
    key(screen.unsent.table, Qt.Key.Key_Return)
    screen.show_figure(DayFigure.APOLOGY)
    settle(qtbot, screen.work)
    screen.table.opened.emit(1)
    assert found == [(2, Key.OTHER_TIME), (1, Key.OTHER_TIME)]


def test_later_work_is_offered_as_an_addition_beside_the_sheet(qtbot, opened):
    first = replace(a_day().sheet, day=TODAY)
    book = Book(sheets=(first,))
    screen = opened(book)
    assert "bổ sung" in screen.closing.button.text()
    assert screen.sheet is None
    chips = screen._chips
    chips.set_value(1)
    chips.chosen.emit()
    settle(qtbot, screen.work)
    assert screen.sheet == first
    assert book.asked[-1] == (DayFigure.RECEIVED, 1)
    assert screen.go_back()
    settle(qtbot, screen.work)
    assert screen.sheet is None
    assert not screen.go_back()


def test_an_addition_says_which_it_is(opened):
    first, second = (replace(a_day().sheet, day=TODAY, nth=nth, number=nth) for nth in (1, 2))
    screen = opened(Book(sheets=(first, second), has_more=False))
    assert screen.sheet == second
    assert "Bổ sung 1" in screen.closing.words.text()


def test_another_day_shows_its_sheet_or_that_it_has_none(qtbot, opened):
    yesterday = replace(a_busy_day(2).sheet, day=TODAY - timedelta(days=1))
    book = Book(sheets=(yesterday,))
    screen = opened(book)
    press(qtbot, screen, Qt.Key.Key_Left, ALT)
    assert screen.sheet == yesterday
    assert not screen.unsent.isHidden()
    assert screen.money.table.rowCount() == 2
    press(qtbot, screen, Qt.Key.Key_Left, ALT)
    assert screen.sheet is None
    assert "không có phiếu" in screen.closing.title.text()
    assert screen.money.isHidden()
    assert not screen.take_key(Key.REPRINT)
    screen.print_sheet()
    screen.save_to("x.pdf")
    assert book.written == []


def test_what_a_sheet_does_not_list_is_said(qtbot, opened):
    sheet = replace(a_busy_day(2).sheet, day=TODAY)
    book = Book(sheets=(sheet,), has_more=False)
    book.ids = lambda figure, _sheet: array("q")
    screen = opened(book)
    screen.show_figure(DayFigure.TO_COLLECT)
    settle(qtbot, screen.work)
    assert "không được giữ lại" in screen.table.empty.words


def test_the_sheet_is_kept_as_pdf(qtbot, opened, monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(
        "ui.screens.day.screen.ask_new_file", lambda *_a, **given: asked.append(given["name"])
    )
    book = Book(sheets=(replace(a_day().sheet, day=TODAY),), has_more=False)
    screen = opened(book)
    press(qtbot, screen, Qt.Key.Key_S, CONTROL)
    assert asked == ["ket-thuc-ngay-2026-11-23.pdf"]
    screen.save_to(tmp_path / "a.pdf")
    settle(qtbot, screen.work)
    assert book.written == [(1, str(tmp_path / "a.pdf"))]


def test_what_goes_wrong_is_said_where_it_belongs(qtbot, opened):
    book = Book(sheets=(replace(a_day().sheet, day=TODAY),), has_more=False)
    screen = opened(book)
    book.refuses = Unexplained()
    screen.print_sheet()
    settle(qtbot, screen.work)
    assert "Unexplained" in screen.notices.words[-1]
    book.refuses = OSError("hỏng")
    screen.print_sheet()
    settle(qtbot, screen.work)
    screen.on_ticked(MONDAY)
    settle(qtbot, screen.work)
    assert len(screen.notices.errors) == 2
    other = Book()
    fresh = opened(other)
    other.refuses = OSError("hỏng")
    fresh.closing.submit()
    settle(qtbot, fresh.work)
    assert len(fresh.notices.errors) == 1


def test_money_leads_to_the_cash_sheets(opened):
    screen = opened(Book(late=1))
    found = []
    screen.place_wanted.connect(found.append)
    screen.money.button.click()
    assert found == [Place.CASH]
    assert "chưa khóa" in screen.money.table.item(1, 0).text()
    assert "chênh lệch" in screen.money.table.item(0, 0).text()
