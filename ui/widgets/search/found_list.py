"""A short list of dossiers found: name, what for, status, code; led from the search field."""

from PySide6.QtCore import QCoreApplication, QPoint, QRect
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QWidget

from app.answers.board import BoardRow
from app.domain.dossier.numbers import grouped_phone
from ui.models.board_cells import Minute, cells_of, left
from ui.theme import font, px
from ui.tokens import Tokens, Tone
from ui.widgets.lists.painted_text import paint_line
from ui.widgets.lists.row_list import RowList, RowPainter
from ui.widgets.status.pill import paint_pill, pill_width
from ui.words import reason_in_language, word_for


class FoundList(RowList[BoardRow]):
    """The dossiers found, newest first."""

    def __init__(self, parent: QWidget | None = None) -> None:
        self._found = _FoundPainter()
        name = QCoreApplication.translate("FoundList", "Hồ sơ tìm thấy")
        super().__init__(name, self._found, parent)

    def set_minute(self, minute: Minute) -> None:
        """Count from this minute."""
        self._found.minute = minute
        self.viewport().update()


def _what_for(row: BoardRow) -> tuple[str, ...]:
    """By which paper's number it was found, where it was, and what it is for."""
    by = reason_in_language(row.found_by)
    return (by[:1].upper() + by[1:], row.procedure) if by else (row.procedure,)


class _FoundPainter(RowPainter[BoardRow]):
    high = 56

    def __init__(self) -> None:
        self.minute: Minute | None = None

    def title(self, row: BoardRow) -> str:
        return row.applicant

    def spoken(self, row: BoardRow) -> str:
        words, _ = self._status(row)
        return ", ".join(part for part in (row.applicant, *_what_for(row), row.code, words) if part)

    def tip(self, row: BoardRow) -> str:
        return "\n".join((row.applicant, *_what_for(row), row.code))

    def paint(self, painter: QPainter, where: QRect, row: BoardRow, theme: Tokens) -> None:
        inner = where.adjusted(px(10) + 1, px(2) + 1, -px(8) - 1, -px(3) - 2)
        words, tone = self._status(row)
        pill = min(pill_width(words), inner.width() // 2)
        at = QPoint(inner.right() - pill, inner.top() + px(13))
        paint_pill(painter, at, theme.shade(tone), words, pill)
        high, half = px(26), inner.height() - px(26)
        upper = QRect(inner.left(), inner.top(), inner.width() - pill - px(10), high)
        paint_line(painter, upper, row.applicant, theme.ink, font(10, QFont.Weight.DemiBold))
        right = " · ".join(part for part in (grouped_phone(row.phone), row.code) if part)
        small = font(9)
        width = min(QFontMetrics(small).horizontalAdvance(right) + 4, inner.width() * 2 // 3)
        lower = QRect(inner.left(), inner.top() + high, inner.width() - width - px(10), half)
        paint_line(painter, lower, " · ".join(_what_for(row)), theme.quiet, small)
        aside = QRect(inner.right() - width, lower.y(), width, half)
        paint_line(painter, aside, right, theme.quiet, small, is_right=True)

    def _status(self, row: BoardRow) -> tuple[str, Tone]:
        """Words and tone of a row's pill."""
        if self.minute is None:
            return word_for(row.state).lower(), Tone.DONE
        return left(cells_of(row, self.minute), self.minute)
