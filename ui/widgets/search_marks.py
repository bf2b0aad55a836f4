"""The glass and the key's name, drawn over the two ends of the search field."""

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from ui.icons import ICONS_AFTER_MS, pixmap
from ui.theme import px, tokens


class SearchMarks(QWidget):
    """Lies over `line`; the mouse goes through it."""

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._has_icon = False
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        line.installEventFilter(self)
        self.resize(line.size())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Resize:
            self.resize(self._line.size())
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = px(16)
        if self._has_icon:
            glass = pixmap("search", tokens(self).quiet, side)
            painter.drawPixmap(px(12), (self.height() - side) // 2, glass)
        else:
            QTimer.singleShot(ICONS_AFTER_MS, self._show_icon)
        if not self._line.text():
            painter.setPen(tokens(self).quiet)
            box = self.rect().adjusted(0, 0, -px(14), 0)
            painter.drawText(box, int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                             "F3")  # fmt: skip

    def _show_icon(self) -> None:
        self._has_icon = True
        self.update()
