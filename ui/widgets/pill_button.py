"""A status that leads somewhere."""

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import px, tokens
from ui.tokens import Tone
from ui.widgets.pill import paint_pill, pill_width


class PillButton(QAbstractButton):
    """A pill that can be pressed."""

    def __init__(self, purpose: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._purpose = purpose
        self._words = ""
        self._tone = Tone.DONE
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_status(self, words: str, tone: Tone) -> None:
        """Show these words in this tone."""
        self._words, self._tone = words, tone
        self.setAccessibleName(f"{self._purpose}: {words}")
        self.setToolTip(words)
        self.updateGeometry()
        self.update()

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    @property
    def tone(self) -> Tone:
        """How it says it."""
        return self._tone

    def sizeHint(self) -> QSize:
        return QSize(pill_width(self._words) + 4 if self._words else 0, px(30))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._words:
            return
        theme = tokens(self)
        painter = QPainter(self)
        at = QPoint(2, self.height() // 2)
        paint_pill(painter, at, theme.shade(self._tone), self._words, self.width() - 4)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = self.rect().adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
