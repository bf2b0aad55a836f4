"""Rows of a list whose text wraps: procedures found, cases to choose, papers to tick."""

from functools import lru_cache

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ui.theme import Tokens, tokens

Index = QModelIndex | QPersistentModelIndex

SHOWN_LINES = 3
OPENED_LINES = 14
"""Lines of a long text in a row, and in the row that is current; the tool tip holds it whole."""


class WrappedList(QListView):
    """A list of wrapped rows that lays itself out anew when its width or current row changes."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
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

    def rows_height(self) -> int:
        """The height all rows take."""
        model = self.model()
        if model is None or model.rowCount() == 0:
            return 0
        return sum(self.sizeHintForIndex(model.index(nth, 0)).height()
                   for nth in range(model.rowCount()))  # fmt: skip

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

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.currentIndex().isValid():
            self.activated.emit(self.currentIndex())
            event.accept()
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Letters do nothing here: an input method's letters must not jump about."""


class WrappedDelegate(QStyledItemDelegate):
    """Paints a row as a card: the text wrapped, a quiet second line below.

    DisplayRole is the text, `SECOND` the quiet line, `WARNING` a line that wants attention.
    """

    SECOND = Qt.ItemDataRole.UserRole + 1
    WARNING = Qt.ItemDataRole.UserRole + 2
    PAD_X, PAD_Y, GAP = 10, 7, 5

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        view = option.widget
        width = view.viewport().width() if isinstance(view, QListView) else 400
        return QSize(width, self._height(option, index, width) + self.GAP)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = option.rect.adjusted(1, 1, -1, -1 - self.GAP)
        self._paint_card(painter, option, index, card)
        inner = card.adjusted(self.PAD_X, self.PAD_Y - 1, -self.PAD_X, 0)
        self._paint_inside(painter, option, index, inner)
        painter.restore()

    def is_marked(self, index: Index) -> bool:
        """Whether the row is drawn as chosen."""
        return bool(index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked)

    def _paint_card(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, card: QRect
    ) -> None:
        colours = row_colours(option)
        view = option.widget
        is_current = isinstance(view, QListView) and view.currentIndex() == index
        has_focus = is_current and view is not None and self._looks_focused(view)
        is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        ground, edge, width = colours.surface, colours.line, 1
        if is_hovered:
            ground = colours.hover
        if self.is_marked(index):
            ground, edge = colours.tint, colours.accent
        if has_focus:
            edge, width = colours.accent, 2
        painter.setPen(QPen(QColor(edge), width))
        painter.setBrush(QColor(ground))
        painter.drawRoundedRect(card, 5, 5)

    def _looks_focused(self, view: QWidget) -> bool:
        return view.hasFocus() or bool(view.property("ledFromElsewhere"))

    def _height(self, option: QStyleOptionViewItem, index: Index, width: int) -> int:
        lines = self._lines(option, index, width - 2 * self.PAD_X - 2)
        metrics = option.fontMetrics
        below = sum(bool(index.data(role)) for role in (self.SECOND, self.WARNING))
        return 2 * self.PAD_Y + (len(lines) + below) * metrics.lineSpacing()

    def _paint_inside(
        self, painter: QPainter, option: QStyleOptionViewItem, index: Index, inner: QRect
    ) -> None:
        colours = row_colours(option)
        step = option.fontMetrics.lineSpacing()
        lines = self._lines(option, index, inner.width())
        draw_lines(painter, inner, lines, step, colours.ink)
        rest = inner.adjusted(0, len(lines) * step, 0, 0)
        for role, ink in ((self.SECOND, colours.quiet), (self.WARNING, colours.due_soon.ink)):
            if words := index.data(role):
                elided = option.fontMetrics.elidedText(
                    str(words), Qt.TextElideMode.ElideRight, rest.width()
                )
                draw_lines(painter, rest, (elided,), step, ink)
                rest = rest.adjusted(0, step, 0, 0)

    def _lines(self, option: QStyleOptionViewItem, index: Index, width: int) -> tuple[str, ...]:
        view = option.widget
        is_current = isinstance(view, QListView) and view.currentIndex() == index
        text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
        return wrap_lines(text, option.font, width, OPENED_LINES if is_current else SHOWN_LINES)


def row_colours(option: QStyleOptionViewItem) -> Tokens:
    """The colours in force where a row is painted."""
    widget = option.widget
    return tokens(widget.window() if widget is not None else QWidget())


def draw_lines(
    painter: QPainter, where: QRect, lines: tuple[str, ...], step: int, colour: str
) -> None:
    """Draw `lines` from the top of `where`, `step` pixels apart."""
    painter.setPen(QColor(colour))
    for nth, words in enumerate(lines):
        painter.drawText(
            QRect(where.left(), where.top() + nth * step, where.width(), step),
            int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
            words,
        )


def wrap_lines(text: str, font: QFont, width: int, most: int) -> tuple[str, ...]:
    """`text` in lines no wider than `width` pixels; what exceeds `most` lines ends in "…"."""
    return _wrapped(text, font.toString(), max(width, 40), most)


@lru_cache(maxsize=4_096)
def _wrapped(text: str, font_key: str, width: int, most: int) -> tuple[str, ...]:
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
            line.setLineWidth(width)
            lines.append(part[line.textStart() : line.textStart() + line.textLength()].rstrip())
            shown = line.textStart() + line.textLength()
        else:
            layout.endLayout()
            return (*lines[:-1], _cut(lines[-1])) if _is_cut(part, shown) else tuple(lines)
        layout.endLayout()
    return tuple(lines)


def _is_cut(part: str, shown: int) -> bool:
    return bool(part[shown:].strip())


def _cut(line: str) -> str:
    return line[: max(1, len(line) - 2)].rstrip() + "…"
