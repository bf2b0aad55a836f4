"""The one list of this screen: procedures found, cases to choose, papers to tick."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QWidget

from ui.screens.intake.parts.row import ROW, SHOWN_LINES, Index, Row, RowDelegate
from ui.tips import plain_tip


class RowModel(QAbstractListModel):
    """Frozen rows in their order."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these instead."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def put(self, at: int, rows: Sequence[Row]) -> None:
        """Let the rows from `at` on be these; where the view stands does not change."""
        self._rows[at : at + len(rows)] = rows
        if rows:
            self.dataChanged.emit(self.index(at), self.index(at + len(rows) - 1))

    def append(self, row: Row) -> None:
        """Add a row below."""
        at = len(self._rows)
        self.beginInsertRows(QModelIndex(), at, at)
        self._rows.append(row)
        self.endInsertRows()

    def remove(self, at: int) -> None:
        """Take a row away."""
        self.beginRemoveRows(QModelIndex(), at, at)
        del self._rows[at]
        self.endRemoveRows()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return row.text
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain_tip(row.whole or row.text)
        if role == Qt.ItemDataRole.AccessibleTextRole and row.spoken:
            return row.spoken
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if row.is_chosen else Qt.CheckState.Unchecked
        return None


class RowList(QListView):
    """A list of wrapped rows that lays itself out anew when its width or current row changes.

    Args:
        name: for screen readers.
        widest_aside: the widest line that stands at the right of a row; empty where none does.
        is_led: it is led from a field above it and never has the keyboard.
        most_lines: of a long text in a row that is not the current one.
    """

    def __init__(
        self,
        name: str,
        parent: QWidget | None = None,
        *,
        widest_aside: str = "",
        is_led: bool = False,
        most_lines: int = SHOWN_LINES,
    ) -> None:
        super().__init__(parent)
        self.rows = RowModel(self)
        self.setModel(self.rows)
        self.painted = RowDelegate(
            self, widest_aside=widest_aside, is_led=is_led, most_lines=most_lines
        )
        self.setItemDelegate(self.painted)
        self.setAccessibleName(name)
        self.setObjectName("wrappedList")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.verticalScrollBar().setSingleStep(24)
        # The wheel brings no keyboard here.
        policy = Qt.FocusPolicy.NoFocus if is_led else Qt.FocusPolicy.StrongFocus
        self.setFocusPolicy(policy)

    def rows_height(self) -> int:
        """The height all rows take."""
        hints = (self.sizeHintForIndex(self.rows.index(n)) for n in range(self.rows.rowCount()))
        return sum(hint.height() for hint in hints)

    def go_to(self, at: int) -> None:
        """Make the row at `at` the current one."""
        self.setCurrentIndex(self.rows.index(at))

    def currentChanged(self, current: Index, previous: Index) -> None:  # noqa: N802 - Qt's name
        super().currentChanged(current, previous)
        self.scheduleDelayedItemsLayout()
        if current.isValid():
            self.executeDelayedItemsLayout()
            self.scrollTo(current)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.scheduleDelayedItemsLayout()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self.scheduleDelayedItemsLayout()
            self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The first row is current once the keyboard comes to the list."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.go_to(0)
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self.take_key(event):
            super().keyPressEvent(event)

    def take_key(self, _event: QKeyEvent) -> bool:
        """What a key does in this list; False leaves it to the list view."""
        return False

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: an input method's letters must not jump about."""
