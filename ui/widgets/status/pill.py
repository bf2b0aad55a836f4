"""Statuses as pills: shape, word and colour on tint; painted alike in tables and labels."""

from functools import lru_cache
from typing import NamedTuple

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import font, px, text_scale, tokens
from ui.tips import set_tip
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


class Status(NamedTuple):
    """What a pill says, and how."""

    words: str = ""
    tone: Tone = Tone.RUNNING


class Pill(QWidget):
    """A status beside other things."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = Status()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, words: str, tone: Tone) -> None:
        """Show these words in this tone."""
        self.status = Status(words, tone)
        _announce(self, words, words)

    def sizeHint(self) -> QSize:
        words = self.status.words
        return QSize(pill_width(words) if words else 0, px(HEIGHT))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.status.words:
            _paint_status(self, QPainter(self), self.status, margin=0)


class PillButton(QAbstractButton):
    """A status that leads somewhere: a pill that can be pressed."""

    def __init__(self, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.status = Status()
        self._purpose = purpose
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, words: str, tone: Tone) -> None:
        """Show these words in this tone."""
        self.status = Status(words, tone)
        _announce(self, f"{self._purpose}: {words}", words)

    def sizeHint(self) -> QSize:
        words = self.status.words
        return QSize(pill_width(words) + 4 if words else 0, px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self.status.words:
            return
        painter = QPainter(self)
        _paint_status(self, painter, self.status, margin=2)
        if self.hasFocus():
            painter.setPen(QPen(QColor(tokens(self).accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = self.rect().adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)


def _announce(widget: QWidget, name: str, words: str) -> None:
    widget.setAccessibleName(name)
    set_tip(widget, words)
    widget.updateGeometry()
    widget.update()


def _paint_status(widget: QWidget, painter: QPainter, status: Status, *, margin: int) -> None:
    at = QPoint(margin, widget.height() // 2)
    shade = tokens(widget).shade(status.tone)
    paint_pill(painter, at, shade, status.words, widget.width() - 2 * margin)


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
