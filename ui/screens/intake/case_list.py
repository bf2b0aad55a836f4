"""The cases a procedure tells apart: one must be chosen before papers and promise are known."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QObject, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from ui.screens.intake.wrapped_rows import Index, WrappedDelegate, WrappedList, row_colours
from ui.theme import px


class CaseModel(QAbstractListModel):
    """Names of cases, one of them chosen or none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cases: tuple[str, ...] = ()
        self.chosen: str | None = None

    def show(self, cases: Sequence[str], chosen: str | None) -> None:
        """List `cases` with `chosen` marked."""
        self.beginResetModel()
        self._cases = tuple(cases)
        self.chosen = chosen
        self.endResetModel()

    def case(self, row: int) -> str:
        """The case at `row`."""
        return self._cases[row]

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._cases)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        case = self._cases[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return case
        if role == Qt.ItemDataRole.CheckStateRole:
            is_chosen = case == self.chosen
            return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        return None


class CaseList(WrappedList):
    """Up and Down move, Space or Enter chooses, a figure chooses the case of that number.

    Signals:
        chosen: the case's name.
    """

    chosen = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.cases = CaseModel(self)
        self.setModel(self.cases)
        self.setItemDelegate(CaseDelegate(self))
        self.clicked.connect(lambda index: self._choose(index.row()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        row = self.currentIndex().row()
        picks = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if event.key() in picks and row >= 0:
            self._choose(row)
            return
        text = event.text()
        if text.isascii() and text.isdigit() and 1 <= int(text) <= self.cases.rowCount():
            self._choose(int(text) - 1)
            return
        super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.cases.rowCount():
            self.setCurrentIndex(self.cases.index(0))

    def _choose(self, row: int) -> None:
        case = self.cases.case(row)
        self.cases.chosen = case
        self.viewport().update()
        self.chosen.emit(case)


class CaseDelegate(WrappedDelegate):
    """Paints a round mark before the wrapped name."""

    MARK = 15
    """Breadth of the round mark at 100 %."""

    def _height(self, option: QStyleOptionViewItem, index: Index, width: int) -> int:
        return super()._height(option, index, width - px(self.MARK) - 10)

    def _paint_inside(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        colours = row_colours(option)
        accent, quiet = QColor(colours.accent), QColor(colours.edge)
        mark = QRect(QPoint(inner.left(), inner.top() + 2), QSize(px(self.MARK), px(self.MARK)))
        painter.setPen(QPen(accent if self.is_marked(index) else quiet, 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(mark)
        if self.is_marked(index):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(accent)
            painter.drawEllipse(mark.adjusted(px(4), px(4), -px(4), -px(4)))
        super()._paint_inside(painter, option, index, inner.adjusted(px(self.MARK) + 10, 0, 0, 0))
