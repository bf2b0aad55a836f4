"""A link is never cut: its words take more lines."""

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from ui.theme import apply_theme
from ui.widgets.text.wrapped_link import WrappedLink

pytestmark = pytest.mark.gui

WORDS = "Bản sao lưu chỉ nằm trên ổ đĩa này"


@pytest.mark.parametrize("scale", [100, 200])
def test_a_link_too_long_for_its_place_goes_on_in_the_next_line(qtbot, qapp, scale):
    apply_theme(qapp, scale=scale)
    window = QWidget()
    link = WrappedLink()
    column = QVBoxLayout(window)
    column.addWidget(link)
    column.addStretch(1)
    qtbot.addWidget(window)
    link.show_words(WORDS)
    window.resize(190 * scale // 100, 300)
    window.show()
    qtbot.waitUntil(lambda: "\n" in link.text())
    assert " ".join(link.text().split("\n")) == WORDS == link.words
    widths = map(link.fontMetrics().horizontalAdvance, link.text().split("\n"))
    assert max(widths) < link.width()
    lines = link.text().count("\n") + 1
    qtbot.waitUntil(lambda: link.height() >= lines * link.fontMetrics().height())


def test_a_link_with_room_stands_in_one_line(qtbot, qapp):
    apply_theme(qapp)
    link = WrappedLink()
    qtbot.addWidget(link)
    link.show_words(WORDS)
    link.resize(600, 40)
    link.show()
    assert link.text() == WORDS
