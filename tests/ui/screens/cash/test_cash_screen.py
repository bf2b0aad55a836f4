"""The day's cash sheet: looked at, counted, closed, printed, by keyboard."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel

from app.domain.changes import Changed
from app.domain.errors import DeskError
from app.domain.money.cash_sheet import CashSheet, OpenSum
from app.domain.money.payment import SlipNumber
from tests.ui.desk import bring, key, settle
from tests.ui.invented import MONDAY
from tests.ui.recorded_notices import RecordedNotices
from tests.ui.screens.cash.invented import Till, a_sheet
from tests.ui.typing import type_text
from ui.screens.cash import CashScreen
from ui.work import Work

pytestmark = pytest.mark.gui
CONTROL, ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier


class NoPrinter(DeskError):
    """No facts."""


@pytest.fixture
def opened(qtbot, qapp):
    works = []

    def open_(till):
        work = Work()
        works.append(work)
        screen = CashScreen(till.actions(), work, RecordedNotices())
        screen.work, screen.notices = work, screen._notices
        bring(qtbot, screen)
        screen.on_shown()
        settle(qtbot, work)
        return screen

    yield open_
    for work in works:
        work.close()


def words(widget):
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def count(qtbot, screen, amount, reason=""):
    key(screen, Qt.Key.Key_T, ALT)
    type_text(screen.closing.amount.input, amount)
    if reason:
        key(screen, Qt.Key.Key_Return)
        type_text(screen.closing.reason.input, reason)
    key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)


def test_one_slip_is_no_run_of_slips(opened):
    first = a_sheet().slips[0]
    screen = opened(Till({MONDAY.date(): (CashSheet(MONDAY.date(), 1, (first,)),)}))
    assert screen.slips.title.text() == "Phiếu 0001/2026: 1 phiếu"


def test_slips_stand_from_first_to_last_with_their_sums(opened):
    screen = opened(Till())
    assert screen.slips.title.text() == "Phiếu 0001/2026 đến 0003/2026: 3 phiếu"
    assert screen.slips.table.rowCount() == 3
    assert "21.000 đồng" in words(screen.sums)
    assert "Theo sổ phải có 21.000 đồng." in words(screen.closing)


def test_a_sheet_that_agrees_is_closed_and_shown_as_closed(qtbot, opened):
    till = Till()
    screen = opened(till)
    with qtbot.waitSignal(screen.changed) as changed:
        count(qtbot, screen, "21.000")
    settle(qtbot, screen.work)
    assert changed.args == [Changed.MONEY]
    assert till.days[MONDAY.date()][0].closing.difference == 0
    assert screen.closing.title.text() == "✓ Bảng kê 1 đã khóa"
    assert "Khớp sổ" in screen.closing.explanation.text()
    assert not screen.closing.button.isVisible()


def test_a_difference_is_shown_while_typing_and_wants_its_reason(qtbot, opened):
    till = Till()
    screen = opened(till)
    count(qtbot, screen, "20.000")
    assert "Thiếu 1.000 đồng" in words(screen.closing.amount)
    assert "khác sổ" in screen.closing.reason.problem
    assert till.days[MONDAY.date()][0].closing is None
    type_text(screen.closing.reason.input, "Trả lại nhầm 1.000 đồng")
    key(screen, Qt.Key.Key_Return, CONTROL)
    settle(qtbot, screen.work)
    closing = till.days[MONDAY.date()][0].closing
    assert (closing.difference, closing.reason) == (-1_000, "Trả lại nhầm 1.000 đồng")
    assert "−1.000 đồng: Trả lại nhầm" in screen.closing.explanation.text()


def test_what_is_no_sum_is_refused_at_the_field(qtbot, opened):
    screen = opened(Till())
    count(qtbot, screen, "hai mốt nghìn")
    assert "không phải số tiền" in screen.closing.amount.problem


def test_an_earlier_day_is_shown_by_its_date_or_a_step_back(qtbot, opened):
    friday = MONDAY.date() - timedelta(days=3)
    screen = opened(Till({friday: (a_sheet(2, first=41, day=friday),)}))
    assert screen.slips.empty.isVisible()
    key(screen, Qt.Key.Key_G, ALT)
    type_text(screen.day.field.input, "20/11")
    key(screen, Qt.Key.Key_Return)
    settle(qtbot, screen.work)
    assert screen.slips.table.rowCount() == 2
    key(screen, Qt.Key.Key_Left, ALT)
    settle(qtbot, screen.work)
    assert screen.slips.empty.isVisible()


@pytest.mark.parametrize("typed", ["24/11/2026", "31/02", "hôm qua"])
def test_a_day_to_come_or_none_at_all_is_refused_at_the_field(opened, typed):
    screen = opened(Till())
    key(screen, Qt.Key.Key_G, ALT)
    type_text(screen.day.field.input, typed)
    key(screen, Qt.Key.Key_Return)
    assert "không phải ngày đã qua" in screen.day.field.problem
    assert screen.day.day == MONDAY.date()


def test_the_click_that_reaches_today_leaves_the_keyboard_in_its_line(qtbot, opened):
    screen = opened(Till())
    for button in (screen.day.before, screen.day.after):
        button.setFocus()
        button.click()
        settle(qtbot, screen.work)
    assert not screen.day.after.isEnabled()
    assert screen.day.before.hasFocus()


def test_each_sheet_of_a_day_can_be_chosen(qtbot, opened):
    till = Till()
    till.close(a_sheet(), _counted(21_000))
    day = MONDAY.date()
    till.days[day] = (till.days[day][0], a_sheet(2, sheet=2, first=4))
    screen = opened(till)
    assert screen.sheet.sheet == 2
    screen._chips.choose(0)
    assert screen.sheet.sheet == 1
    assert screen.slips.table.rowCount() == 3


def test_the_sheet_is_printed_and_saved(qtbot, opened, tmp_path):
    till = Till()
    screen = opened(till)
    assert screen.take_key("F8")
    settle(qtbot, screen.work)
    screen.save_to(Path(tmp_path / "a.pdf"))
    settle(qtbot, screen.work)
    assert [sheet.sheet for sheet in till.printed] == [1]
    assert till.saved[0][1].name == "a.pdf"
    assert screen.notices.words[0] == "Đã gửi bảng kê tới HP LaserJet M404."


def test_without_a_printer_saving_is_offered(qtbot, opened):
    screen = opened(Till(refuses_print=NoPrinter()))
    screen.take_key("F8")
    settle(qtbot, screen.work)
    assert screen.notices.actions[0].words == "Lưu PDF"


def _counted(amount):
    from ui.screens.cash.actions import Counted

    return Counted(amount, "")


def test_series_of_stations_and_reductions_are_told_with_their_slips(opened):
    first, second, third = a_sheet().slips
    slips = (
        first,
        replace(second, slip=SlipNumber(2026, 4, 2), relief="giảm 50%: hộ cận nghèo số 7"),
        replace(third, slip=SlipNumber(2026, 6, 2)),
    )
    screen = opened(Till({MONDAY.date(): (CashSheet(MONDAY.date(), 1, slips),)}))
    assert screen.slips.title.text() == ("Phiếu 0001/2026; 0004/2026-Q2 đến 0006/2026-Q2: 3 phiếu")
    assert screen.slips.missing.text() == "▲ Thiếu số trong dãy: 0005/2026-Q2."
    notices = [screen.slips.table.item(1, column).text() for column in (0, 3)]
    assert notices[0] == "0004/2026-Q2"
    assert notices[1].endswith("giảm 50%: hộ cận nghèo số 7")


def an_open_sum(nth=1):
    return OpenSum(
        40 + nth, f"H37.99.1-261120-{nth:04d}", "Vy Quang Slam", 8_000,
        "Người nhận hẹn nộp sau", MONDAY - timedelta(days=3),
    )  # fmt: skip


@pytest.mark.parametrize("by", ["click", "enter"])
def test_a_sum_still_to_be_collected_opens_its_dossier(qtbot, opened, by):
    sheet = replace(a_sheet(), open_sums=(an_open_sum(1), an_open_sum(2)))
    screen = opened(Till({MONDAY.date(): (sheet,)}))
    table = screen.open_sums.table
    assert "16.000 đồng" in words(screen.open_sums)
    screen.slips.table.setFocus()
    for _ in range(12):
        if screen.focusWidget() is table:
            break
        key(screen, Qt.Key.Key_Tab)
    assert screen.focusWidget() is table, "Tab leads to the sums still due"
    with qtbot.waitSignal(screen.dossier_wanted) as wanted:
        if by == "enter":
            key(screen, Qt.Key.Key_Down)
            key(screen, Qt.Key.Key_Return)
        else:
            place = table.visualItemRect(table.item(1, 0)).center()
            QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [42]


def test_a_slip_opens_its_dossier_by_one_click(qtbot, opened):
    screen = opened(Till())
    table = screen.slips.table
    place = table.visualItemRect(table.item(1, 3)).center()
    with qtbot.waitSignal(screen.dossier_wanted) as wanted:
        QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert wanted.args == [2]


def test_a_day_without_sums_still_due_says_nothing_of_them(opened):
    assert opened(Till()).open_sums.isHidden()


def test_the_day_is_opened_once_by_its_button(qtbot, opened):
    till = Till({})
    screen = opened(till)
    assert screen.open_button.isVisible()
    QTest.mouseClick(screen.open_button, Qt.MouseButton.LeftButton)
    settle(qtbot, screen.work)
    assert screen.notices.words[-1] == "Đã mở sổ ngày, tiền có sẵn 500.000 đồng."
    assert "500.000 đồng" in words(screen.sums)
    assert not screen.open_button.isVisible(), "an opened day is not opened again"
    assert f"Đã mở lúc {MONDAY:%H:%M}" in words(screen.sums)
    assert screen.focusWidget() is not None


def test_counting_again_types_over_what_was_counted(qtbot, opened):
    screen = opened(Till())
    key(screen, Qt.Key.Key_T, ALT)
    type_text(screen.closing.amount.input, "212000")
    screen.slips.table.setFocus()
    key(screen, Qt.Key.Key_T, ALT)
    type_text(screen.closing.amount.input, "217000")
    assert screen.closing.amount.value().replace(".", "") == "217000"
