"""The table of papers to certify: a cell is chosen by arrows and changed by digits, + and –."""

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from ui.screens.intake.certification.model import (
    AMOUNT,
    COPIES,
    NAME,
    NTH,
    PAGES,
    CertificationModel,
    Index,
)
from ui.screens.intake.parts.row import wrap_lines
from ui.theme import px, tokens
from ui.widgets.keys import is_command

LEAST_HEIGHT = 118
"""Of the table at 100 %."""
MOST_LINES = 12
_STEPS: dict[int, int] = {Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1}


class CertificationTable(QTableView):
    """The rows as a table.

    Signals:
        changed: a row was added, changed or removed.
        removed: where a row stood that was taken away, and the row (`CertifiedState`).
        renamed: the name of this row is to be typed anew.
        went_down: below the last row, or Enter: back to the line of entry.
    """

    changed = Signal()
    removed = Signal(int, object)
    renamed = Signal(int)
    went_down = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel brings no keyboard here
        self.papers = CertificationModel()
        self._is_typing = False
        self._nothing = self.tr(
            "Mỗi giấy tờ là một dòng và một số chứng thực: gõ số của giấy hay gặp rồi Enter, "
            "hoặc gõ tên."
        )
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit_rows)
        self.setAccessibleName(name)
        self.setModel(self.papers)
        self.setItemDelegate(_CellDelegate(self))
        self._dress()
        self.papers.rowsInserted.connect(self._on_inserted)
        self.papers.rowsRemoved.connect(self._on_changed)
        self.papers.dataChanged.connect(self._on_data_changed)
        self.papers.modelReset.connect(self._later.start)
        self.doubleClicked.connect(self._on_double_clicked)

    def go_to(self, row: int, column: int = PAGES) -> None:
        """Choose a cell."""
        self._is_typing = False
        flags = QItemSelectionModel.SelectionFlag.ClearAndSelect
        index = self.papers.index(row, column)
        self.selectionModel().setCurrentIndex(index, flags)
        self.scrollTo(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_enter()
        elif not self._handled(event):
            super().keyPressEvent(event)

    def keepsake(self) -> object:
        """The rows, should the next keys turn out to be a scanner's."""
        return self.papers.rows()

    def take_back(self, keepsake: object) -> None:
        """Let the rows stand as they stood before a scanner's keys."""
        self._is_typing = False
        rows = keepsake if isinstance(keepsake, tuple) else ()
        if len(rows) == self.papers.rowCount():
            for at, row in enumerate(rows):
                self.papers.put(at, row)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._is_typing = False
        if self.papers.rowCount() and not self.currentIndex().isValid():
            self.go_to(self.papers.rowCount() - 1)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.clearSelection()

    def sizeHint(self) -> QSize:
        """Small, so that what stands below stays in sight; it grows into the room there is."""
        return QSize(super().sizeHint().width(), px(LEAST_HEIGHT))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.papers.rowCount():
            return
        painter = QPainter(self.viewport())
        painter.setPen(QColor(tokens(self.window()).quiet))
        flags = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(self.viewport().rect().adjusted(4, 6, -4, 0), int(flags), self._nothing)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.StyleChange}:
            self._fit_columns()
            self._later.start()

    def _handled(self, event: QKeyEvent) -> bool:
        key, row = event.key(), self.currentIndex().row()
        if row < 0 or event.modifiers() & Qt.KeyboardModifier.ControlModifier or is_command(event):
            return False
        if key == Qt.Key.Key_Down and row == self.papers.rowCount() - 1:
            self.went_down.emit()
        elif key == Qt.Key.Key_Delete:
            self._remove(row)
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            by = 1 if key == Qt.Key.Key_Right else -1
            self.go_to(row, min(max(self.currentIndex().column() + by, NAME), COPIES))
        elif key in _STEPS:
            self._step(row, _STEPS[key])
        elif event.text().isascii() and event.text().isdigit():
            self._type(row, event.text())
        else:
            self._is_typing = False
            return False
        return True

    def _on_enter(self) -> None:
        index = self.currentIndex()
        if index.isValid() and index.column() == NAME:
            self.renamed.emit(index.row())
        else:
            self.went_down.emit()

    def _on_double_clicked(self, index: QModelIndex) -> None:
        if index.column() == NAME:
            self.renamed.emit(index.row())

    def remove_current(self) -> None:
        """Take the row of the chosen cell away."""
        if self.currentIndex().isValid():
            self._remove(self.currentIndex().row())

    def _remove(self, row: int) -> None:
        column = self.currentIndex().column()
        gone = self.papers.rows()[row]
        self.papers.remove(row)
        self.removed.emit(row, gone)
        if self.papers.rowCount():
            self.go_to(min(row, self.papers.rowCount() - 1), column)
        else:
            self.went_down.emit()

    def _counted(self) -> int:
        """The column digits and steps change: the chosen one, or pages beside a name."""
        column = self.currentIndex().column()
        return column if column in {PAGES, COPIES} else PAGES

    def _step(self, row: int, by: int) -> None:
        column = self._counted()
        self._is_typing = False
        self.papers.set_count(row, column, self.papers.count(row, column) + by)

    def _type(self, row: int, digit: str) -> None:
        column = self._counted()
        former = str(self.papers.count(row, column)) if self._is_typing else ""
        if self.papers.set_count(row, column, int(former + digit)):
            self._is_typing = True

    def _fit_rows(self) -> None:
        """Each row as tall as its name wraps, and the chosen one in sight."""
        line = self.fontMetrics().lineSpacing()
        width = max(60, self.columnWidth(NAME) - px(10))
        for at, row in enumerate(self.papers.rows()):
            lines = len(wrap_lines(row.name, self.font(), width, MOST_LINES))
            self.setRowHeight(at, lines * line + px(8))
        if self.currentIndex().isValid():
            self.updateGeometries()
            self.scrollTo(self.currentIndex())

    def _on_inserted(self) -> None:
        self._later.start()
        self.changed.emit()

    def _on_changed(self) -> None:
        self.changed.emit()

    def _on_data_changed(self, _from: object, _to: object, roles: list[int]) -> None:
        if not roles:
            self._later.start()
            self.changed.emit()

    def _dress(self) -> None:
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(8)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setMinimumSectionSize(12)
        for column in (NTH, NAME, PAGES, COPIES, AMOUNT):
            is_name = column == NAME
            mode = QHeaderView.ResizeMode.Stretch if is_name else QHeaderView.ResizeMode.Fixed
            header.setSectionResizeMode(column, mode)
        self._fit_columns()

    def _fit_columns(self) -> None:
        bold = QFont(self.font())
        bold.setBold(True)
        self.ensurePolished()
        metrics = self.fontMetrics()
        widths = {
            NTH: "STT 0", PAGES: self.tr("Trang"), COPIES: self.tr("Bản") + "00",
            AMOUNT: self.tr("Thành tiền"),
        }  # fmt: skip
        for column, words in widths.items():
            self.setColumnWidth(column, metrics.horizontalAdvance(words) + px(14))


class _CellDelegate(QStyledItemDelegate):
    """The usual cell; the one the keyboard is in has the accent's border."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        view = option.widget
        if not isinstance(view, QTableView) or not view.hasFocus():
            return
        if view.currentIndex() == index:
            painter.save()
            painter.setPen(QPen(QColor(tokens(view.window()).accent), px(2)))
            painter.drawRect(option.rect.adjusted(1, 1, -1, -1))
            painter.restore()
