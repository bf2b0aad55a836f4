"""A line that must be read whole is written in smaller letters where it has no room."""

import pytest
from PySide6.QtGui import QFont, QFontMetrics

from ui.theme import apply_theme, font
from ui.widgets.text.fitted import FittedLabel

pytestmark = pytest.mark.gui

CODE = "G09.20-20261130-0092637"


@pytest.mark.parametrize("scale", [100, 200])
@pytest.mark.parametrize("width", [600, 420, 291])
def test_a_code_has_room_at_every_width(qtbot, qapp, scale, width):
    apply_theme(qapp, "light", scale)
    label = FittedLabel(17)
    qtbot.addWidget(label)
    label.setText(CODE)
    label.resize(width, label.sizeHint().height())
    shown = label.shown_points()
    written = QFontMetrics(font(shown, QFont.Weight.Bold))
    assert written.horizontalAdvance(CODE) <= width
    assert label.sizeHint().height() >= written.height()
    apply_theme(qapp)


def test_where_there_is_room_letters_are_as_large_as_wished(qtbot):
    label = FittedLabel(17)
    qtbot.addWidget(label)
    label.setText("H37.99.1-261130-0001")
    label.resize(900, 40)
    assert label.shown_points() == 17
