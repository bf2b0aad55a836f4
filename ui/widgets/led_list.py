"""A list led by the arrow keys of a field above it; the focus stays in the field."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
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
from ui.tokens import Tokens

Index = QModelIndex | QPersistentModelIndex


class LedList(QListView):
    """Rows of one height, one of them chosen.

    Args:
        model: the rows; the list owns it.
        delegate: paints them.
    """

    def __init__(
        self, model: QAbstractListModel, delegate: "LedDelegate", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        model.setParent(self)
        delegate.setParent(self)
        self.setModel(model)
        self.setItemDelegate(delegate)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)

    @property
    def position(self) -> int:
        """The row chosen; -1 while there is none."""
        return self.currentIndex().row()

    def choose_first(self) -> None:
        """Choose the first row."""
        self.setCurrentIndex(self.model().index(0, 0))

    def step(self, by: int) -> None:
        """Choose another row."""
        last = self.model().rowCount() - 1
        if last >= 0:
            self.setCurrentIndex(self.model().index(min(max(self.position + by, 0), last), 0))
            self.scrollTo(self.currentIndex())


class LedDelegate(QStyledItemDelegate):
    """Paints a row's ground where it is chosen or under the mouse; heirs paint what it says.

    Attributes:
        high: the height of a row, as in the sketches.
    """

    high = 48

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(px(300), px(self.high))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        view = self.parent()
        if not isinstance(view, QWidget):
            return
        theme = tokens(view)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        is_chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if is_chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(theme.accent), 2 if is_chosen else 0))
            painter.setBrush(QColor(theme.tint if is_chosen else theme.hover))
            painter.drawRoundedRect(option.rect.adjusted(2, 2, -2, -2), px(6), px(6))
        self.paint_row(painter, option.rect, index, theme)
        painter.restore()

    def paint_row(self, painter: QPainter, where: QRect, index: Index, theme: Tokens) -> None:
        """Paint what the row says."""
        raise NotImplementedError
