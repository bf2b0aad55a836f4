"""The checklist of papers: all unticked at first, ticked one by one or all by a deliberate key."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPen
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from app.domain.procedure import RequiredDocument
from ui.screens.intake.form_state import PaperState
from ui.screens.intake.wrapped_rows import (
    Index,
    WrappedDelegate,
    WrappedList,
    draw_lines,
    row_colours,
)
from ui.theme import px

MOST = 999


class PaperModel(QAbstractListModel):
    """The papers of the checklist."""

    REQUIRED = Qt.ItemDataRole.UserRole + 10
    COUNTS = Qt.ItemDataRole.UserRole + 11

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._papers: list[PaperState] = []
        self._required: set[str] = set()

    def show_catalogue(
        self, asked: Sequence[RequiredDocument], ticked: Sequence[PaperState]
    ) -> None:
        """Ask for `asked`; papers ticked before stay ticked by name, extra ones stay below."""
        former = {paper.name: paper for paper in ticked}
        self.beginResetModel()
        self._required = {paper.name for paper in asked if paper.required}
        self._papers = [former.get(paper.name) or _unticked(paper) for paper in asked]
        self._papers += [paper for paper in ticked if paper.is_extra]
        self.endResetModel()

    def papers(self) -> tuple[PaperState, ...]:
        """Every paper of the list, ticked or not."""
        return tuple(self._papers)

    def add_extra(self, name: str) -> int:
        """Add a ticked paper the catalogue does not ask for; its row."""
        row = len(self._papers)
        self.beginInsertRows(QModelIndex(), row, row)
        self._papers.append(PaperState(name=name, is_present=True, is_extra=True))
        self.endInsertRows()
        return row

    def remove_extra(self, row: int) -> bool:
        """Take an extra paper away; False if the catalogue asks for the paper."""
        if not self._papers[row].is_extra:
            return False
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._papers[row]
        self.endRemoveRows()
        return True

    def toggle(self, row: int) -> None:
        """Tick or untick one paper."""
        self._replace(row, is_present=not self._papers[row].is_present)

    def tick_all(self) -> None:
        """Tick every paper; if all are ticked, untick them."""
        is_present = not all(paper.is_present for paper in self._papers)
        self._papers = [replace(paper, is_present=is_present) for paper in self._papers]
        self.dataChanged.emit(self.index(0), self.index(len(self._papers) - 1))

    def step(self, row: int, column: str, by: int) -> None:
        """Change how many originals or copies there are; a paper keeps at least one sheet."""
        paper = self._papers[row]
        counts = {"originals": paper.originals, "copies": paper.copies}
        counts[column] = min(MOST, max(0, counts[column] + by))
        if sum(counts.values()) > 0:
            self._replace(row, **counts)

    def missing(self) -> tuple[str, ...]:
        """Names of required papers that are not ticked."""
        return tuple(p.name for p in self._papers if p.name in self._required and not p.is_present)

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._papers)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        paper = self._papers[index.row()]
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole}:
            return paper.name
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if paper.is_present else Qt.CheckState.Unchecked
        if role == self.REQUIRED:
            return paper.name in self._required
        if role == self.COUNTS:
            return (paper.originals, paper.copies)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(paper)
        return None

    def _spoken(self, paper: PaperState) -> str:
        ticked = self.tr("đã có") if paper.is_present else self.tr("chưa có")
        must = self.tr("bắt buộc") if paper.name in self._required else ""
        counts = self.tr("{0} bản chính, {1} bản sao").format(paper.originals, paper.copies)
        return ", ".join(part for part in (paper.name, must, ticked, counts) if part)

    def _replace(self, row: int, **values: object) -> None:
        self._papers[row] = replace(self._papers[row], **values)  # type: ignore[arg-type] # names checked by the callers
        self.dataChanged.emit(self.index(row), self.index(row))


def _unticked(paper: RequiredDocument) -> PaperState:
    originals, copies = paper.originals, paper.copies
    if originals + copies == 0:
        originals = 1
    return PaperState(paper.name, paper.code, min(originals, MOST), min(copies, MOST))


class PaperList(WrappedList):
    """The list itself: Space ticks, Left and Right choose a count, + and – change it.

    Signals:
        changed: a tick or a count changed.
        finished: Enter was pressed.
    """

    changed = Signal()
    finished = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(name, parent)
        self.papers = PaperModel(self)
        self.setModel(self.papers)
        self._delegate = PaperDelegate(self)
        self.setItemDelegate(self._delegate)
        self.papers.dataChanged.connect(self.changed)
        self.papers.rowsInserted.connect(self.changed)
        self.papers.rowsRemoved.connect(self.changed)

    @property
    def chosen_column(self) -> str:
        """Which count + and – change: ``originals`` or ``copies``."""
        return self._delegate.column

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._handled(event):
            super().keyPressEvent(event)

    def _handled(self, event: QKeyEvent) -> bool:
        row = self.currentIndex().row()
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.finished.emit()
            return True
        if row < 0 or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            return False
        columns: dict[int, str] = {Qt.Key.Key_Left: "originals", Qt.Key.Key_Right: "copies"}
        steps: dict[int, int] = {
            Qt.Key.Key_Plus: 1, Qt.Key.Key_Equal: 1, Qt.Key.Key_Minus: -1,
        }  # fmt: skip
        if key == Qt.Key.Key_Space:
            self.papers.toggle(row)
        elif key in columns:
            self._delegate.column = columns[key]
            self.viewport().update()
        elif key in steps:
            self.papers.step(row, self._delegate.column, steps[key])
        elif key == Qt.Key.Key_Delete:
            return self.papers.remove_extra(row)
        else:
            return False
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() is Qt.MouseButton.LeftButton:
            self.papers.toggle(index.row())


class PaperDelegate(WrappedDelegate):
    """Paints a box, the wrapped name and the counts, aligned at the right."""

    BOX = 15
    """Side of a tick box at 100 %."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.column = "originals"

    def _height(self, option: QStyleOptionViewItem, index: Index, width: int) -> int:
        lines = self._lines(option, index, self._name_width(option, width - 2 * self.PAD_X - 2))
        step = option.fontMetrics.lineSpacing()
        needed = len(lines) + bool(index.data(PaperModel.REQUIRED))
        return 2 * self.PAD_Y + max(needed, len(self._counts(option, index))) * step

    def _name_width(self, option: QStyleOptionViewItem, width: int) -> int:
        return width - px(self.BOX) - 10 - self._count_size(option).width() - 8

    def _count_size(self, option: QStyleOptionViewItem) -> QSize:
        return QSize(
            option.fontMetrics.horizontalAdvance(self.tr("{0} bản chính").format(88)) + 6,
            option.fontMetrics.lineSpacing(),
        )

    def _counts(self, option: QStyleOptionViewItem, index: Index) -> list[tuple[str, int]]:
        """The counts a row shows: both in the current row, else those that are not zero."""
        originals, copies = index.data(PaperModel.COUNTS)
        both = [("originals", originals), ("copies", copies)]
        if _is_current(option, index):
            return both
        return [(column, count) for column, count in both if count]

    def _paint_inside(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        step = option.fontMetrics.lineSpacing()
        self._paint_box(painter, option, index, QPoint(inner.left(), inner.top() + 2))
        name = inner.adjusted(px(self.BOX) + 10, 0, 0, 0)
        name.setWidth(self._name_width(option, inner.width()))
        lines = self._lines(option, index, name.width())
        draw_lines(painter, name, lines, step, row_colours(option).ink)
        if index.data(PaperModel.REQUIRED):
            below = name.adjusted(0, len(lines) * step, 0, 0)
            colour = row_colours(option).quiet
            draw_lines(painter, below, (self.tr("bắt buộc"),), step, colour)
        self._paint_counts(painter, option, index, inner)

    def _paint_box(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, at: QPoint
    ) -> None:
        box = QRect(at, QSize(px(self.BOX), px(self.BOX)))
        colours = row_colours(option)
        accent, quiet = QColor(colours.accent), QColor(colours.edge)
        painter.setPen(QPen(accent if self.is_marked(index) else quiet, 1.5))
        painter.setBrush(accent if self.is_marked(index) else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 3, 3)
        if self.is_marked(index):
            painter.setPen(QPen(QColor(colours.on_accent), px(2)))
            painter.drawPolyline(
                [
                    box.topLeft() + QPoint(px(3), px(8)),
                    box.topLeft() + QPoint(px(6), px(11)),
                    box.topLeft() + QPoint(px(12), px(4)),
                ]
            )

    def _paint_counts(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        view = option.widget
        leads = _is_current(option, index) and view is not None and view.hasFocus()
        colours = row_colours(option)
        size = self._count_size(option)
        words = {"originals": self.tr("{0} bản chính"), "copies": self.tr("{0} bản sao")}
        for nth, (column, count) in enumerate(self._counts(option, index)):
            where = QRect(
                inner.right() - size.width(), inner.top() + nth * size.height(),
                size.width(), size.height(),
            )  # fmt: skip
            is_active = leads and column == self.column
            painter.setPen(QColor(colours.accent if is_active else colours.quiet))
            font = painter.font()
            font.setUnderline(is_active)
            painter.setFont(font)
            painter.drawText(
                where,
                int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
                words[column].format(count),
            )


def _is_current(option: QStyleOptionViewItem, index: Index) -> bool:
    view = option.widget
    return isinstance(view, PaperList) and view.currentIndex() == index
