"""Widgets in a row that goes on in the next line where there is no room."""

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import px


class FlowRow(QWidget):
    """Hidden widgets take no room; the height follows the lines, each centred in its own.

    Args:
        parent: what it stands in.
        gap: pixels at 100 % between widgets.
        line_gap: between lines; None for the same.
    """

    def __init__(
        self, parent: QWidget | None = None, *, gap: int = 8, line_gap: int | None = None
    ) -> None:
        super().__init__(parent)
        self._gap, self._line_gap = gap, gap if line_gap is None else line_gap
        self._widgets: list[QWidget] = []
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def add(self, widget: QWidget) -> None:
        """Put `widget` at the end."""
        widget.setParent(self)
        self._widgets.append(widget)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.arrange()

    def event(self, event: QEvent) -> bool:
        """Children ask for another size by a layout request, also once they are dressed anew."""
        if event.type() in {QEvent.Type.LayoutRequest, QEvent.Type.StyleChange}:
            self.arrange()
        return super().event(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return max((box.bottom() + 1 for _, box in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        return QSize(px(300), self.heightForWidth(max(self.width(), px(300))))

    def minimumSizeHint(self) -> QSize:
        """One line: how many it takes is asked once the width is known."""
        return QSize(px(80), max((each.sizeHint().height() for each in self._shown()), default=0))

    def arrange(self) -> None:
        """Lay the widgets out anew."""
        for widget, box in self._places(self.width()):
            widget.setGeometry(box)
        self.updateGeometry()

    def _shown(self) -> Iterator[QWidget]:
        return (widget for widget in self._widgets if not widget.isHidden())

    def _places(self, width: int) -> Iterator[tuple[QWidget, QRect]]:
        """Where each widget in sight stands in a row of `width` pixels."""
        top, gap = 0, px(self._gap)
        for line in self._lines(width):
            height = max(widget.sizeHint().height() for widget in line)
            left = 0
            for widget in line:
                wanted = widget.sizeHint()
                down = top + (height - wanted.height()) // 2
                yield widget, QRect(left, down, min(wanted.width(), width), wanted.height())
                left += wanted.width() + gap
            top += height + px(self._line_gap)

    def _lines(self, width: int) -> Iterator[list[QWidget]]:
        line: list[QWidget] = []
        right = 0
        for widget in self._shown():
            wanted = widget.sizeHint().width()
            if line and right + wanted > width:
                yield line
                line, right = [], 0
            line.append(widget)
            right += wanted + px(self._gap)
        if line:
            yield line
