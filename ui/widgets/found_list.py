"""A short list of dossiers found: name, what for, status, code; led from the search field."""

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from app.domain.board import BoardRow
from ui.models.board_cells import Minute, cells_of, due_text, left, phone_text
from ui.theme import font, px
from ui.tokens import Tokens, Tone
from ui.widgets.led_list import Index, LedDelegate, LedList
from ui.widgets.painted_text import paint_line
from ui.widgets.pill import paint_pill, pill_width
from ui.words import word_for

ROW = 56


class FoundModel(QAbstractListModel):
    """The dossiers found, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: tuple[BoardRow, ...] = ()
        self.minute: Minute | None = None

    def show_rows(self, rows: tuple[BoardRow, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def status(self, position: int) -> tuple[str, Tone]:
        """Words and tone of a row's pill."""
        row = self.rows[position]
        if self.minute is None:
            return word_for(row.state).lower(), Tone.DONE
        return left(cells_of(row, self.minute), self.minute)

    def due(self, position: int) -> str:
        """The promised time of a row."""
        row = self.rows[position]
        return "" if self.minute is None else due_text(row, self.minute.now.date())

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.applicant
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words, _ = self.status(index.row())
            return f"{row.applicant}, {row.procedure}, {row.code}, {words}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{row.applicant}\n{row.procedure}\n{row.code}"
        return None


class FoundList(LedList):
    """The list.

    Signals:
        chosen: the id of a dossier clicked.
    """

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        self.found = FoundModel()
        super().__init__(self.found, _FoundDelegate(), parent)
        self.setAccessibleName(self.tr("Hồ sơ tìm thấy"))
        self.clicked.connect(self._on_clicked)

    def show_rows(self, rows: tuple[BoardRow, ...]) -> None:
        """Show these, the first one chosen."""
        self.found.show_rows(rows)
        if rows:
            self.choose_first()

    def set_minute(self, minute: Minute) -> None:
        """Count from this minute."""
        self.found.minute = minute
        self.viewport().update()

    def current_id(self) -> int | None:
        """The dossier chosen."""
        rows = self.found.rows
        return rows[self.position].id if 0 <= self.position < len(rows) else None

    def rows_height(self) -> int:
        """The height all rows take."""
        return px(ROW) * self.found.rowCount()

    def _on_clicked(self, index: QModelIndex) -> None:
        self.chosen.emit(self.found.rows[index.row()].id)


class _FoundDelegate(LedDelegate):
    high = ROW

    def paint_row(self, painter: QPainter, where: QRect, index: Index, theme: Tokens) -> None:
        model = index.model()
        if not isinstance(model, FoundModel):
            return
        row = model.rows[index.row()]
        inner = where.adjusted(px(10) + 1, px(2) + 1, -px(8) - 1, -px(3) - 2)
        words, tone = model.status(index.row())
        pill = min(pill_width(words), inner.width() // 2)
        at = QPoint(inner.right() - pill, inner.top() + px(13))
        paint_pill(painter, at, theme.shade(tone), words, pill)
        high, half = px(26), inner.height() - px(26)
        upper = QRect(inner.left(), inner.top(), inner.width() - pill - px(10), high)
        paint_line(painter, upper, row.applicant, theme.ink, font(10, QFont.Weight.DemiBold))
        right = " · ".join(part for part in (phone_text(row.phone), row.code) if part)
        small = font(9)
        width = min(QFontMetrics(small).horizontalAdvance(right) + 4, inner.width() * 2 // 3)
        lower = QRect(inner.left(), inner.top() + high, inner.width() - width - px(10), half)
        paint_line(painter, lower, row.procedure, theme.quiet, small)
        aside = QRect(inner.right() - width, lower.y(), width, half)
        paint_line(painter, aside, right, theme.quiet, small, is_right=True)
