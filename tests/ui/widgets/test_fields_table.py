"""A table of texts among other fields: as tall as its rows, never taller than can be seen."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import apply_theme
from ui.widgets.lists.plain_table import MOST_SHARE, PlainTable

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
