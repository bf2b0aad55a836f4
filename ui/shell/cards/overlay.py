"""A card over the window that any key may close: the key map, and what was said before."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QColor, QEnterEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QFrame,
    QHBoxLayout,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ui.icons import IconButton
from ui.shell.notices.notice_board import Notice
from ui.theme import px, tokens
from ui.tokens import Shade
from ui.widgets.status.pill import paint_shape
from ui.widgets.text.labels import label, rule

Group = tuple[str, Sequence[tuple[str, str]]]


class Overlay(QFrame):
    """A card with a title and a scrolling inside; Esc and the close button end it.

    Signals:
        closed: it was closed; the focus should return.
    """

    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._close = IconButton("x", says=self.tr("Đóng"))
        self._close.clicked.connect(self.end)
        head = QHBoxLayout()
        self._title = label("", "title")
        head.addWidget(self._title, 1)
        head.addWidget(self._close)
        self.inside = QWidget()
        self.inside.setObjectName("plainInside")
        scroll = QScrollArea()
        scroll.setObjectName("plainScroll")
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self.inside)
        self._scrolled = scroll
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 16, 12, 16)
        column.addLayout(head)
        column.addWidget(scroll, 1)
        self.hide()

    def name(self, title: str) -> None:
        """Give the card its title."""
        self._title.setText(title)
        self.setAccessibleName(title)

    def open_at(self, left: int, top: int, width: int, height: int) -> None:
        """Lie at this place and take the focus."""
        self.setGeometry(left, top, width, height)
        self.show()
        self.raise_()
        self.setFocus()

    def wanted_height(self) -> int:
        """How high the card must be to show everything."""
        return self.inside.sizeHint().height() + px(96)

    def end(self) -> None:
        """Close."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._scrolled.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep() * 2,
            Qt.Key.Key_Up: -bar.singleStep() * 2,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        key = Qt.Key(event.key())
        if key == Qt.Key.Key_Escape:
            self.end()
        elif key in steps:
            bar.setValue(bar.value() + steps[key])
        else:
            super().keyPressEvent(event)


class KeyMap(Overlay):
    """Every key and what it does, those of the screen in front first (F1).

    Signals:
        chosen: a key whose row was clicked.
    """

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name(self.tr("Phím tắt"))
        self.rows: list[KeyRow] = []
        self._column = QVBoxLayout(self.inside)
        self._column.setContentsMargins(0, 8, 8, 0)
        self._column.setSpacing(px(1))

    def show_keys(self, groups: Sequence[Group], can: Callable[[str], bool]) -> None:
        """Show these groups of (key, what it does); a click does what a key `can` do."""
        for title, keys in groups:
            if not keys:
                continue
            if self.rows:
                self._column.addSpacing(px(12))
            self._column.addWidget(label(title, "section"))
            for key, does in keys:
                row = KeyRow(key, does, is_pressed=can(key))
                row.clicked.connect(partial(self.chosen.emit, key))
                self.rows.append(row)
                self._column.addWidget(row)
        caps = max((row.cap.sizeHint().width() for row in self.rows), default=0)
        for row in self.rows:
            row.place_words(caps)
        self._column.addStretch(1)


class KeyRow(QAbstractButton):
    """A key and what it does, done by a click too; the keyboard has the key itself."""

    def __init__(self, key: str, does: str, *, is_pressed: bool) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(f"{does} ({key})")
        self.cap = label(key, "keyCap")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(px(4), px(3), px(4), px(3))
        self._row.setSpacing(0)
        self._row.addWidget(self.cap, 0, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        self._row.addWidget(label(does, "", wraps=True), 1)
        self._is_pressed = is_pressed
        if is_pressed:
            self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents, not is_pressed)

    @property
    def is_pressed(self) -> bool:
        """Whether a click does anything."""
        return self._is_pressed

    def place_words(self, caps: int) -> None:
        """Begin the words behind keys that are `caps` pixels wide."""
        self._row.insertSpacing(1, caps - self.cap.sizeHint().width() + px(16))

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not (self._is_pressed and (self.underMouse() or self.isDown())):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens(self).hover))
        painter.drawRoundedRect(self.rect(), px(6), px(6))
        painter.end()

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.update()


class Drawer(Overlay):
    """What was said before, newest first."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.name(self.tr("Thông báo đã qua"))
        self._rows: QWidget | None = None
        self._place = QVBoxLayout(self.inside)
        self._place.setContentsMargins(0, 8, 8, 0)

    def show_notices(self, kept: Sequence[Notice]) -> None:
        """Show these, given oldest first."""
        if self._rows is not None:
            self._place.removeWidget(self._rows)
            self._rows.deleteLater()
        self._rows = QWidget()
        column = QVBoxLayout(self._rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        if not kept:
            words = self.tr("Chưa có thông báo nào. Những gì chương trình báo sẽ được giữ ở đây.")
            column.addWidget(label(words, "quiet", wraps=True))
        for notice in reversed(kept):
            column.addWidget(_NoticeRow(notice))
            column.addWidget(rule())
        column.addStretch(1)
        self._place.addWidget(self._rows)


class _NoticeRow(QWidget):
    def __init__(self, notice: Notice) -> None:
        super().__init__()
        self._tone = notice.tone
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(label(f"{notice.at:%H:%M}", "small"))
        column.addWidget(label(notice.words, "", wraps=True))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        shade: Shade = tokens(self).shade(self._tone)
        box = self.rect()
        box.setRect(px(4), px(4), px(10), px(10))
        painter.setPen(QColor(shade.ink))
        paint_shape(painter, box, shade)
