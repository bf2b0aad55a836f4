"""The board's first column: each dossier's status as a pill."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.board_model import BoardModel, Pill
from ui.theme import px, tokens
from ui.tokens import Tone
from ui.widgets.status.pill import HEIGHT, paint_pill, pill_width

MOST_PICTURES = 512
MARGIN = 4
"""Pixels at 100 % on either side of a pill."""


class PillDelegate(QStyledItemDelegate):
    """Paints the first column of `view`."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._height = self._margin = 0
        self._look: tuple[int, float] | tuple[()] = ()
        """Room in pixels and the screen's ratio the pictures were made for."""
        self._pictures: dict[Pill, QPixmap] = {}

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, option.palette.brush(QPalette.ColorRole.Highlight))
        model = index.model()
        pill = model.pill(index.row()) if isinstance(model, BoardModel) else None
        if pill is None:
            return
        rect = option.rect
        made = self._picture(pill, rect.width())
        painter.drawPixmap(rect.x() + self._margin, rect.center().y() + 1 - self._height // 2, made)

    def forget_look(self) -> None:
        """Paint anew: the theme or the text scale is another."""
        self._look = ()

    def _picture(self, pill: Pill, room: int) -> QPixmap:
        """The pill as a picture: scrolling shows the same few over and over."""
        look = (room, self._view.devicePixelRatioF())
        if look != self._look or len(self._pictures) > MOST_PICTURES:
            self._look = look
            self._height, self._margin = px(HEIGHT), px(MARGIN)
            self._pictures.clear()
        made = self._pictures.get(pill)
        if made is None:
            made = self._pictures[pill] = self._painted(*pill, room - 2 * self._margin)
        return made

    def _painted(self, words: str, tone: Tone, most: int) -> QPixmap:
        ratio = self._view.devicePixelRatioF()
        width = min(pill_width(words), most)
        made = QPixmap(round((width + 1) * ratio), round(self._height * ratio))
        made.setDevicePixelRatio(ratio)
        made.fill(Qt.GlobalColor.transparent)
        inside = QPainter(made)
        shade = tokens(self._view).shade(tone)
        paint_pill(inside, QPoint(0, self._height // 2), shade, words, most)
        inside.end()
        return made
