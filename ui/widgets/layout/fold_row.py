"""Two parts beside each other; where there is no room for both the second stands below."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QWidget


class FoldRow(QWidget):
    """One row, or two.

    Args:
        first: takes what room there is.
        second: at the right, or below at the left.
        spacing: pixels between them.
    """

    def __init__(
        self, first: QWidget, second: QWidget, *, spacing: int = 12, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._first, self._second = first, second
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(spacing)
        self._grid.setVerticalSpacing(min(spacing, 8))
        self._grid.setColumnStretch(0, 1)
        self._grid.addWidget(first, 0, 0)
        self.is_folded = False
        self._place()

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider part: it folds where there is no room for one row."""
        parts = (self._first, self._second)
        widths = [part.minimumSizeHint().width() for part in parts if not part.isHidden()]
        return QSize(max(widths, default=0), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            # Larger letters and longer words ask for more width without a new size of the row.
            self._fold()
        return super().event(event)

    def _fold(self) -> None:
        first, second = (one.minimumSizeHint().width() for one in (self._first, self._second))
        is_folded = first + self._grid.horizontalSpacing() + second > self.width()
        if is_folded != self.is_folded:
            self.is_folded = is_folded
            self._place()

    def _place(self) -> None:
        self._grid.removeWidget(self._second)
        where = (1, 0) if self.is_folded else (0, 1)
        self._grid.addWidget(self._second, *where, Qt.AlignmentFlag.AlignLeft)
        self.updateGeometry()
