"""Marks above a font's own height are not cut off at the top of a label."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QFont, QImage, QPainter

from ui import theme
from ui.widgets.text.clamped import ClampedLabel
from ui.widgets.text.elided import ElidedLabel

pytestmark = pytest.mark.gui


def inked_rows(label, qtbot, text):
    """Rows with ink, counted in a picture of `label` with `text` in the height it asks for."""
    qtbot.addWidget(label)
    label.show_text(text)
    label.resize(QSize(300, label.sizeHint().height()))
    image = label.grab().toImage()
    rows = range(image.height())
    return sum(any(image.pixelColor(x, y).red() < 150 for x in range(60)) for y in rows)


@pytest.mark.parametrize("scale", [100, 150])
@pytest.mark.parametrize("make", [lambda *a: ClampedLabel(1, *a), ElidedLabel])
@pytest.mark.parametrize("letter", ["Ê\u0306", "Ế", "Ẳ"])
def test_a_stacked_capital_is_shown_whole(qapp, qtbot, make, scale, letter):
    theme.apply_theme(qapp, scale=scale)
    weight = QFont.Weight.DemiBold
    whole = theme.font(14, weight)
    image = QImage(200, 200, QImage.Format.Format_Grayscale8)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    painter.setFont(whole)
    painter.drawText(20, 100, letter)
    painter.end()
    free = sum(any(image.pixelColor(x, y).red() < 150 for x in range(200)) for y in range(200))
    assert inked_rows(make(14, weight), qtbot, letter) == free
    theme.apply_theme(qapp)


def test_a_plain_line_takes_no_more_room(qapp, qtbot):
    heights = {}
    for text in ("Hoàng Thị Mẩy", "Xã Ê\u0306a"):
        label = ElidedLabel(14, QFont.Weight.DemiBold)
        qtbot.addWidget(label)
        label.show_text(text)
        heights[text] = label.sizeHint().height()
    assert heights["Hoàng Thị Mẩy"] < heights["Xã Ê\u0306a"]
