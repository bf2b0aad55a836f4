"""The board's model: pages on demand, countdowns without the records, a million rows."""

from array import array
from datetime import timedelta

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from app.domain.workflow.states import DossierState
from tests.ui.invented import MONDAY, a_calendar, a_row
from ui.models.board_cells import cells_of, left, minute_of, short_code
from ui.models.board_model import BoardModel
from ui.models.columns import Column
from ui.models.held_rows import PAGE
from ui.tokens import Tone

pytestmark = pytest.mark.gui
CALENDAR = a_calendar()


class HandQueue(QObject):
    """A queue whose answers come when the test says so."""

    def __init__(self):
        super().__init__()
        self.jobs = []

    def run(self, owner, job, then, otherwise=None):
        self.jobs.append((job, then, otherwise))

    def answer(self):
        job, then, otherwise = self.jobs.pop(0)
        try:
            result = job()
        except LookupError as error:
            otherwise(error)
        else:
            then(result)


class Shelf:
    def __init__(self):
        self.asked = []
        self.lost = set()

    def rows(self, ids):
        self.asked.append(list(ids))
        return [a_row(ident) for ident in ids if ident not in self.lost]


@pytest.fixture
def queue():
    return HandQueue()


@pytest.fixture
def shelf():
    return Shelf()


@pytest.fixture
def model(qapp, queue, shelf):
    made = BoardModel(queue, shelf.rows)
    made.set_minute(minute_of(MONDAY, CALENDAR, 8))
    return made


def text(model, position, column=Column.APPLICANT):
    return model.data(model.index(position, column), Qt.ItemDataRole.DisplayRole)


def test_a_row_nobody_looked_at_is_not_fetched(model, queue):
    model.show_ids(array("q", range(1, 1_000_001)))
    assert model.rowCount() == 1_000_000
    assert queue.jobs == []
    assert model.held.ids.itemsize * len(model.held.ids) <= 10_000_000


def test_looking_at_a_row_fetches_its_page_once(model, queue, shelf):
    model.show_ids(array("q", range(1, 1_001)))
    assert text(model, 300, Column.CODE) == "…"
    assert text(model, 301) == ""
    assert len(queue.jobs) == 1
    queue.answer()
    assert shelf.asked == [list(range(257, 385))]
    assert text(model, 300) == a_row(301).applicant
    assert text(model, 383) == a_row(384).applicant
    assert queue.jobs == []


def test_rows_that_came_are_announced(qtbot, model, queue):
    model.show_ids(array("q", range(1, 1_001)))
    text(model, 0)
    with qtbot.waitSignal(model.dataChanged) as changed:
        queue.answer()
    assert (changed.args[0].row(), changed.args[1].row()) == (0, PAGE - 1)


def test_after_a_long_jump_the_last_place_looked_at_comes_first(model, queue, shelf):
    model.show_ids(array("q", range(1, 100_001)))
    for position in (0, 20_000, 40_000, 60_000, 80_000):
        text(model, position)
    queue.answer()
    queue.answer()
    assert shelf.asked[1][0] == 80_000 // PAGE * PAGE + 1
    while queue.jobs:
        queue.answer()
    assert len(shelf.asked) == 4


def test_a_dossier_that_is_not_there_any_more_is_not_asked_for_for_ever(model, queue, shelf):
    shelf.lost = {5}
    model.show_ids(array("q", range(1, 11)))
    text(model, 4)
    queue.answer()
    assert text(model, 4) == ""
    assert queue.jobs == []


def test_a_failed_fetch_is_told_and_tried_again_when_looked_at(qtbot, model, queue):
    def fail(_ids):
        raise LookupError

    held = model.held
    good, held._fetch = held._fetch, fail
    model.show_ids(array("q", range(1, 11)))
    text(model, 0)
    with qtbot.waitSignal(held.failed):
        queue.answer()
    held._fetch = good
    text(model, 0)
    queue.answer()
    assert text(model, 0) == a_row(1).applicant


def test_only_so_many_rows_are_held(model, queue):
    model.show_ids(array("q", range(1, 100_001)))
    for position in range(0, 100_000, PAGE):
        text(model, position)
        while queue.jobs:
            queue.answer()
    assert model.held.held() <= 64 * PAGE


def test_an_answer_for_the_former_list_is_dropped(model, queue):
    model.show_ids(array("q", range(1, 11)))
    text(model, 0)
    model.show_ids(array("q", range(501, 511)))
    queue.answer()
    assert model.held.held() == 0


def test_a_tick_repaints_only_rows_whose_countdown_changed(qtbot, model):
    soon = a_row(1, due_at=MONDAY + timedelta(minutes=50))
    far = a_row(2, due_at=MONDAY + timedelta(days=9, minutes=30))
    model.show_ids(array("q", (1, 2)), (soon, far))
    assert text(model, 0, Column.LEFT) == "còn 50 phút"
    before = text(model, 1, Column.LEFT)
    changed = []
    model.dataChanged.connect(lambda first, last: changed.append((first.row(), last.column())))
    model.set_minute(minute_of(MONDAY + timedelta(minutes=1), CALENDAR, 8), 0, 1)
    assert changed == [(0, Column.LEFT)]
    assert text(model, 0, Column.LEFT) == "còn 49 phút"
    assert text(model, 1, Column.LEFT) == before


def test_a_tick_asks_the_records_nothing(model, queue):
    model.show_ids(array("q", range(1, 1_000)), [a_row(n) for n in range(1, 41)])
    text(model, 0, Column.LEFT)
    for minutes in range(1, 30):
        model.set_minute(minute_of(MONDAY + timedelta(minutes=minutes), CALENDAR, 8), 0, 26)
    assert queue.jobs == []


@pytest.mark.parametrize(
    ("changes", "words", "tone"),
    [
        ({"due_at": MONDAY + timedelta(minutes=50)}, "còn 50 phút", Tone.DUE_SOON),
        ({"due_at": MONDAY - timedelta(minutes=130)}, "quá hạn 2 giờ 10 phút", Tone.OVERDUE),
        ({"due_at": None}, "không hẹn ngày", Tone.RUNNING),
        (
            {
                "state": DossierState.AWAITING_SUPPLEMENT,
                "due_at": None,
                "waiting_since": MONDAY - timedelta(minutes=120),
            },
            "chờ 2 giờ",
            Tone.PAUSED,
        ),
        (
            {"state": DossierState.FINISHED, "ended_at": MONDAY - timedelta(minutes=61)},
            "chờ nhận 1 giờ",
            Tone.DONE,
        ),
        ({"state": DossierState.FINISHED, "ended_at": MONDAY}, "chờ nhận", Tone.DONE),
        ({"state": DossierState.RETURNED, "ended_at": MONDAY}, "đã trả kết quả", Tone.DONE),
        ({"due_at": MONDAY.replace(year=2035)}, "chưa có lịch 2035", Tone.DUE_SOON),
    ],
)
def test_the_first_column_says_how_a_dossier_stands(qapp, changes, words, tone):
    minute = minute_of(MONDAY, CALENDAR, 8)
    assert left(cells_of(a_row(1, **changes), minute), minute) == (words, tone)


def test_a_code_is_shown_without_the_offices_own_part():
    assert short_code("H37.99.1-261123-0001") == "261123-0001"
    assert short_code("261123-0001") == "261123-0001"
    assert short_code("HS/2026/15") == "HS/2026/15"


def test_a_code_another_agency_gave_reads_unlike_one_of_the_office(qapp):
    ours, theirs = "H37.99.1-261123-0007", "G22.99.1-261123-0007"
    minute = minute_of(MONDAY, CALENDAR, 8)
    rows = (
        a_row(1, code=ours, own_code=ours),
        a_row(2, code=theirs, own_code="H37.99.1-261123-0005"),
    )
    texts = [cells_of(row, minute).texts[Column.CODE] for row in rows]
    assert texts == ["261123-0007", theirs]


def test_a_promise_under_an_unconfirmed_calendar_is_marked(model, queue):
    model.show_ids(array("q", (1,)), (a_row(1, calendar_confirmed=False),))
    assert text(model, 0, Column.DUE).endswith("▲")
    tip = model.data(model.index(0, Column.DUE), Qt.ItemDataRole.ToolTipRole)
    assert "chưa công bố" in tip


class Asking(QStyledItemDelegate):
    """Shows what a view would paint."""

    def option(self, index):
        option = QStyleOptionViewItem()
        self.initStyleOption(option, index)
        return option


def test_names_alone_are_painted_strong_whatever_was_painted_before(model, queue):
    model.show_ids(array("q", range(1, 11)))
    text(model, 0)
    queue.answer()
    delegate = Asking()
    for position in range(2):
        for column in Column:
            option = delegate.option(model.index(position, column))
            assert option.text == text(model, position, column)
            is_strong = option.font.weight() == QFont.Weight.DemiBold
            assert is_strong == (column is Column.APPLICANT)


def test_no_answer_makes_new_qt_objects_for_each_cell(model):
    model.show_ids(array("q", (1,)), (a_row(1),))
    index = model.index(0, Column.APPLICANT)
    font = model.data(index, Qt.ItemDataRole.FontRole)
    assert font is model.data(index, Qt.ItemDataRole.FontRole)
    for role in (Qt.ItemDataRole.BackgroundRole, Qt.ItemDataRole.ForegroundRole,
                 Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.DecorationRole):  # fmt: skip
        assert model.data(index, role) is None
