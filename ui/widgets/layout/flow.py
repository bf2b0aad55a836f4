"""Widgets in a row that goes on in the next line where there is no room."""

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import px


class FlowRow(QWidget):
    """Hidden widgets take no room; the height follows the lines."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._widgets: list[QWidget] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, widget: QWidget) -> None:
        """Put `widget` at the end."""
        widget.setParent(self)
        self._widgets.append(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.arrange()

    def sizeHint(self) -> QSize:
        return QSize(px(300), self.minimumHeight())

    def arrange(self) -> None:
        """Lay the widgets out anew."""
        left = top = line = 0
        gap = px(8)
        for widget in self._widgets:
            if widget.isHidden():
                continue
            wanted = widget.sizeHint()
            if left and left + wanted.width() > self.width():
                left, top, line = 0, top + line + gap, 0
            widget.setGeometry(left, top, min(wanted.width(), self.width()), wanted.height())
            left += wanted.width() + gap
            line = max(line, wanted.height())
        self.setFixedHeight(top + line)
