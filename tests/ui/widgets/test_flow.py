"""A row of buttons that goes on in the next line, and never asks for lines it does not need."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from ui.widgets.layout.flow import FlowRow

pytestmark = pytest.mark.gui


def a_row(*words):
    row = FlowRow()
    for text in words:
        row.add(QPushButton(text))
    return row


@settings(max_examples=40, deadline=None)
@given(
    words=st.lists(st.text("abc ", min_size=1, max_size=20), max_size=8), width=st.integers(60, 900)
)
def test_no_widget_lies_over_another_or_outside_the_row(qapp, words, width):
    row = a_row(*words)
    row.resize(width, row.heightForWidth(width))
    row.arrange()
    boxes = [each.geometry() for each in row.findChildren(QPushButton)]
    for nth, box in enumerate(boxes):
        assert row.rect().contains(box)
        assert not any(box.intersects(other) for other in boxes[nth + 1 :])


def test_a_row_filled_before_it_has_its_width_does_not_push_the_window(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    row = a_row(*(f"Việc thứ {n}" for n in range(12)))
    row.resize(50, 50)
    row.arrange()
    column.addWidget(row)
    column.addWidget(QLabel("dưới"), 1)
    window.resize(1_000, 200)
    with qtbot.waitExposed(window):
        window.show()
    assert window.height() == 200
    assert row.height() == row.heightForWidth(row.width()) < 200


def test_hidden_widgets_take_no_room(qapp):
    row = a_row("một", "hai")
    both = row.heightForWidth(60)
    row.findChildren(QPushButton)[0].hide()
    assert row.heightForWidth(60) < both
