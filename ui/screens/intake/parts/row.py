"""A row of a list as plain values, and how it is wrapped and painted: as a card."""

from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.theme import px, tokens
from ui.tokens import Tokens
from ui.widgets.text.shortened import cut_at_word

Index = QModelIndex | QPersistentModelIndex

SHOWN_LINES = 3
OPENED_LINES = 14
"""Lines of a long text in a row, and in the row that is current; the tool tip holds it whole.

The current row has fewer lines in larger letters: it is never higher than what is in sight.
"""

ROW = Qt.ItemDataRole.UserRole
"""The role under which a model gives the whole `Row`."""


class Mark(Enum):
    """What stands before the text."""

    NONE = auto()
    ROUND = auto()
    BOX = auto()


@dataclass(frozen=True, slots=True)
class Aside:
    """A line at the right; one that is not `is_kept` shows in the current row alone.

    One that `is_counted` has a minus and a plus beside it in the current row, to be clicked.
    """

    words: str
    is_kept: bool = True
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class Row:
    """A row.

    Attributes:
        text: wrapped; the tool tip holds it whole.
        second: a quiet line below.
        warning: a line below that wants attention.
        mark: what stands before the text.
        is_chosen: whether the row is chosen or ticked.
        aside: lines at the right.
        spoken: what a screen reader says where it is not `text`.
        whole: what `text` stands for in short: below it in the current row, and in the tool tip.
    """

    text: str
    second: str = ""
    warning: str = ""
    mark: Mark = Mark.NONE
    is_chosen: bool = False
    aside: tuple[Aside, ...] = ()
    spoken: str = ""
    whole: str = ""


class RowDelegate(QStyledItemDelegate):
    """Paints the mark, the text wrapped, quiet lines below and others at the right.

    Args:
        parent: the view.
        widest_aside: the widest line at the right; empty where rows have none.
        is_led: the view shows its current row although the keyboard is in a field above it.
        most_lines: of a long text in a row that is not the current one.

    Attributes:
        active_aside: which line at the right of the current row keys act on.
    """

    PAD_X, PAD_Y, GAP = 10, 7, 5
    MARK = 15
    """Side of a mark at 100 %."""
    STEP = 15
    """Width at 100 % of the minus and of the plus beside a count."""

    def __init__(
        self,
        parent: QListView,
        *,
        widest_aside: str = "",
        is_led: bool = False,
        most_lines: int = SHOWN_LINES,
    ) -> None:
        super().__init__(parent)
        self._most_lines = most_lines
        self._widest_aside = widest_aside
        self._is_led = is_led
        self.active_aside = 0

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 400
        row = _row(index)
        room = width - 2 * self.PAD_X - 2 - self._mark_width(row) - self._aside_width(option)
        is_current = _is_current(option, index)
        below = (
            *_wrapped_below(row.second, option, room),
            *_wrapped_below(row.warning, option, room),
        )
        needed = len(self._lines(option, row, room, is_current=is_current)) + len(below)
        lines = max(needed, len(_asides(row, is_current=is_current)))
        step = option.fontMetrics.lineSpacing()
        return QSize(width, 2 * self.PAD_Y + lines * step + self.GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, theme, is_current = _row(index), _theme(option), _is_current(option, index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = option.rect.adjusted(1, 1, -1, -1 - self.GAP)
        self._paint_card(painter, option, row, card, is_current=is_current)
        inner = card.adjusted(self.PAD_X, self.PAD_Y - 1, -self.PAD_X, 0)
        if row.mark is not Mark.NONE:
            _paint_mark(painter, row, QPoint(inner.left(), inner.top() + 2), theme)
        text = inner.adjusted(self._mark_width(row), 0, -self._aside_width(option), 0)
        self._paint_text(painter, option, row, text, is_current=is_current)
        if row.aside:
            self._paint_asides(painter, option, row, inner, is_current=is_current)
        painter.restore()

    def aside_at(self, view: QListView, index: QModelIndex, at: QPoint) -> int | None:
        """Which line at the right of the current row stands at `at`; None elsewhere."""
        if not index.isValid() or view.currentIndex() != index:
            return None
        count = len(_row(index).aside)
        lines = (nth for nth in range(count) if self.aside_rect(view, index, nth).contains(at))
        return next(lines, None)

    def aside_rect(self, view: QListView, index: QModelIndex, nth: int) -> QRect:
        """Where the `nth` line at the right of the current row stands in the viewport."""
        step, where = view.fontMetrics().lineSpacing(), view.visualRect(index)
        width = self._widest(view.fontMetrics())
        left, top = where.right() - self.PAD_X - width, where.top() + self.PAD_Y + nth * step
        return QRect(left, top, width, step)

    def step_at(self, view: QListView, index: QModelIndex, nth: int, at: QPoint) -> int:
        """How a click at `at` changes the `nth` line, a count: -1, 1, or 0 on its words."""
        where = self.aside_rect(view, index, nth)
        if at.x() < where.left() + px(self.STEP):
            return -1
        return 1 if at.x() > where.right() - px(self.STEP) else 0

    def _lines(
        self, option: QStyleOptionViewItem, row: Row, width: int, *, is_current: bool
    ) -> tuple[str, ...]:
        if not is_current:
            return wrap_lines(row.text, option.font, width, self._most_lines)
        most, beside = OPENED_LINES * 100 // px(100), len(row.aside)
        below = width + self._aside_width(option)
        text = f"{row.text}\n{row.whole}" if row.whole else row.text
        return wrap_lines(text, option.font, width, most, beside, below)

    def _mark_width(self, row: Row) -> int:
        return 0 if row.mark is Mark.NONE else px(self.MARK) + 10

    def _aside_width(self, option: QStyleOptionViewItem) -> int:
        return self._widest(option.fontMetrics) + 8 if self._widest_aside else 0

    def _widest(self, metrics: QFontMetrics) -> int:
        return metrics.horizontalAdvance(self._widest_aside) + 6

    def _paint_card(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: Row,
        card: QRect,
        *,
        is_current: bool,
    ) -> None:
        theme = _theme(option)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground, edge, width = theme.surface, theme.line, 1
        if is_hovered:
            ground = theme.hover
        if row.is_chosen:
            ground, edge = theme.tint, theme.accent
        if is_current and (self._is_led or _has_focus(option)):
            edge, width = theme.accent, 2
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(card, 5, 5)

    def _paint_text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: Row,
        where: QRect,
        *,
        is_current: bool,
    ) -> None:
        theme = _theme(option)
        step = option.fontMetrics.lineSpacing()
        below = where.width() + self._aside_width(option)
        wrapped = self._lines(option, row, where.width(), is_current=is_current)
        lines = [(words, theme.ink) for words in wrapped]
        for words, ink in ((row.second, theme.quiet), (row.warning, theme.due_soon.ink)):
            lines += [(part, ink) for part in _wrapped_below(words, option, where.width())]
        for nth, (words, ink) in enumerate(lines):
            at = QPoint(where.left(), where.top() + nth * step)
            _draw(painter, QRect(at, QSize(below, step)), words, ink, Qt.AlignmentFlag.AlignLeft)

    def _paint_asides(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        row: Row,
        inner: QRect,
        *,
        is_current: bool,
    ) -> None:
        theme, step = _theme(option), option.fontMetrics.lineSpacing()
        width = self._aside_width(option) - 8
        is_active = is_current and _has_focus(option)
        for nth, aside in enumerate(_asides(row, is_current=is_current)):
            where = QRect(inner.right() - width, inner.top() + nth * step, width, step)
            is_meant = is_active and nth == self.active_aside
            font = painter.font()
            font.setUnderline(is_meant)
            painter.setFont(font)
            ink = theme.accent if is_meant else theme.quiet
            if aside.is_counted and is_current:
                where.adjust(0, 0, -px(self.STEP), 0)
            _draw(painter, where, aside.words, ink, Qt.AlignmentFlag.AlignRight)
            if aside.is_counted and is_current:
                font.setUnderline(False)
                painter.setFont(font)
                self._paint_steps(painter, where, theme.accent)

    def _paint_steps(self, painter: QPainter, words: QRect, ink: str) -> None:
        """The minus before a count and the plus behind it."""
        size, sides = QSize(px(self.STEP), words.height()), Qt.AlignmentFlag
        _draw(painter, QRect(words.topLeft(), size), "–", ink, sides.AlignLeft)
        plus = QRect(QPoint(words.right() + 1, words.top()), size)
        _draw(painter, plus, "+", ink, sides.AlignRight)


def _row(index: Index) -> Row:
    row = index.data(ROW)
    return row if isinstance(row, Row) else Row("")


def _wrapped_below(words: str, option: QStyleOptionViewItem, width: int) -> tuple[str, ...]:
    """A quiet line or a warning in as many lines as it needs: larger letters cut nothing off."""
    return wrap_lines(words, option.font, width, SHOWN_LINES) if words else ()


def _theme(option: QStyleOptionViewItem) -> Tokens:
    """The colours in force where a row is painted."""
    widget = option.widget
    return tokens(widget.window() if widget is not None else QWidget())


def _has_focus(option: QStyleOptionViewItem) -> bool:
    return option.widget is not None and option.widget.hasFocus()


def _is_current(option: QStyleOptionViewItem, index: Index) -> bool:
    view = option.widget
    return isinstance(view, QListView) and view.currentIndex() == index


def _asides(row: Row, *, is_current: bool) -> list[Aside]:
    """The lines at the right that show now."""
    return [aside for aside in row.aside if aside.is_kept or is_current]


def _draw(painter: QPainter, where: QRect, words: str, ink: str, side: Qt.AlignmentFlag) -> None:
    painter.setPen(QColor(ink))
    painter.drawText(where, int(side | Qt.AlignmentFlag.AlignVCenter), words)


def _paint_mark(painter: QPainter, row: Row, at: QPoint, theme: Tokens) -> None:
    box = QRect(at, QSize(px(RowDelegate.MARK), px(RowDelegate.MARK)))
    accent, ink = QColor(theme.accent), QColor(theme.accent if row.is_chosen else theme.edge)
    is_box = row.mark is Mark.BOX
    painter.setPen(QPen(ink, 1.5))
    painter.setBrush(accent if is_box and row.is_chosen else Qt.BrushStyle.NoBrush)
    if is_box:
        painter.drawRoundedRect(box, 3, 3)
    else:
        painter.drawEllipse(box)
    if not row.is_chosen:
        return
    if is_box:
        painter.setPen(QPen(QColor(theme.on_accent), px(2)))
        tick = (QPoint(px(3), px(8)), QPoint(px(6), px(11)), QPoint(px(12), px(4)))
        painter.drawPolyline([box.topLeft() + point for point in tick])
    else:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(accent)
        painter.drawEllipse(box.adjusted(px(4), px(4), -px(4), -px(4)))


def wrap_lines(
    text: str, font: QFont, width: int, most: int, beside: int | None = None, below: int = 0
) -> tuple[str, ...]:
    """`text` in lines no wider than `width` pixels; what exceeds `most` lines ends in "…".

    Of the lines the first `beside` (None: all) stand beside others; those after may be as wide
    as `below`.
    """
    count = most if beside is None else beside
    return _wrapped(text, font.toString(), max(width, 40), most, count, max(below, width, 40))


@lru_cache(maxsize=4_096)
def _wrapped(
    text: str, font_key: str, width: int, most: int, beside: int, below: int
) -> tuple[str, ...]:
    font = QFont()
    font.fromString(font_key)
    lines: list[str] = []
    for part in text.split("\n"):
        layout = QTextLayout(part, font)
        layout.beginLayout()
        while len(lines) < most:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width if len(lines) < beside else below)
            lines.append(part[line.textStart() : line.textStart() + line.textLength()].rstrip())
            shown = line.textStart() + line.textLength()
        else:
            layout.endLayout()
            return (*lines[:-1], cut_at_word(lines[-1])) if _is_cut(part, shown) else tuple(lines)
        layout.endLayout()
    return tuple(lines)


def _is_cut(part: str, shown: int) -> bool:
    return bool(part[shown:].strip())
