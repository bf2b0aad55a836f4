"""Search as you type: answers in order, the keyboard, scanners, input methods."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from tests.ui.invented import MONDAY, Office, a_calendar, a_row, some_rows
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.typing import compose, press, type_text
from ui.models.board_cells import minute_of
from ui.shell.search import SearchActions, SearchBox
from ui.theme import apply_theme
from ui.work import Work

pytestmark = pytest.mark.gui


@pytest.fixture
def office():
    return Office(rows=some_rows(24))


@pytest.fixture
def notices():
    return RecordedNotices()


@pytest.fixture
def box(qtbot, qapp, office, notices):
    apply_theme(qapp)
    work = Work()
    window = QWidget()
    qtbot.addWidget(window)
    made = SearchBox(SearchActions(lambda text: made.find(text)), work, notices)
    made.find = office.find
    made.work, made.frame = work, window
    column = QVBoxLayout(window)
    column.addWidget(made)
    column.addStretch(1)
    window.resize(1_000, 600)
    with qtbot.waitActive(window):
        window.show()
        window.activateWindow()
    made.set_minute(minute_of(MONDAY, a_calendar(), 8))
    made.start()
    made.pad.hand_on()
    yield made
    work.close()


def settle(qtbot, box):
    qtbot.waitUntil(lambda: box.work.is_idle and not box._latest.is_busy)


def type_and_wait(qtbot, box, text):
    type_text(box.input, text)
    settle(qtbot, box)


def names(box):
    return [row.applicant for row in box.results.list.rows]


def test_typing_shows_what_is_found_below_the_field(qtbot, box):
    type_and_wait(qtbot, box, "Mẩy")
    assert set(names(box)) == {"Hoàng Thị Mẩy"}
    assert box.results.isVisible()
    below = box.mapTo(box.frame, QPoint(0, box.height())).y()
    assert box.results.y() >= below
    assert box.input.hasFocus()


def test_only_the_answer_to_what_stands_there_is_shown(qtbot, box, office):
    go_on, asked = threading.Event(), []

    def slow(text):
        asked.append(text)
        if len(asked) == 1:
            go_on.wait(5)
        return office.find(text)

    box.find = slow
    type_text(box.input, "V")
    qtbot.waitUntil(lambda: bool(asked))
    type_text(box.input, "y")
    go_on.set()
    settle(qtbot, box)
    assert asked == ["V", "Vy"]
    assert set(names(box)) == {"Vy Thị Thu Hà"}


def test_the_arrows_choose_and_enter_opens(qtbot, box):
    type_and_wait(qtbot, box, "Hoàng")
    press(box.input, Qt.Key.Key_Down)
    press(box.input, Qt.Key.Key_Down)
    press(box.input, Qt.Key.Key_Up)
    wanted = box.results.list.rows[1].id
    with qtbot.waitSignal(box.opened) as opened:
        press(box.input, Qt.Key.Key_Return)
    assert opened.args == [wanted]
    assert not box.results.isVisible()
    assert box.input.text() == "", "the next search begins anew"


def test_the_arrows_stop_at_the_ends(qtbot, box):
    type_and_wait(qtbot, box, "Mẩy")
    for key in (Qt.Key.Key_Up, Qt.Key.Key_PageUp):
        press(box.input, key)
    assert box.results.list.currentIndex().row() == 0
    for _ in range(20):
        press(box.input, Qt.Key.Key_PageDown)
    assert box.results.list.currentIndex().row() == len(names(box)) - 1


def test_a_click_opens(qtbot, box):
    type_and_wait(qtbot, box, "Mẩy")
    results = box.results.list
    at = results.visualRect(results.model().index(1, 0)).center()
    with qtbot.waitSignal(box.opened) as opened:
        QTest.mouseClick(results.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert opened.args == [results.rows[1].id]


def test_a_scanned_code_opens_its_dossier_although_enter_came_before_the_answer(qtbot, box):
    with qtbot.waitSignal(box.opened) as opened:
        type_text(box.input, a_row(7).code)
        press(box.input, Qt.Key.Key_Return)
    assert opened.args == [7]


def test_enter_before_the_answer_opens_nothing_when_several_are_found(qtbot, box):
    opened = []
    box.opened.connect(opened.append)
    type_text(box.input, "Hoàng")
    press(box.input, Qt.Key.Key_Return)
    settle(qtbot, box)
    assert opened == []
    assert box.results.isVisible()


def test_typing_on_after_enter_opens_nothing(qtbot, box):
    opened = []
    box.opened.connect(opened.append)
    type_text(box.input, "Thương m")
    press(box.input, Qt.Key.Key_Return)
    type_text(box.input, "ạ")
    settle(qtbot, box)
    assert len(names(box)) == 1
    assert opened == []


def test_nothing_is_asked_while_an_input_method_composes(qtbot, box, office):
    compose(box.input, "ho")
    compose(box.input, "hoà")
    settle(qtbot, box)
    assert office.asked == []
    assert box.input.text() == ""
    compose(box.input, "", "hoàng")
    settle(qtbot, box)
    assert office.asked == ["find hoàng"]


def test_decomposed_letters_are_asked_for_in_their_usual_form(qtbot, box, office):
    type_and_wait(qtbot, box, "Ma\u0302\u0309y")
    assert office.asked[-1] == "find Mẩy"


def test_nothing_found_says_so_and_how_to_search(qtbot, box):
    type_and_wait(qtbot, box, "Zorro")
    assert "Zorro" in box.results.words
    press(box.input, Qt.Key.Key_Return)
    assert box.results.isVisible()


def test_escape_closes_then_clears_then_leaves(qtbot, box):
    type_and_wait(qtbot, box, "Mẩy")
    press(box.input, Qt.Key.Key_Escape)
    assert not box.results.isVisible()
    assert box.input.text() == "Mẩy"
    press(box.input, Qt.Key.Key_Escape)
    assert box.input.text() == ""
    with qtbot.waitSignal(box.left):
        press(box.input, Qt.Key.Key_Escape)


def test_an_emptied_field_closes_the_list_and_asks_nothing(qtbot, box, office):
    type_and_wait(qtbot, box, "V")
    asked = len(office.asked)
    press(box.input, Qt.Key.Key_Backspace)
    settle(qtbot, box)
    assert not box.results.isVisible()
    assert len(office.asked) == asked


def test_leaving_the_field_closes_the_list(qtbot, box):
    type_and_wait(qtbot, box, "Mẩy")
    box.input.clearFocus()
    assert not box.results.isVisible()


def test_trouble_is_told_with_a_way_to_try_again(qtbot, box, office, notices):
    def broken(_text):
        raise OSError(5, "x")

    box.find = broken
    type_and_wait(qtbot, box, "V")
    assert len(notices.errors) == 1
    box.find = office.find
    notices.retries[0]()
    settle(qtbot, box)
    assert set(names(box)) >= {"Vy Thị Thu Hà"}


def test_ten_thousand_letters_are_cut_not_refused(qtbot, box, office):
    box.input.insert("x" * 10_000)
    box._on_typed()
    settle(qtbot, box)
    assert len(office.asked[-1]) < 300


def test_the_field_and_the_list_have_names(qtbot, box):
    assert box.input.accessibleName()
    assert box.results.list.accessibleName()


def test_what_a_person_types_into_the_pad_goes_on_in_the_field(qtbot, box):
    box.start()
    assert box.pad.hasFocus()
    type_text(box.pad, "Mẩ")
    press(box.pad, Qt.Key.Key_Backspace)
    type_text(box.pad, "ẩ")
    qtbot.waitUntil(box.input.hasFocus)
    assert box.input.text() == "Mẩ"
    type_and_wait(qtbot, box, "y")
    assert set(names(box)) == {"Hoàng Thị Mẩy"}
    assert not box.pad.isVisible()


def test_the_pad_takes_no_input_method(box):
    box.start()
    assert not box.pad.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_esc_in_the_pad_leaves_the_search(qtbot, box):
    box.start()
    with qtbot.waitSignal(box.left):
        press(box.pad, Qt.Key.Key_Escape)


def test_a_click_on_the_pad_gives_the_field(qtbot, box):
    box.input.setText("Vy")
    box.start()
    qtbot.mouseClick(box.pad, Qt.MouseButton.LeftButton)
    assert box.input.hasFocus()
    assert box.input.selectedText() == "Vy"


def test_the_list_stays_where_the_field_is_when_the_bar_is_laid_out_anew(qtbot, box):
    type_and_wait(qtbot, box, "a")
    assert box.results.isVisible()
    box.frame.resize(900, 600)
    box.frame.layout().setContentsMargins(40, 9, 9, 9)
    box.frame.layout().activate()
    assert box.results.isVisible()
    assert box.results.y() > box.mapTo(box.frame, QPoint(0, 0)).y() + box.height()
    assert box.frame.rect().contains(box.results.geometry())


@pytest.mark.parametrize("way", ["click", "down"])
def test_a_closed_list_comes_back_for_what_stands_in_the_field(qtbot, box, way):
    type_and_wait(qtbot, box, "a")
    press(box.input, Qt.Key.Key_Escape)
    assert not box.results.isVisible()
    if way == "click":
        QTest.mouseClick(box.input, Qt.MouseButton.LeftButton)
    else:
        press(box.input, Qt.Key.Key_Down)
    settle(qtbot, box)
    assert box.results.isVisible()
    assert box.input.text() == "a"


def test_a_dossier_found_by_the_number_of_a_paper_says_by_which(box):
    row = a_row(1, found_by="phiếu thu 0012/2026")
    box.results.show_rows("12/2026", (row,))
    shown = box.results.list.model().index(0, 0)
    assert "Phiếu thu 0012/2026" in shown.data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Phiếu thu 0012/2026" in shown.data(Qt.ItemDataRole.ToolTipRole)
