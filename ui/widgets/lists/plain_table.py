"""A quiet table of short texts whose last columns wrap; Enter or a click opens a row."""

from collections.abc import Collection, Mapping, Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from ui.theme import px
from ui.tips import set_tip
from ui.widgets.text.shortened import shortened

MOST_HEIGHT = 340
MOST_SHARE = 0.55
"""Of its window's height: a table taller than what scrolls around it is never seen whole."""
_SPARE = 3
"""Part of that height by which a table may be taller where it then need not scroll at all."""
_LEAST_STRETCHED = 120
"""Pixels at 100 % the stretched column has before the others give way, or a third of the room."""
LONG = 400
"""Characters of a cell; a longer text ends in "…" and is whole in its tool tip."""


_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class PlainTable(QTableWidget):
    """Rows of texts, as tall as they are up to a limit, then scrolling.

    Args:
        name: the accessible name.
        headings: of the columns.
        stretched: the column that takes what width is left, and wraps.
        numbers: the columns of numbers, which stand at the right.
        chooses: whether one row can be chosen; else the table is only read.
        leads: whether a single click opens a row: the table is there to lead to what it names.
        most_height: the height, at 100 %, of one that scrolls; None fills what room there is.

    Signals:
        opened: the row that was opened.
    """

    opened = Signal(int)

    def __init__(
        self,
        name: str,
        headings: Sequence[str],
        *,
        stretched: int,
        numbers: Collection[int] = (),
        chooses: bool = False,
        leads: bool = False,
        most_height: int | None = MOST_HEIGHT,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(0, len(headings), parent)
        self._stretched = stretched
        self._chooses = chooses
        self._numbers = frozenset(numbers)
        self._most_height = most_height
        self._most_lines: int | None = None
        # Rows are fitted once the widths of the columns have come to rest.
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._fit_rows)
        self.setAccessibleName(name)
        self.setHorizontalHeaderLabels(list(headings))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        modes = QAbstractItemView.SelectionMode
        self.setSelectionMode(modes.SingleSelection if chooses else modes.NoSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(_LEFT)
        for column in self._numbers:
            heading = QTableWidgetItem(headings[column])
            heading.setTextAlignment(_RIGHT)
            self.setHorizontalHeaderItem(column, heading)
        for column in range(len(headings)):
            mode = QHeaderView.ResizeMode
            header.setSectionResizeMode(
                column, mode.Stretch if column == stretched else mode.Interactive
            )
        header.sectionResized.connect(self._on_section_resized)
        if leads:
            self.viewport().setCursor(Qt.CursorShape.PointingHandCursor)
            self.itemClicked.connect(lambda item: self.opened.emit(item.row()))
        elif chooses:
            self.itemDoubleClicked.connect(lambda item: self.opened.emit(item.row()))

    def keep_to(self, lines: int) -> None:
        """Let no row have more `lines`: the whole text stands elsewhere too."""
        self._most_lines = lines

    def show_rows(self, rows: Sequence[Sequence[str]]) -> None:
        """Show these texts; the current row stays where it was if it still exists."""
        current = self.currentRow()
        self.setRowCount(len(rows))
        for nth, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(_RIGHT if column in self._numbers else _LEFT)
                set_tip(item, text)
                item.setText(shortened(text, LONG))
                self.setItem(nth, column, item)
        for column in range(self.columnCount()):
            is_bare = not any(texts[column] for texts in rows)
            self.setColumnHidden(column, is_bare and bool(rows) and column != self._stretched)
        if rows and self._chooses:
            self.setCurrentCell(min(max(current, 0), len(rows) - 1), 0)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        is_enter = event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}
        if is_enter and self._chooses and self.currentRow() >= 0:
            self.opened.emit(self.currentRow())
            event.accept()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._fit()

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: an input method's letters must not jump about."""

    def _fit(self) -> None:
        """Give each column its texts' width; where that leaves the stretched one too little, less.

        A third of the room is the stretched one's where its texts need it: wide ones give way, down
        to a sixth. The least that it must have comes from all; none is narrower than its heading.
        """
        room, header = self.viewport().width(), self.horizontalHeader()
        self.verticalHeader().setMinimumSectionSize(px(24))
        shown = [nth for nth in range(self.columnCount()) if not header.isSectionHidden(nth)]
        least = {nth: header.sectionSizeHint(nth) + px(10) for nth in shown}
        widths = {
            nth: min(
                max(self.sizeHintForColumn(nth) + px(10), least[nth]),
                max(px(90), room // 3, least[nth]),
            )
            for nth in shown
            if nth != self._stretched
        }
        must = max(least.get(self._stretched, 0), min(px(_LEAST_STRETCHED), room // 3))
        wanted = min(self.sizeHintForColumn(self._stretched) + px(10), room // 3)
        narrow = {nth: max(least[nth], min(width, room // 6)) for nth, width in widths.items()}
        widths = _lessened(widths, narrow, sum(widths.values()) + wanted - room)
        widths = _lessened(widths, least, sum(widths.values()) + must - room)
        for nth, width in widths.items():
            self.setColumnWidth(nth, width)
        self._fit_rows()

    def _on_section_resized(self, column: int, _old: int, _new: int) -> None:
        if column == self._stretched:
            self._later.start()

    def _fit_rows(self) -> None:
        """Each row as tall as its text wraps in the width there is."""
        self.resizeRowsToContents()
        if self._most_lines is not None:
            most = self._most_lines * self.fontMetrics().lineSpacing() + px(4)
            for row in range(self.rowCount()):
                self.setRowHeight(row, min(self.rowHeight(row), most))
        rows = sum(self.rowHeight(row) + px(6) for row in range(self.rowCount()))
        for row in range(self.rowCount()):
            self.setRowHeight(row, self.rowHeight(row) + px(6))
        if self._most_height is None:
            return
        height = rows + self.horizontalHeader().height() + 4
        share = round(self.window().height() * MOST_SHARE)
        most = min(px(self._most_height), share)
        if height <= min(most + most // _SPARE, share):  # a row or two are shown, not scrolled to
            most = height
        self.setFixedHeight(min(max(height, px(64)), most))


def _lessened(widths: Mapping[int, int], least: Mapping[int, int], lacking: int) -> dict[int, int]:
    """`widths` less the pixels `lacking`, each by its share of what is above its least."""
    spare = sum(width - least[nth] for nth, width in widths.items())
    if lacking <= 0 or not spare:
        return dict(widths)
    share = min(1.0, lacking / spare)
    return {nth: round(width - (width - least[nth]) * share) for nth, width in widths.items()}
