"""The field of the search: a glass at its left, the name of its key at its right."""

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.icons import ICONS_AFTER_MS, pixmap
from ui.keys import Key
from ui.theme import px, tokens
from ui.widgets.search.input_line import InputLine

_RIGHT_MIDDLE = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


class SearchLine(InputLine):
    """A line of input that paints its two marks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_icon = False
        self.setObjectName("search")
        self.setTextMargins(0, 0, px(26), 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        side = px(16)
        if self._has_icon:
            glass = pixmap("search", tokens(self).quiet, side)
            painter.drawPixmap(px(12), (self.height() - side) // 2, glass)
        else:
            QTimer.singleShot(ICONS_AFTER_MS, self._show_icon)
        if not self.text():
            painter.setPen(tokens(self).quiet)
            painter.drawText(self.rect().adjusted(0, 0, -px(14), 0), _RIGHT_MIDDLE, Key.FIND)

    def _show_icon(self) -> None:
        self._has_icon = True
        self.update()
