"""The promise counted day by day: date, why it counts or not, the count so far."""

from collections.abc import Sequence
from itertools import accumulate

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.screens.intake.actions import PromiseDay
from ui.screens.intake.parts.row import wrap_lines
from ui.screens.intake.parts.weekdays import short_weekday
from ui.theme import tokens
from ui.tips import set_tip


class DayTable(QTableWidget):
    """A quiet table without lines; the count stands at the right.

    Signals:
        rows_fitted: the height of the rows may have changed.
    """

    rows_fitted = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(0, 3, parent)
        self._days: tuple[PromiseDay, ...] = ()
        self._wanted = 0
        self.setObjectName("dayTable")
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels([self.tr("Ngày"), self.tr("Vì sao"), self.tr("Đếm")])
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabKeyNavigation(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setWordWrap(True)
        header = self.horizontalHeader()
        header.setMinimumSectionSize(12)
        header.sectionResized.connect(self._on_section_resized)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setMinimumSectionSize(4)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)

    def show_days(self, days: Sequence[PromiseDay]) -> None:
        """Show these rows."""
        self._days = tuple(days)
        self.setRowCount(len(days))
        colours = tokens(self.window())
        quiet, accent = QColor(colours.quiet), QColor(colours.accent)
        bold = QFont(self.font())
        bold.setBold(True)
        for row, (day, reason) in enumerate(zip(days, _said_once(days), strict=True)):
            on = QTableWidgetItem(short_weekday(day.on))
            why = QTableWidgetItem(reason)
            set_tip(why, "; ".join(day.reasons))
            count = QTableWidgetItem(day.count)
            why.setForeground(quiet)
            count.setTextAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
            on.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            why.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
            if day.is_counted:
                count.setForeground(accent)
                count.setFont(bold)
            for column, item in enumerate((on, why, count)):
                self.setItem(row, column, item)
        self.scrollToTop()
        self._fit_rows()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.show_days(self._days)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shown for the first time the columns are known late, and nothing else tells of it."""
        super().resizeEvent(event)
        self._fit_rows()

    def _on_section_resized(self, column: int, _old: int, _new: int) -> None:
        if column == 1:
            self._fit_rows()

    def _fit_rows(self) -> None:
        """Each row as tall as its reason wraps; the outer columns as wide as they ever need."""
        self.setColumnWidth(0, self.fontMetrics().horizontalAdvance("CN 30/00") + 12)
        self.setColumnWidth(2, self.fontMetrics().horizontalAdvance("9.999") + 10)
        line = self.fontMetrics().lineSpacing()
        outer = self.columnWidth(0) + self.columnWidth(2)
        width = max(60, self.viewport().width() - outer - 7)
        for row in range(self.rowCount()):
            item = self.item(row, 1)
            words = item.text() if item is not None else ""
            self.setRowHeight(row, line * len(wrap_lines(words, self.font(), width, 9)) + 4)
        self.rows_fitted.emit()

    def ask_for(self, most: int, least: int) -> None:
        """Ask for as many whole rows as fit into `most` pixels; give way down to `least`."""
        totals = list(accumulate(self.rowHeight(row) for row in range(self.rowCount())))
        fitting = [total for total in totals if total + 2 <= most]
        self._wanted = max(fitting, default=min(totals, default=0)) + 2
        self.setMinimumHeight(min(self._wanted, least))
        self.setMaximumHeight(self._wanted)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), self._wanted)

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), self.minimumHeight())


def _said_once(days: Sequence[PromiseDay]) -> list[str]:
    """The reasons, with a closing one (the day's hours) said only where it changes."""
    said, shown = "", []
    for day in days:
        is_known = len(day.reasons) > 1 and day.reasons[-1] == said
        shown.append("; ".join(day.reasons[:-1] if is_known else day.reasons))
        said = day.reasons[-1] if len(day.reasons) > 1 else said
    return shown
