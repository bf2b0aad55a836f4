"""A table of texts among other fields: as tall as its rows, never taller than can be seen."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import apply_theme, px
from ui.widgets.lists.plain_table import MOST_HEIGHT, MOST_SHARE, PlainTable

pytestmark = pytest.mark.gui


@pytest.mark.parametrize("scale", [100, 200])
def test_a_long_table_leaves_room_for_itself_in_the_window(qtbot, qapp, scale):
    apply_theme(qapp, "light", scale)
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    table = PlainTable("Giấy tờ", ("Tên", "Số"), stretched=0)
    column.addWidget(table)
    column.addStretch(1)
    window.resize(700, 500)
    with qtbot.waitExposed(window):
        window.show()
    table.show_rows([(f"Tờ khai {nth}", "1") for nth in range(60)])
    assert table.height() <= 500 * MOST_SHARE
    table.show_rows([("Tờ khai", "1")])
    assert table.height() < 500 * MOST_SHARE
    apply_theme(qapp)


def test_the_last_row_or_two_are_shown_rather_than_scrolled_to(qtbot, qapp):
    apply_theme(qapp)
    window = QWidget()
    qtbot.addWidget(window)
    table = PlainTable("Lỗi", ("Vì", "Số"), stretched=0)
    QVBoxLayout(window).addWidget(table)
    window.resize(900, 1_000)
    with qtbot.waitExposed(window):
        window.show()
    for rows, scrolls in ((10, False), (40, True)):
        table.show_rows([(f"Thiếu giấy {nth}", "1") for nth in range(rows)])
        qtbot.waitUntil(lambda: bool(table.verticalScrollBar().maximum()) is scrolls)  # noqa: B023
        assert (table.height() > px(MOST_HEIGHT)) is not scrolls


def test_a_row_has_no_more_lines_than_it_may(qtbot, qapp):
    apply_theme(qapp)
    heights = []
    for most_lines in (None, 4):
        table = PlainTable("Thủ tục", ("Mã", "Tên"), stretched=1)
        if most_lines:
            table.keep_to(most_lines)
        qtbot.addWidget(table)
        table.resize(260, 400)
        with qtbot.waitExposed(table):
            table.show()
        table.show_rows([("2.000815", "Chứng thực bản sao từ bản chính giấy tờ " * 4)])
        heights.append(table.rowHeight(0))
    whole, cut = heights
    assert cut < whole
    assert cut <= 5 * table.fontMetrics().lineSpacing()
