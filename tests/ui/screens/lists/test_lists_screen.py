"""Lists in the window: narrowed, in order, as a sheet; a stack finished row by row."""

from array import array
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import Qt

from app.answers.board import BoardRow
from app.answers.board_view import BoardView
from app.answers.dossier import BatchRow
from app.answers.listing import ListChoices, ListFilter, ListSort
from app.domain.catalogue.procedure import ReturnBy
from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.workflow.states import DossierState
from tests.ui.desk import bring, key, settle
from tests.ui.invented import FIRST_NAMES, MONDAY, PROCEDURES, a_calendar
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.typing import type_text
from ui.screens.lists import ListsActions, ListsScreen, loading
from ui.screens.lists.loading import Chosen
from ui.work import Work

pytestmark = pytest.mark.gui
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
CHOICES = ListChoices(("Đất đai", "Hộ tịch"), ("Hoàng Thị Lan",), ("Phòng Kinh tế",))


class Unknown(DeskError):
    """No facts."""


@dataclass
class Book:
    """An invented list: every second dossier passes any filter."""

    dossiers: int = 40
    asked: list = field(default_factory=list)
    finished: list = field(default_factory=list)
    written: list = field(default_factory=list)
    refuses: Exception | None = None

    def actions(self) -> ListsActions:
        return ListsActions(
            now=lambda: MONDAY,
            calendar=a_calendar,
            due_soon_hours=lambda: 8,
            choices=self.choices,
            ids=lambda view: array("q", range(1, self.dossiers + 1 if view else 11)),
            matching=self.matching,
            in_order=lambda _sort, ids: ids[::-1],
            rows=lambda ids: [self.row(one) for one in ids],
            id_of=self.id_of,
            finish=self.finish,
            save=self.save,
            say=lambda refusal: f"từ chối: {type(refusal).__name__}",
        )

    def choices(self):
        if self.refuses:
            raise self.refuses
        return CHOICES

    def matching(self, wanted, ids):
        self.asked.append((wanted, len(ids)))
        return array("q", (one for one in ids if one % 2 == 0))

    def row(self, ident):
        return BoardRow(
            ident, f"H37.99.1-261123-{ident:04d}", FIRST_NAMES[ident % len(FIRST_NAMES)],
            PROCEDURES[ident % len(PROCEDURES)], DossierState.RECEIVED, MONDAY, MONDAY,
            calendar_confirmed=True, ended_at=None, waiting_since=None,
        )  # fmt: skip

    def id_of(self, code):
        if not code.isdigit():
            raise Unknown if code == "x" else OSError("hỏng")
        return int(code)

    def finish(self, ids):
        if self.refuses:
            raise self.refuses
        self.finished.append(tuple(ids))
        return tuple(
            BatchRow(one, self.row(one).code, "Lý A Sềnh", state, is_done=one != 3)
            for one in ids
            for state in [DossierState.WITHDRAWN if one == 3 else DossierState.FINISHED]
        )

    def save(self, ids, file, report):
        report(1, len(ids))
        if self.refuses:
            raise self.refuses
        self.written.append((list(ids), str(file)))
        return len(ids)


@pytest.fixture
def opened(qtbot, qapp):
    works = []

    def open_(book):
        work = Work()
        works.append(work)
        screen = ListsScreen(book.actions(), work, RecordedNotices())
        screen.work, screen.notices = work, screen._notices
        screen.resize(1270, 700)
        bring(qtbot, screen)
        screen.on_shown()
        settle(qtbot, work)
        return screen

    yield open_
    for work in works:
        work.close()


def choose(qtbot, screen, choice, value):
    """As somebody chooses it."""
    choice.set_value(value)
    choice.changed.emit()
    settle(qtbot, screen.work)


def test_a_list_opens_whole_and_each_choice_narrows_it(qtbot, opened):
    book = Book()
    screen = opened(book)
    assert screen.model.rowCount() == 40
    assert book.asked == [], "nothing is looked through that leaves nothing out"
    assert "Đang mở: 40 hồ sơ" in screen.title.text()
    choose(qtbot, screen, screen.filter.field, "Hộ tịch")
    assert book.asked[-1] == (ListFilter(field="Hộ tịch"), 40)
    assert screen.model.rowCount() == 20
    choose(qtbot, screen, screen.filter.way, ReturnBy.POST)
    choose(qtbot, screen, screen.filter.agency, "")
    type_text(screen.filter.village.input, "Bản Loỏng")
    key(screen.filter.village.input, Qt.Key.Key_Return)
    settle(qtbot, screen.work)
    wanted = ListFilter("Hộ tịch", "", "Bản Loỏng", ReturnBy.POST, "")
    assert book.asked[-1][0] == wanted
    screen.filter.clear_button.click()
    settle(qtbot, screen.work)
    assert screen.model.rowCount() == 40


def test_every_dossier_and_another_order_are_lists_too(qtbot, opened):
    screen = opened(Book())
    choose(qtbot, screen, screen.filter.view, None)
    assert "Mọi hồ sơ: 10 hồ sơ" in screen.title.text()
    choose(qtbot, screen, screen.filter.sort, ListSort.APPLICANT)
    assert screen.model.id_at(0) == 10


def test_rows_are_shown_as_they_come(qtbot, opened, monkeypatch):
    monkeypatch.setattr(loading, "PART", 10)
    book = Book(45)
    screen = opened(book)
    heard = []
    screen._search.found.connect(lambda found: heard.append((len(found.ids), found.is_whole)))
    choose(qtbot, screen, screen.filter.officer, "Hoàng Thị Lan")
    assert heard == [(5, False), (10, False), (15, False), (20, False), (22, True)]
    heard.clear()
    choose(qtbot, screen, screen.filter.sort, ListSort.PROCEDURE)
    assert heard == [(22, True)], "nothing is shown in an order nobody asked for"
    monkeypatch.setattr(loading, "MOST_SORTED", 10)
    screen.reload()
    settle(qtbot, screen.work)
    assert "chưa xếp" in screen.title.text()


def test_another_list_ends_the_one_that_is_looked_through(qtbot, opened):
    book = Book()
    screen = opened(book)
    screen.filter.field.set_value("Hộ tịch")
    screen.filter.changed.emit()
    screen.filter.clear()
    settle(qtbot, screen.work)
    assert screen.model.rowCount() == 40


def test_what_is_wanted_is_shown_also_where_it_is_no_longer_offered(opened):
    screen = opened(Book())
    chosen = Chosen(BoardView.PAUSED, ListFilter("Y tế", "Ai đó", "Nà Pò", None, "Sở Y tế"))
    screen.filter.show_chosen(chosen)
    assert screen.filter.chosen == chosen


def test_a_list_is_kept_as_a_sheet(qtbot, opened, monkeypatch, tmp_path):
    asked = []
    monkeypatch.setattr(
        "ui.screens.lists.screen.ask_new_file", lambda *_a, **given: asked.append(given["name"])
    )
    book = Book()
    screen = opened(book)
    key(screen, Qt.Key.Key_S, CONTROL)
    assert asked == ["danh-sach-2026-11-23.xlsx"]
    screen.save_to(tmp_path / "a.xlsx")
    settle(qtbot, screen.work)
    assert book.written == [(list(range(1, 41)), str(tmp_path / "a.xlsx"))]
    assert "40 hồ sơ" in screen.notices.words[-1]
    for error, place in ((Unknown(), "words"), (OSError("hỏng"), "errors")):
        book.refuses = error
        before = len(getattr(screen.notices, place))
        screen.save_to(tmp_path / "a.xlsx")
        settle(qtbot, screen.work)
        assert len(getattr(screen.notices, place)) == before + 1
    assert screen.save_button.isEnabled()


def test_an_empty_list_is_not_kept(qtbot, opened, tmp_path):
    book = Book(0)
    screen = opened(book)
    assert not screen.save_button.isEnabled()
    key(screen, Qt.Key.Key_S, CONTROL)
    screen.save_to(tmp_path / "a.xlsx")
    settle(qtbot, screen.work)
    assert book.written == []


def test_a_stack_is_scanned_and_finished_each_with_its_result(qtbot, opened):
    book = Book()
    screen = opened(book)
    changes = []
    screen.changed.connect(changes.append)
    for ident in (5, 3, 5):
        assert screen.take_dossier(ident)
        settle(qtbot, screen.work)
    key(screen, Qt.Key.Key_F, ALT)
    assert screen.stack.code.input.hasFocus()
    type_text(screen.stack.code.input, "7")
    key(screen.stack.code.input, Qt.Key.Key_Return)
    settle(qtbot, screen.work)
    assert screen.stack.ids() == (5, 3, 7)
    assert "3 hồ sơ trong chồng" in screen.stack.count.text()
    key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)
    assert book.finished == [(5, 3, 7)]
    results = [screen.stack.table.item(nth, 1).text() for nth in range(3)]
    assert [words[0] for words in results] == ["✓", "■", "✓"]
    assert "IllegalMove" in results[1]
    assert "✓ 2 xong, ■ 1 không làm được" in screen.stack.count.text()
    assert changes == [Changed.DOSSIERS | Changed.OUTBOX]
    key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)
    assert len(book.finished) == 1, "what is done is not done again"
    screen.take_dossier(3)
    settle(qtbot, screen.work)
    assert screen.stack.ids() == (3,), "scanned again, it is tried again"
    screen.stack.clear_button.click()
    assert screen.stack.table.isHidden()


def test_a_code_that_is_none_is_said_at_the_field(qtbot, opened):
    screen = opened(Book())
    type_text(screen.stack.code.input, "x")
    key(screen.stack.code.input, Qt.Key.Key_Return)
    settle(qtbot, screen.work)
    assert "Unknown" in screen.stack.code.problem
    screen.stack.typed.emit("y")
    settle(qtbot, screen.work)
    assert len(screen.notices.errors) == 1
    screen.stack.code.set_value(" ")
    key(screen.stack.code.input, Qt.Key.Key_Return)
    assert screen.stack.ids() == ()


def test_a_row_of_the_stack_opens_its_dossier(qtbot, opened):
    screen = opened(Book())
    found = []
    screen.dossier_wanted.connect(found.append)
    screen.take_dossier(9)
    settle(qtbot, screen.work)
    screen.stack.table.setCurrentCell(0, 0)
    key(screen.stack.table, Qt.Key.Key_Return)
    assert found == [9]


def test_what_goes_wrong_is_said_and_asked_again(qtbot, opened):
    book = Book()
    screen = opened(book)
    book.refuses = OSError("hỏng")
    screen.on_changed(Changed.DOSSIERS)
    settle(qtbot, screen.work)
    assert len(screen.notices.errors) == 1
    screen.take_dossier(1)
    settle(qtbot, screen.work)
    screen.stack.submit()
    settle(qtbot, screen.work)
    assert len(screen.notices.errors) == 2
    assert screen.stack.finish_button.isEnabled()
    book.refuses = None
    screen.on_changed(Changed.MONEY)
    screen.on_ticked(MONDAY)
    screen.hide()
    screen.on_changed(Changed.DOSSIERS)
    assert screen._is_stale
