"""Counter tiles: a number of the day, what it counts, and a word more; press for the list."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from ui.theme import font, px, text_height, tokens
from ui.tokens import Tone
from ui.widgets.status.pill import paint_shape
from ui.widgets.text.labels import number_text

_WRAPPED = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
_WRAPPED_MIDDLE = int(
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap
)
_PAD = 12
_LOW_WINDOW = 640


class CounterTile(QAbstractButton):
    """One number of the day; checked while its list is shown.

    Args:
        words: what is counted.
        tone: the colour of the number while it is not 0.
    """

    def __init__(self, words: str, tone: Tone, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._words = words
        self._tone = tone
        self._count: int | None = None
        self._note = ""
        self._is_compact = False
        self.setCheckable(True)
        self.setText(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._name_anew()

    def show_count(self, count: int | None, note: str = "") -> None:
        """Show a number; None while it is not known yet."""
        if (count, note) == (self._count, self._note):
            return
        self._count, self._note = count, note
        self._name_anew()
        self.updateGeometry()
        self.update()

    @property
    def count(self) -> int | None:
        """The number shown."""
        return self._count

    @property
    def note(self) -> str:
        """The word more."""
        return self._note

    def sizeHint(self) -> QSize:
        return QSize(px(168), self.heightForWidth(max(self.width(), px(120))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(118), self.sizeHint().height())

    def set_compact(self, *, is_compact: bool) -> None:
        """Words beside the number and nothing more: for low windows and large text."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self.update()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        inner = width - px(2 * _PAD)
        counted, words, note = self._fonts()
        if self._is_compact:
            beside = inner - self._number_width()
            number = QFontMetrics(counted).height()
            return px(12) + max(number, _text_height(words, self._words, beside))
        return (
            px(8 + 10)
            + QFontMetrics(counted).height()
            + _text_height(words, self._words, inner)
            + _text_height(note, self._note or " ", inner)
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide = 2 if self.hasFocus() or self.isChecked() else 1
        edge = theme.accent if wide == 2 else theme.line
        ground = theme.hover if self.underMouse() or self.isDown() else theme.surface
        if self.isChecked():
            ground = theme.tint
        painter.setPen(QPen(QColor(edge), wide))
        painter.setBrush(QColor(ground))
        inset = wide // 2 + 1 if wide == 2 else 0
        box = self.rect().adjusted(inset, inset, -inset - (wide == 1), -inset - (wide == 1))
        painter.drawRoundedRect(box, px(8), px(8))
        if self.hasFocus() and self.isChecked():
            painter.setPen(QPen(QColor(theme.ink), 1, Qt.PenStyle.DotLine))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), px(5), px(5))
        self._paint_texts(painter)
        painter.end()

    def _paint_texts(self, painter: QPainter) -> None:
        theme = tokens(self)
        shade = theme.shade(self._tone)
        counted, words, note = self._fonts()
        inner = self.rect().adjusted(px(_PAD), px(6 if self._is_compact else 8), -px(_PAD), 0)
        is_quiet = not self._count
        painter.setFont(counted)
        painter.setPen(QColor(theme.quiet if is_quiet else shade.ink))
        painter.drawText(inner, _WRAPPED, self._number())
        if self._is_compact:
            beside = inner.adjusted(self._number_width(), 0, 0, -px(6))
            painter.setFont(words)
            painter.setPen(QColor(theme.ink))
            painter.drawText(beside, _WRAPPED_MIDDLE, self._words)
            return
        if not is_quiet:
            size = px(12)
            box = QRect(inner.right() - size, inner.top() + px(8), size, size)
            paint_shape(painter, box, shade)
        top = inner.adjusted(0, QFontMetrics(counted).height(), 0, 0)
        painter.setFont(words)
        painter.setPen(QColor(theme.ink))
        painter.drawText(top, _WRAPPED, self._words)
        below = top.adjusted(0, _text_height(words, self._words, inner.width()), 0, 0)
        painter.setFont(note)
        painter.setPen(QColor(theme.quiet))
        painter.drawText(below, _WRAPPED, self._note)

    def _number(self) -> str:
        return "–" if self._count is None else number_text(self._count)

    def _number_width(self) -> int:
        return QFontMetrics(self._fonts()[0]).horizontalAdvance(self._number()) + px(10)

    def _fonts(self) -> tuple[QFont, QFont, QFont]:
        return (
            font(21, QFont.Weight.Bold),
            font(9.5, QFont.Weight.DemiBold),
            font(8.5),
        )

    def _name_anew(self) -> None:
        count = "" if self._count is None else f": {self._count}"
        note = f", {self._note}" if self._note else ""
        self.setAccessibleName(f"{self._words}{count}{note}")


def _text_height(face: QFont, text: str, width: int) -> int:
    return text_height(face, text, width, _WRAPPED)


class TileRow(QWidget):
    """Tiles side by side, in as many rows as the width and the text size ask for."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[CounterTile] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def add(self, tile: CounterTile) -> None:
        """Put `tile` at the end."""
        tile.setParent(self)
        self._tiles.append(tile)

    def sizeHint(self) -> QSize:
        return QSize(px(900), self.minimumHeight())

    def resizeEvent(self, _event: object) -> None:
        self.arrange()

    def arrange(self) -> None:
        """Lay the tiles out anew: a text, the width or the text size has changed."""
        if not self._tiles or self.width() < px(100):
            return
        is_low = self.window().height() < px(_LOW_WINDOW)
        gap = px(10)
        columns = _columns(len(self._tiles), self.width(), gap, px(126 if is_low else 118))
        side = (self.width() - gap * (columns - 1)) // columns
        top = 0
        for start in range(0, len(self._tiles), columns):
            row = self._tiles[start : start + columns]
            for tile in row:
                tile.set_compact(is_compact=is_low)
            height = max(tile.heightForWidth(side) for tile in row)
            for nth, tile in enumerate(row):
                tile.setGeometry(nth * (side + gap), top, side, height)
            top += height + gap
        self.setFixedHeight(top - gap)


def _columns(count: int, width: int, gap: int, least: int) -> int:
    """All in one row if they fit, else the fewest rows of equal length."""
    fitting = max(1, (width + gap) // (least + gap))
    rows = -(-count // min(fitting, count))
    return -(-count // rows)
