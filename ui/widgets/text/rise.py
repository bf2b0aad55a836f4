"""Room over a line for marks that stand above its font's own height: Ê with a breve, Ế."""

from math import ceil

from PySide6.QtGui import QFont, QFontMetrics, QPainterPath


def rise(face: QFont, text: str) -> int:
    """Pixels by which the ink of `text` goes beyond the ascent; mostly none."""
    path = QPainterPath()  # metrics leave combining marks out
    path.addText(0, 0, face, text)
    return max(0, ceil(-path.boundingRect().top()) - QFontMetrics(face).ascent())
