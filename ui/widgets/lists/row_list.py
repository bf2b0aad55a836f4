"""A list of rows given as values, led by the arrow keys of a field above it.

The focus stays in the field. What a row looks like and says is its `RowPainter`'s.
"""

from collections.abc import Sequence
from typing import Generic, TypeVar

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import px, tokens
from ui.tips import plain_tip
from ui.tokens import Tokens

Index = QModelIndex | QPersistentModelIndex
R = TypeVar("R")


class RowPainter(Generic[R]):
    """How a row is painted and read aloud.

    Attributes:
        high: the height of a row, as in the sketches.
    """

    high = 48

    def title(self, row: R) -> str:
        """What the row is."""
        raise NotImplementedError

    def spoken(self, row: R) -> str:
        """Everything the row says, for screen readers."""
        raise NotImplementedError

    def tip(self, row: R) -> str:
        """What does not fit into the row."""
        return self.spoken(row)

    def paint(self, painter: QPainter, where: QRect, row: R, theme: Tokens) -> None:
        """Paint what the row says; its ground is painted already."""
        raise NotImplementedError


class RowList(QListView, Generic[R]):
    """Rows of one height, one of them current.

    Args:
        name: the accessible name.
        row_painter: paints the rows.

    Signals:
        picked: the row that was clicked.
    """

    picked = Signal(object)

    def __init__(
        self, name: str, row_painter: RowPainter[R], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._rows: _Rows[R] = _Rows(row_painter, self)
        self._painter = row_painter
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(self._rows, self))
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.clicked.connect(self._on_clicked)

    @property
    def rows(self) -> tuple[R, ...]:
        """What is shown."""
        return self._rows.rows

    @property
    def current(self) -> R | None:
        """The current row's value."""
        position = self.currentIndex().row()
        return self.rows[position] if 0 <= position < len(self.rows) else None

    def show_rows(self, rows: Sequence[R]) -> None:
        """Show these, the first one current."""
        self._rows.show_rows(rows)
        if rows:
            self.setCurrentIndex(self._rows.index(0, 0))

    def step(self, by: int) -> None:
        """Make another row current."""
        last = len(self.rows) - 1
        if last >= 0:
            position = min(max(self.currentIndex().row() + by, 0), last)
            self.setCurrentIndex(self._rows.index(position, 0))
            self.scrollTo(self.currentIndex())

    def rows_height(self) -> int:
        """The height all rows take."""
        return px(self._painter.high) * len(self.rows)

    def _on_clicked(self, index: QModelIndex) -> None:
        self.picked.emit(self.rows[index.row()])


class _Rows(QAbstractListModel, Generic[R]):
    def __init__(self, painter: RowPainter[R], parent: QObject) -> None:
        super().__init__(parent)
        self.painter = painter
        self.rows: tuple[R, ...] = ()

    def show_rows(self, rows: Sequence[R]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        words = {
            Qt.ItemDataRole.DisplayRole: self.painter.title,
            Qt.ItemDataRole.AccessibleTextRole: self.painter.spoken,
            Qt.ItemDataRole.ToolTipRole: self._tip,
        }.get(Qt.ItemDataRole(role))
        return words(self.rows[index.row()]) if words is not None else None

    def _tip(self, row: R) -> str:
        return plain_tip(self.painter.tip(row))


class _RowDelegate(QStyledItemDelegate, Generic[R]):
    """Paints a row's ground where it is current or under the mouse, then what it says."""

    def __init__(self, rows: _Rows[R], view: QWidget) -> None:
        super().__init__(view)
        self._rows = rows
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(300), px(self._rows.painter.high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = tokens(self._view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_current = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_current or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(theme.accent), 2 if is_current else 0))
            painter.setBrush(QColor(theme.tint if is_current else theme.hover))
            painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), px(6), px(6))
        self._rows.painter.paint(painter, option.rect, self._rows.rows[index.row()], theme)
        painter.restore()
