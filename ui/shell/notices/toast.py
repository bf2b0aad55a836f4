"""One notice on the screen: a shape, a sentence, at most two buttons; it takes no focus."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QEnterEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QPushButton, QWidget

from ui.icons import IconButton
from ui.screen import Action
from ui.theme import px, tokens
from ui.tokens import Tone
from ui.widgets.status.pill import paint_shape
from ui.widgets.text.labels import label

SHOWN_MS = 6_000
ASKED_MS = 60_000
UNDO_MS = 10_000


class Toast(QWidget):
    """A notice that goes by itself unless it must be answered.

    Args:
        words: the sentence.
        tone: its colour and shape.
        offered: its buttons.
        stays: it waits to be closed.
        asks: it is a question: it stands longer, and Esc is not meant for it.
        undoes: its button takes an action back: it stands ten seconds.

    Signals:
        gone: it went, or was closed.
        reshaped: what is in it wants another height.
    """

    gone = Signal()
    reshaped = Signal()

    def __init__(
        self,
        words: str,
        tone: Tone,
        offered: Sequence[Action] = (),
        *,
        stays: bool = False,
        asks: bool = False,
        undoes: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.words = words
        self.tone = tone
        self.offered = tuple(offered)
        self.asks = asks
        self.undoes = undoes
        self.buttons: list[QPushButton] = []
        self._is_timed = not stays
        self._build()
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(ASKED_MS if asks else UNDO_MS if undoes else SHOWN_MS)
        self._timer.timeout.connect(self.gone)
        if self._is_timed:
            self._timer.start()

    @property
    def goes_by_itself(self) -> bool:
        """Whether its time is running."""
        return self._timer.isActive()

    def event(self, event: QEvent) -> bool:
        done = super().event(event)
        if event.type() == QEvent.Type.LayoutRequest:
            self.reshaped.emit()
        return done

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        if self._is_timed:
            self._timer.start()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._space()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = tokens(self)
        shade = theme.shade(self.tone)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(shade.ink), 1))
        painter.setBrush(QColor(theme.surface))
        painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), px(8), px(8))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(shade.tint))
        painter.drawRoundedRect(self.rect().adjusted(2, 2, -2, -2), px(7), px(7))
        box = self.rect()
        line = self._label.fontMetrics().height()
        is_above = bool(self.buttons) and not self.asks
        middle = self._label.y() + (line if is_above else self._label.height()) // 2
        if self._label.height() > line * 2 or is_above:
            middle = self._label.y() + line // 2 + 1
        box.setRect(px(14), middle - px(11) // 2, px(11), px(11))
        paint_shape(painter, box, shade)

    def _build(self) -> None:
        self._row = row = QHBoxLayout(self)
        self._label = label(self.words, "", wraps=True)
        # A question stands in a line of its own below the screen: as low as can be.
        way = QBoxLayout.Direction
        texts = QBoxLayout(way.LeftToRight if self.asks else way.TopToBottom)
        texts.setSpacing(px(12) if self.asks else 6)
        texts.addWidget(self._label, 100 if self.asks else 1)
        if self.offered:
            buttons = QHBoxLayout()
            buttons.setSpacing(8)
            for nth, action in enumerate(self.offered):
                button = QPushButton(action.words)
                button.setAutoDefault(False)
                # Clicked, it goes: whoever had the keyboard keeps it, and nothing scrolls away.
                button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
                button.setProperty("nth", nth)
                button.clicked.connect(self._on_action)
                self.buttons.append(button)
                buttons.addWidget(button)
            buttons.addStretch(1)
            # A question's buttons follow its words: at the right they would come to stand where
            # the screen's own button just was, under a hand that is about to click it.
            texts.addLayout(buttons, int(self.asks))
        row.addLayout(texts, 1)
        close = IconButton("x", says=self.tr("Đóng thông báo"))
        close.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        close.clicked.connect(self.gone)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self._space()

    def _space(self) -> None:
        self._row.setContentsMargins(px(36), px(10), px(8), px(10))
        self._row.setSpacing(px(8))
        if self.asks:
            self._label.ensurePolished()
            needed = self._label.fontMetrics().horizontalAdvance(self.words) + px(8)
            self._label.setMaximumWidth(needed)

    def _on_action(self) -> None:
        button = self.sender()
        action = self.offered[int(button.property("nth"))]
        self.gone.emit()
        action.do()
