"""One line of text drawn by a delegate, cut with an ellipsis where it does not fit."""

from functools import lru_cache

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


def paint_line(
    painter: QPainter, where: QRect, text: str, ink: str, face: QFont, *, is_right: bool = False
) -> None:
    """Draw `text` in `where`, centred in its height."""
    if not text:
        return
    painter.setFont(face)
    painter.setPen(QColor(ink))
    shown = _cut(text, face, where.width())
    painter.drawText(where, _RIGHT if is_right else _LEFT, shown)


@lru_cache(maxsize=1_024)
def _cut(text: str, face: QFont, width: int) -> str:
    """`text` in `width` pixels: the same lines are painted again and again."""
    return QFontMetrics(face).elidedText(text, Qt.TextElideMode.ElideRight, width)
