"""A line of text that gives way: it ends in an ellipsis where there is no room."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import font, px, tokens
from ui.tips import set_tip
from ui.widgets.text.rise import rise


class ElidedLabel(QWidget):
    """A line of text that ends in "…" where there is no room, and says itself whole."""

    def __init__(
        self,
        points: float,
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        is_right: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._points, self._weight = points, weight
        self._side = Qt.AlignmentFlag.AlignRight if is_right else Qt.AlignmentFlag.AlignLeft
        self._text = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_text(self, text: str) -> None:
        """Show `text`."""
        self._text = text
        set_tip(self, text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def sizeHint(self) -> QSize:
        metrics = self._metrics()
        return QSize(metrics.horizontalAdvance(self._text) + 4, self._height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(40), self._height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens(self)
        painter = QPainter(self)
        is_strong = self._weight is not QFont.Weight.Normal
        painter.setPen(QColor(theme.ink if is_strong else theme.quiet))
        painter.setFont(font(self._points, self._weight))
        text = self._metrics().elidedText(self._text, Qt.TextElideMode.ElideRight, self.width())
        room = self.rect().adjusted(0, rise(self._face(), self._text), 0, 0)
        painter.drawText(room, int(self._side | Qt.AlignmentFlag.AlignVCenter), text)

    def _height(self) -> int:
        metrics = self._metrics()
        return metrics.height() + 2 + rise(self._face(), self._text)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(self._face())

    def _face(self) -> QFont:
        return font(self._points, self._weight)
