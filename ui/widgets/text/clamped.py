"""Text that wraps up to a number of lines; what is longer ends in "…" and shows whole on hover."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextLayout,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import BODY_POINTS, font, px, tokens
from ui.tips import set_tip
from ui.widgets.text.rise import rise


class ClampedLabel(QWidget):
    """For heads of screens, whose full text stands in a card below.

    Args:
        lines: the most lines shown.
        points: size at 100 %.
        weight: of the font.
        is_quiet: in the quiet colour.
    """

    def __init__(
        self,
        lines: int,
        points: float = BODY_POINTS,
        weight: QFont.Weight = QFont.Weight.Normal,
        *,
        is_quiet: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._most = lines
        self._points, self._weight = points, weight
        self._is_quiet = is_quiet
        self._text = ""
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_text(self, text: str) -> None:
        """Show `text`."""
        self._text = text
        set_tip(self, text)
        self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def set_lines(self, lines: int) -> None:
        """Show at most so many lines from now on."""
        if lines != self._most:
            self._most = lines
            self.updateGeometry()
            self.update()

    @property
    def text(self) -> str:
        """The whole text."""
        return self._text

    def shown_lines(self, width: int) -> tuple[str, ...]:
        """The lines as they are shown at `width` pixels."""
        face = self._face()
        layout = QTextLayout(self._text, face)
        layout.beginLayout()
        lines: list[str] = []
        start = 0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(width, px(40)))
            start = line.textStart()
            if len(lines) == self._most - 1:
                rest = self._text[start:]
                shown = QFontMetrics(face).elidedText(rest, Qt.TextElideMode.ElideRight, width)
                lines.append(shown)
                break
            lines.append(self._text[start : start + line.textLength()].rstrip())
        layout.endLayout()
        return tuple(lines)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        lines, metrics = self.shown_lines(width) or ("",), QFontMetrics(self._face())
        return rise(self._face(), lines[0]) + len(lines) * metrics.lineSpacing() + 2

    def sizeHint(self) -> QSize:
        return QSize(px(200), self.heightForWidth(max(self.width(), px(200))))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(80), QFontMetrics(self._face()).lineSpacing())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Ask for the height another width needs: the hint was made for the former one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens(self)
        face = self._face()
        metrics = QFontMetrics(face)
        painter = QPainter(self)
        painter.setFont(face)
        painter.setPen(QColor(theme.quiet if self._is_quiet else theme.ink))
        lines = self.shown_lines(self.width())
        base = metrics.ascent() + (rise(self._face(), lines[0]) if lines else 0)
        for nth, words in enumerate(lines):
            painter.drawText(QPointF(0, base + nth * metrics.lineSpacing()), words)

    def _face(self) -> QFont:
        return font(self._points, self._weight)
