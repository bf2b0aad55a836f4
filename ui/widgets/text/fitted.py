"""A line that is never cut: where there is no room for its letters they become smaller."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from ui.theme import font, px, tokens

LEAST_POINTS = 6.0
"""Points at 100 %; smaller letters could not be read."""
_STEP = 0.5


class FittedLabel(QLabel):
    """For codes, in the accent colour.

    Args:
        points: size at 100 % where there is room.
        weight: of the font.
    """

    def __init__(
        self,
        points: float,
        weight: QFont.Weight = QFont.Weight.Bold,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._points, self._weight = points, weight
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def shown_points(self) -> float:
        """The size at 100 % of the letters at the width there is."""
        points = self._points
        while points > LEAST_POINTS and self._width(points) > self.width():
            points -= _STEP
        return points

    def sizeHint(self) -> QSize:
        height = QFontMetrics(font(self._points, self._weight)).height() + 2
        return QSize(px(80), height)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(QColor(tokens(self).accent))
        painter.setFont(font(self.shown_points(), self._weight))
        side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(self.rect(), int(side), self.text())
        painter.end()

    def _width(self, points: float) -> int:
        return QFontMetrics(font(points, self._weight)).horizontalAdvance(self.text())
