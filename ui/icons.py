"""Lucide icons in any colour, drawn when first asked for."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QIcon, QPainter, QPalette, QPixmap, QShowEvent
from PySide6.QtWidgets import QPushButton, QWidget

import resources
from ui.theme import px

ICONS_AFTER_MS = 30
"""Icons of the window are drawn so long after it: they would hold up its first paint."""
_ICONS = Path(resources.__file__).parent / "icons"


def icon(name: str, colour: str, size: int = 18) -> QIcon:
    """The icon `name` (a file of resources/icons without ending), `size` pixels at 100 %."""
    return QIcon(pixmap(name, colour, px(size)))


@lru_cache(maxsize=256)
def pixmap(name: str, colour: str, size: int, ratio: float = 2.0) -> QPixmap:
    """The icon as a square picture of `size` pixels, at `ratio` device pixels each."""
    from PySide6.QtSvg import QSvgRenderer  # noqa: PLC0415 - not before the first paint

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
        super().__init__(words, parent)
        self._name = name
        self.setAutoDefault(False)
        if not words:
            self.setObjectName("toolButton")
            self.setAccessibleName(says)
            self.setToolTip(says)
        self.setIconSize(QSize(px(18), px(18)))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(ICONS_AFTER_MS, self._draw)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in {QEvent.Type.PaletteChange, QEvent.Type.FontChange,
                            QEvent.Type.StyleChange} and self.isVisible():  # fmt: skip
            self._draw()

    def _draw(self) -> None:
        colour: QColor = self.palette().color(QPalette.ColorRole.ButtonText)
        self.setIcon(icon(self._name, colour.name()))
        self.setIconSize(QSize(px(18), px(18)))
