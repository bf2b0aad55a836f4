"""The board's first column: each dossier's status as a pill."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, Qt
from PySide6.QtGui import QPainter, QPalette, QPixmap
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from ui.models.board_model import BoardModel
from ui.theme import px, text_scale, tokens
from ui.tokens import Tone
from ui.widgets.pill import HEIGHT, paint_pill, pill_width

MOST_PICTURES = 512


class PillDelegate(QStyledItemDelegate):
    """Paints the first column of `view`."""

    def __init__(self, view: QWidget) -> None:
        super().__init__(view)
        self._view = view
        self._height = 0
        self._look: tuple[object, ...] = ()
        self._pictures: dict[tuple[str, Tone], QPixmap] = {}

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
        made = self._picture(*pill, rect.width() - px(8))
        painter.drawPixmap(rect.x() + px(4), rect.center().y() + 1 - self._height // 2, made)

    def _picture(self, words: str, tone: Tone, most: int) -> QPixmap:
        """The pill as a picture: scrolling shows the same few over and over."""
        theme, scale, ratio = tokens(self._view), text_scale(), self._view.devicePixelRatioF()
        look = (theme.name, scale, ratio, most)
        if look != self._look or len(self._pictures) > MOST_PICTURES:
            self._look = look
            self._height = px(HEIGHT)
            self._pictures.clear()
        made = self._pictures.get((words, tone))
        if made is None:
            width = min(pill_width(words), most)
            made = QPixmap(round((width + 1) * ratio), round(self._height * ratio))
            made.setDevicePixelRatio(ratio)
            made.fill(Qt.GlobalColor.transparent)
            inside = QPainter(made)
            paint_pill(inside, QPoint(0, self._height // 2), theme.shade(tone), words, most)
            inside.end()
            self._pictures[words, tone] = made
        return made
