"""The table of dossiers: rows of 37, lines between them, as many columns as there is room for."""

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QWidget

from ui.models.board_model import BoardModel
from ui.models.columns import Column
from ui.theme import BODY_POINTS, font, px, tokens
from ui.widgets.lists.pill_delegate import MARGIN, PillDelegate
from ui.widgets.status.pill import pill_width
from ui.widgets.text.empty import EmptyState

ROW = 37
LEAST_LEFT = 112
CELL = 12
"""Pixels at 100 % beside the text of a cell."""
# Widths at 100 % between which a column is as wide as the widest of its texts that was seen.
_MEASURED = {Column.LEFT: (LEAST_LEFT, 200), Column.CODE: (96, 180), Column.DUE: (100, 160)}
# Width at 100 % of the other columns that have one; applicant and procedure share what is left.
_WIDTHS = {Column.PHONE: 126, Column.RECEIVED: 112, Column.STATE: 150}
# Room for applicant and procedure below which the column is left out.
_EXTRAS = (
    (Column.DUE, 200),
    (Column.CODE, 300),
    (Column.PHONE, 560),
    (Column.RECEIVED, 600),
    (Column.STATE, 640),
)
_APPLICANT_SHARE = 0.38
_SHARING = (Column.APPLICANT, Column.PROCEDURE)


class BoardTable(QTableView):
    """A table over a `BoardModel`.

    Signals:
        opened: a dossier is to be opened (Enter or double click), by id.
        pointed: another row is current; its position, -1 if none.
    """

    opened = Signal(int)
    pointed = Signal(int)

    def __init__(self, model: BoardModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # the wheel brings no keyboard here
        self.board = model
        self.empty = EmptyState(self)
        self._inner = QSize()
        self._pills: PillDelegate | None = None
        self._widest = dict.fromkeys((*_MEASURED, *_SHARING), 0)
        self._measured: set[tuple[Column, str]] = set()
        self._rows_measured: set[int] = set()
        """Ids of rows whose texts are among `_measured`: scrolling brings a few new ones."""
        self._names = QFont()
        self._line_brush = QBrush()
        self._lines_for = (0, 0, 0, 0)
        self._lines: list[QRect] = []
        self._build()
        self.setModel(model)
        self._set_sizes()
        model.modelReset.connect(self._on_reset)
        model.dataChanged.connect(self._on_data_changed)
        self.verticalScrollBar().valueChanged.connect(self._fit_columns)
        self.activated.connect(self._on_activated)

    def seen(self) -> tuple[int, int]:
        """First and last position in sight; (0, -1) if there is none."""
        first = self.rowAt(0)
        if first < 0:
            return 0, -1
        last = self.rowAt(self._inner.height() - 1)
        return first, last if last >= 0 else self.board.rowCount() - 1

    def current_id(self) -> int | None:
        """The dossier of the current row."""
        return self.board.id_at(self.currentIndex().row())

    def point_at(self, dossier_id: int | None) -> None:
        """Make a dossier current, if it is in the list; else the first row."""
        position = None if dossier_id is None else self.board.position_of(dossier_id)
        if self.board.rowCount():
            self.setCurrentIndex(self.board.index(position or 0, 0))

    def keep_place(self) -> tuple[int | None, int | None]:
        """The current dossier and the one scrolled to, to come back to after `show_ids`.

        At the end of the list a row may be in sight by its lower half above the one scrolled to.
        """
        return self.current_id(), self.board.id_at(self.verticalScrollBar().value())

    def come_back(self, place: tuple[int | None, int | None]) -> None:
        """Point at what was current, with the former top row on top again."""
        current, top = place
        self.point_at(current)
        position = None if top is None else self.board.position_of(top)
        if position is not None:
            self.verticalScrollBar().setValue(position)

    def currentChanged(  # noqa: N802 - Qt's name
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        if current.row() != previous.row():
            self.pointed.emit(current.row())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._on_activated(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Single letters do nothing: an input method's letters must not jump about."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._inner = event.size()
        self._place_empty()
        self._share_width()
        self._fit_columns()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.FontChange, QEvent.Type.PaletteChange}:
            self._set_sizes()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.board.rowCount() == 0:
            return
        first, last = self.seen()
        width, height = self._inner.width(), self.rowHeight(first)
        painter = QPainter(self.viewport())
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._line_brush)
        painter.drawRects(
            self._lines_of(width, height, self.rowViewportPosition(first), last - first + 1)
        )
        current = self.currentIndex().row()
        if self.hasFocus() and first <= current <= last:
            painter.setPen(QPen(QColor(tokens(self).accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            box = QRect(0, self.rowViewportPosition(current), width, height)
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -2), 4, 4)
        painter.end()

    def _lines_of(self, width: int, height: int, top: int, rows: int) -> list[QRect]:
        """The lines under `rows` rows; scrolling by whole rows draws the same ones again.

        Filled rectangles: Qt takes forty times as long over a line.
        """
        asked = (width, height, top, rows)
        if self._lines_for != asked:
            self._lines_for = asked
            below = range(top + height - 1, top + rows * height, height)
            self._lines = [QRect(0, y, width, 1) for y in below]
        return self._lines

    def _build(self) -> None:
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerItem)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setMinimumSectionSize(8)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)

    def _set_sizes(self) -> None:
        self.verticalHeader().setDefaultSectionSize(px(ROW))
        self._names = font(BODY_POINTS, QFont.Weight.DemiBold)
        self.board.set_fonts(self._names)
        palette = self.palette()
        theme = tokens(self)
        self._line_brush = QBrush(QColor(theme.line))
        if self._pills is not None:
            self._pills.forget_look()
        self._measure_anew()
        if palette.color(QPalette.ColorRole.Highlight) != QColor(theme.tint):
            palette.setColor(QPalette.ColorRole.Highlight, QColor(theme.tint))
            palette.setColor(QPalette.ColorRole.HighlightedText, QColor(theme.ink))
            self.setPalette(palette)
        self._share_width()

    def _share_width(self) -> None:
        """Give each column its width; extra columns come when names keep enough room."""
        widths = {column: px(width) for column, width in _WIDTHS.items()}
        for column, (least, most) in _MEASURED.items():
            widths[column] = min(max(self._widest[column], px(least)), px(most))
        room = self._inner.width() - widths[Column.LEFT]
        for column, names in _EXTRAS:
            has_room = room - widths[column] >= px(names)
            self.setColumnHidden(column, not has_room)
            room -= widths[column] if has_room else 0
        for column, width in widths.items():
            self.setColumnWidth(column, width)
        room = max(room, px(160))
        applicant = round(room * _APPLICANT_SHARE)
        spare = max(0, room - applicant - self._widest[Column.PROCEDURE])
        applicant += min(spare, max(0, self._widest[Column.APPLICANT] - applicant))
        self.setColumnWidth(Column.APPLICANT, applicant)
        self.setColumnWidth(Column.PROCEDURE, room - applicant)

    def _measure_anew(self) -> None:
        self._widest = dict.fromkeys((*_MEASURED, *_SHARING), 0)
        self._measured.clear()
        self._rows_measured.clear()

    def _on_data_changed(self) -> None:
        self._rows_measured.clear()
        self._fit_columns()

    def _fit_columns(self) -> None:
        """Widen columns where a text in sight needs it; they do not shrink on the way."""
        first, last = self.seen()
        before = dict(self._widest)
        for position in range(max(first, 0), last + 1):
            ident = self.board.id_at(position)
            if ident is None or ident in self._rows_measured or not self.board.row_at(position):
                continue
            self._rows_measured.add(ident)
            for column in self._widest:
                words = str(self.board.index(position, column).data() or "")
                if (column, words) not in self._measured:
                    self._measured.add((column, words))
                    self._widest[column] = max(self._widest[column], self._needed(column, words))
        if self._widest != before:
            self._share_width()

    def _needed(self, column: Column, words: str) -> int:
        if column is Column.LEFT:
            return pill_width(words) + 2 * px(MARGIN)
        face = self._names if column is Column.APPLICANT else self.font()
        return QFontMetrics(face).horizontalAdvance(words) + px(CELL)

    def _place_empty(self) -> None:
        """Over the rows' place; asking for the viewport itself would load half of QtWidgets."""
        top = self.height() - self._inner.height()
        self.empty.setGeometry(0, top, self._inner.width(), self._inner.height())

    def _on_reset(self) -> None:
        if self.board.rowCount() and self._pills is None:
            self._pills = PillDelegate(self)
            self.setItemDelegateForColumn(Column.LEFT, self._pills)
        self._measure_anew()
        self._fit_columns()
        is_empty = self.board.rowCount() == 0
        self.empty.setVisible(is_empty)
        if is_empty:
            self._place_empty()
            self.pointed.emit(-1)

    def _on_activated(self, index: QModelIndex) -> None:
        ident = self.board.id_at(index.row()) if index.isValid() else None
        if ident is not None:
            self.opened.emit(ident)
