"""Rows given as values: led from elsewhere, picked by the mouse, read aloud."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from ui.theme import px
from ui.widgets.lists.painted_text import paint_line
from ui.widgets.lists.row_list import RowList, RowPainter

pytestmark = pytest.mark.gui


class Villages(RowPainter):
    def title(self, row):
        return row

    def spoken(self, row):
        return f"thôn {row}"

    def paint(self, painter, where, row, theme):
        paint_line(painter, where, row, theme.ink, painter.font())


@pytest.fixture
def villages(qtbot):
    made = RowList("Thôn", Villages())
    qtbot.addWidget(made)
    made.resize(300, 400)
    made.show_rows(["Nà Kéo", "Bản Lầy", "Khuổi Phin"])
    made.show()
    return made


def test_the_first_row_is_current_and_steps_stay_inside(villages):
    assert villages.current == "Nà Kéo"
    villages.step(5)
    assert villages.current == "Khuổi Phin"
    villages.step(-9)
    assert villages.current == "Nà Kéo"


def test_an_empty_list_has_no_current_row(villages):
    villages.show_rows([])
    villages.step(1)
    assert villages.current is None
    assert villages.rows_height() == 0


def test_a_click_picks_the_row_it_hits(qtbot, villages):
    at = villages.visualRect(villages.model().index(1, 0)).center()
    with qtbot.waitSignal(villages.picked) as picked:
        QTest.mouseClick(villages.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert picked.args == ["Bản Lầy"]


def test_a_row_is_read_aloud_whole_and_takes_the_height_of_its_painter(villages):
    index = villages.model().index(0, 0)
    assert index.data() == "Nà Kéo"
    assert index.data(Qt.ItemDataRole.AccessibleTextRole) == "thôn Nà Kéo"
    assert index.data(Qt.ItemDataRole.ToolTipRole) == "thôn Nà Kéo"
    assert index.data(Qt.ItemDataRole.CheckStateRole) is None
    assert villages.rows_height() == 3 * px(Villages.high)
