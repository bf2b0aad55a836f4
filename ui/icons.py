"""Lucide icons in any colour, drawn when first asked for."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPainter, QPaintEvent, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QPushButton, QWidget

import resources
from ui.theme import px
from ui.tips import set_tip

ICONS_AFTER_MS = 30
"""Icons are drawn so long after what they belong to: they would hold up its first paint."""
_BESIDE_ICON = 4
"""What Qt adds to the width of an icon."""
_ICONS = Path(resources.__file__).parent / "icons"


def icon(name: str, colour: str, size: int = 18) -> QIcon:
    """The icon `name` (a file of resources/icons without ending), `size` pixels at 100 %."""
    return QIcon(pixmap(name, colour, px(size)))


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int, ratio: float = 2.0) -> QPixmap:
    """The icon as a square picture of `size` pixels, at `ratio` device pixels each."""
    source = (_ICONS / f"{name}.svg").read_text(encoding="utf-8")
    drawing = QSvgRenderer(source.replace("currentColor", colour).encode())
    side = round(size * ratio)
    made = QPixmap(side, side)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    drawing.render(painter, QRectF(0, 0, side, side))
    painter.end()
    made.setDevicePixelRatio(ratio)
    return made


class IconButton(QPushButton):
    """A button with an icon in the colour of its words, whatever the theme.

    Args:
        name: the icon.
        words: the button's text; an icon alone needs `says`.
        says: the accessible name and tool tip where there are no words.
    """

    def __init__(
        self, name: str, words: str = "", *, says: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setText(words)
        self._name = name
        self._has_icon = False
        self.setAutoDefault(False)
        if not words:
            self.setObjectName("toolButton")
            self.setAccessibleName(says)
            set_tip(self, says)
        self.setIconSize(QSize(px(18), px(18)))

    def sizeHint(self) -> QSize:
        """As wide without its icon as with it: nothing moves when that comes."""
        hint = super().sizeHint()
        if self._has_icon:
            return hint
        # Qt makes room for these letters in a button with neither icon nor words.
        letters = 0 if self.text() else self.fontMetrics().size(0, "XXXX").width()
        return QSize(hint.width() + self.iconSize().width() + _BESIDE_ICON - letters, hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._has_icon:
            QTimer.singleShot(ICONS_AFTER_MS, self._draw)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if self._has_icon and event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange,
                                               QEvent.Type.StyleChange}:  # fmt: skip
            self._draw()

    def _draw(self) -> None:
        self._has_icon = True
        colour: QColor = self.palette().color(QPalette.ColorRole.ButtonText)
        self.setIcon(icon(self._name, colour.name()))
        self.setIconSize(QSize(px(18), px(18)))
