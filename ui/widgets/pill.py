"""Statuses as pills: shape, word and colour on tint; painted alike in tables and labels."""

from functools import lru_cache

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import font, px, text_scale, tokens
from ui.tokens import Shade, Tone

POINTS = 9.5
_SIDE = 10
_GAP = 6
_SHAPE = 9
HEIGHT = 24


def paint_pill(painter: QPainter, at: QPoint, shade: Shade, words: str, most: int) -> None:
    """Paint a pill with its left middle at `at`, no wider than `most` pixels."""
    faces = _faces(text_scale())
    side, gap, size, height = (px(n) for n in (_SIDE, _GAP, _SHAPE, HEIGHT))
    fixed = 2 * side + size + gap
    words = faces.metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(most - fixed, 0))
    width = fixed + faces.metrics.horizontalAdvance(words)
    box = QRect(at.x(), at.y() - height // 2, width, height)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(shade.tint))
    painter.drawRoundedRect(box, height / 2, height / 2)
    ink = _colour(shade.ink)
    paint_shape(painter, QRect(box.x() + side, at.y() - size // 2, size, size), shade)
    painter.setPen(ink)
    painter.setFont(faces.font)
    painter.drawText(box.adjusted(side + size + gap, 0, 0, 0), _LEFT_MIDDLE, words)


def pill_width(words: str) -> int:
    """How wide the pill with these words is."""
    faces = _faces(text_scale())
    return 2 * px(_SIDE) + px(_SHAPE) + px(_GAP) + faces.metrics.horizontalAdvance(words) + 1


def paint_shape(painter: QPainter, box: QRect, shade: Shade) -> None:
    """Draw the status's shape: drawn, not written, so that it looks the same in every font."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_colour(shade.ink))
    x, y, side = box.x(), box.y(), box.width()
    if shade.shape == "●":
        painter.drawEllipse(box)
    elif shade.shape == "■":
        painter.drawRect(box)
    elif shade.shape == "▲":
        painter.drawPolygon([QPoint(x, y + side), QPoint(x + side, y + side),
                             QPoint(x + side // 2, y)])  # fmt: skip
    elif shade.shape == "‖":
        third = max(2, side // 3)
        painter.drawRect(x, y, third, side)
        painter.drawRect(x + side - third, y, third, side)
    else:
        pen = painter.pen()
        pen.setStyle(Qt.PenStyle.SolidLine)
        pen.setColor(_colour(shade.ink))
        pen.setWidthF(max(1.8, side / 5))
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline([QPoint(x, y + side * 5 // 9),
                              QPoint(x + side * 4 // 10, y + side * 9 // 10),
                              QPoint(x + side, y + side // 8)])  # fmt: skip


class Pill(QWidget):
    """A status beside other things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = ""
        self._tone = Tone.RUNNING
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, words: str, tone: Tone) -> None:
        """Show these words in this tone."""
        self._words, self._tone = words, tone
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What the pill says."""
        return self._words

    @property
    def tone(self) -> Tone:
        """How it says it."""
        return self._tone

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._words) if self._words else 0, px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._words:
            return
        painter = QPainter(self)
        shade = tokens(self).shade(self._tone)
        paint_pill(painter, QPoint(0, self.height() // 2), shade, self._words, self.width())


class _Faces:
    def __init__(self) -> None:
        self.font = font(POINTS, QFont.Weight.DemiBold)
        self.metrics = QFontMetrics(self.font)


_LEFT_MIDDLE = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)


@lru_cache(maxsize=8)
def _faces(_scale: float) -> _Faces:
    return _Faces()


@lru_cache(maxsize=64)
def _colour(value: str) -> QColor:
    return QColor(value)
