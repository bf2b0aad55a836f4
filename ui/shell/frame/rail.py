"""The dark rail: where one can go, with the key that goes there."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QSizePolicy, QVBoxLayout, QWidget

from ui.icons import ICONS_AFTER_MS, pixmap
from ui.keys import Key
from ui.screen import Place
from ui.theme import colour, font, px, text_height, tokens

WIDTH = 92
_TIGHT = 2
"""Above the words where the icon has given way."""
_CENTRED = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)

_BESIDE = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class RailEntry(NamedTuple):
    """A place as the rail shows it."""

    place: Place
    words: str
    key: Key
    icon: str
    is_below: bool = False
    is_shown: bool = True
    """Whether it stands on the rail; else its key, the palette and other screens lead there."""


def entries() -> tuple[RailEntry, ...]:
    """Every place with a key, in order, in the language in force."""
    translate = QCoreApplication.translate
    return (
        RailEntry(Place.HOME, translate("Rail", "Hôm nay"), Key.TODAY, "layout-dashboard"),
        RailEntry(Place.INTAKE, translate("Rail", "Tiếp nhận"), Key.NEW, "file-plus-2"),
        RailEntry(Place.SEARCH, translate("Rail", "Quét / tìm"), Key.FIND, "scan-line"),
        RailEntry(Place.RETURN, translate("Rail", "Trả kết quả"), Key.RETURN, "hand"),
        RailEntry(Place.SIGNING, translate("Rail", "Chờ ký"), Key.SIGNING, "stamp"),
        RailEntry(Place.CASH, translate("Rail", "Sổ quỹ ngày"), Key.CASH, "list-checks"),
        RailEntry(Place.REGISTER, translate("Rail", "Sổ theo dõi"), Key.REGISTER, "file-text"),
        RailEntry(
            Place.DAY, translate("Rail", "Kết thúc ngày"), Key.DAY, "list-checks", is_shown=False
        ),
        RailEntry(
            Place.HANDOVER, translate("Rail", "Bàn giao"), Key.HANDOVER, "hand", is_shown=False
        ),
        RailEntry(
            Place.LISTS, translate("Rail", "Danh sách"), Key.LISTS, "file-text", is_shown=False
        ),
        RailEntry(Place.EXCHANGE, translate("Rail", "Đồng bộ"), Key.EXCHANGE, "refresh-cw"),
        RailEntry(Place.REFERENCE, translate("Rail", "Danh mục"), Key.REFERENCE, "book-open"),
        RailEntry(
            Place.SETTINGS, translate("Rail", "Cài đặt"), Key.SETTINGS, "settings", is_below=True
        ),
    )


class Rail(QFrame):
    """The rail.

    Signals:
        chosen: a `Place`.
    """

    chosen = Signal(object)

    def __init__(self, places: Sequence[RailEntry], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rail")
        self.buttons: dict[Place, RailButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 10, 6, 10)
        column.setSpacing(4)
        shown = [entry for entry in places if entry.is_shown]
        above = [entry for entry in shown if not entry.is_below]
        below = [entry for entry in shown if entry.is_below]
        for entry in above:
            column.addWidget(self._button(entry))
        column.addStretch(1)
        for entry in below:
            column.addWidget(self._button(entry))
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)

    def show_place(self, place: Place) -> None:
        """Mark where one is; a dossier belongs to no entry."""
        for other, button in self.buttons.items():
            button.setChecked(other is place)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(400))

    def _button(self, entry: RailEntry) -> "RailButton":
        button = RailButton(entry)
        self.buttons[entry.place] = button
        button.clicked.connect(self._on_clicked)
        return button

    def _on_clicked(self) -> None:
        button = self.sender()
        if isinstance(button, RailButton):
            self.chosen.emit(button.entry.place)


class RailButton(QAbstractButton):
    """Icon, words and key of one place; where there is no room for all, the icon gives way."""

    def __init__(self, entry: RailEntry, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.entry = entry
        self._has_icon = False
        self.setText(entry.words)
        self.setAccessibleName(f"{entry.words} ({entry.key})")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)

    @property
    def is_tight(self) -> bool:
        """Whether there is no room for icons, here or elsewhere in the rail."""
        return self._words_top() + self._words_height() > self._room()

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH) - 12, self._words_top() + self._words_height() + px(20))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(60), _TIGHT + self._words_height() + px(14))

    def nextCheckState(self) -> None:  # noqa: N802 - Qt's name
        """The window decides where one is; a press alone marks nothing."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        ink = theme.rail_ink if self.isChecked() else theme.rail_quiet
        side, top = px(20), self._words_top()
        height = self._words_height()
        room, is_tight = self._room(), self.is_tight
        top = _TIGHT if is_tight else top
        words = QRect(2, top, self.width() - 4, height)
        # Large letters leave room for the key only beside the icon.
        is_beside = not is_tight and words.bottom() + px(12) >= room
        beside = QRect(0, px(8), self.width() - px(6), side)
        if not is_tight:
            free = beside.width() - QFontMetrics(font(8)).horizontalAdvance(self.entry.key) - px(4)
            centre = (self.width() - side) // 2
            self._paint_icon(painter, min(centre, free - side) if is_beside else centre, ink)
        painter.setPen(QColor(theme.rail_ink))
        painter.setFont(self._words_font())
        painter.drawText(words, _CENTRED, self.entry.words)
        painter.setPen(QColor(theme.rail_quiet))
        painter.setFont(font(8))
        if is_beside:
            painter.drawText(beside, _BESIDE, self.entry.key)
        else:
            painter.drawText(words.translated(0, height), _CENTRED, self.entry.key)
        painter.end()

    def _room(self) -> int:
        """The height of the lowest of the rail: what gives way in one gives way in all."""
        rail = self.parentWidget()
        beside = rail.findChildren(RailButton) if rail is not None else [self]
        heights = (one.height() for one in beside if not one.isHidden())
        return min(heights, default=self.height())

    def _paint_icon(self, painter: QPainter, left: int, ink: str) -> None:
        if self._has_icon:
            painter.drawPixmap(left, px(8), pixmap(self.entry.icon, ink, px(20)))
        else:
            QTimer.singleShot(ICONS_AFTER_MS, self._show_icon)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = tokens(self)
        box = self.rect().adjusted(1, 1, -1, -1)
        if self.isChecked() or self.underMouse() or self.isDown():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour(theme.rail_selected, 1.0 if self.isChecked() else 0.55))
            painter.drawRoundedRect(box, px(7), px(7))
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.rail_ink), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box, px(7), px(7))

    def _show_icon(self) -> None:
        self._has_icon = True
        self.update()

    def _words_font(self) -> QFont:
        weight = QFont.Weight.DemiBold if self.isChecked() else QFont.Weight.Normal
        return font(8.5, weight)

    def _words_top(self) -> int:
        return px(8 + 20 + 4)

    def _words_height(self) -> int:
        width = max(self.width() - 4, px(WIDTH) - 20)
        return text_height(font(8.5, QFont.Weight.DemiBold), self.entry.words, width, _CENTRED)
