"""One line of text drawn by a delegate, cut with an ellipsis where it does not fit."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter


def paint_line(
    painter: QPainter, where: QRect, text: str, ink: str, face: QFont, *, is_right: bool = False
) -> None:
    """Draw `text` in `where`, centred in its height."""
    painter.setFont(face)
    painter.setPen(QColor(ink))
    shown = QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, where.width())
    side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
    painter.drawText(where, int(side | Qt.AlignmentFlag.AlignVCenter), shown)
