"""Where a scanner may type past every input method: a place for keys that is no text field.

Input methods rewrite what they are given letter by letter and spoil a card's scan; they do not
touch a widget that takes no text. What a person types here is handed on at the first pause.
"""

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from ui.icons import pixmap
from ui.theme import px, tokens
from ui.widgets.keys import is_command

_PAUSE_MS = 70
"""A person's pause; keys of a scanner come closer to each other."""


class ScanPad(QWidget):
    """Drawn over the field it belongs to while it has the focus.

    Signals:
        handed: what a person typed after all, or nothing if they only want the field.
        left: Esc.
    """

    handed = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._collected = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        self.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, on=False)
        self.setAccessibleName(self.tr("Sẵn sàng quét, hoặc gõ để tìm"))
        self.hide()

    @property
    def collected(self) -> str:
        """What was typed and not handed on yet."""
        return self._collected

    def open_over(self, field: QWidget) -> None:
        """Lie over `field`, with the keyboard."""
        self._collected = ""
        self.setGeometry(field.geometry())
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def hold(self, text: str) -> None:
        """Let this, and no more, be what was typed."""
        self._collected = text
        if not text:
            self._pause.stop()

    def hand_on(self) -> None:
        """Hand on what was typed, at once."""
        self._pause.stop()
        text, self._collected = self._collected, ""
        self.handed.emit(text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, text = event.key(), event.text()
        if key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Backspace:
            self._collected = self._collected[:-1]
        elif text and text.isprintable() and not is_command(event):
            self._collected += text
            self._pause.start()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.hand_on()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._pause.stop()
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        shades = tokens(self)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(QPen(QColor(shades.accent), px(2)))
        painter.setBrush(QColor(shades.tint))
        painter.drawRoundedRect(box, box.height() / 2, box.height() / 2)
        side = px(16)
        painter.drawPixmap(
            px(12), (self.height() - side) // 2, pixmap("scan-line", shades.accent, side)
        )
        painter.setPen(QColor(shades.accent))
        room = self.rect().adjusted(px(36), 0, -px(12), 0)
        words = self.fontMetrics().elidedText(
            self.tr("Sẵn sàng quét – hoặc gõ để tìm"), Qt.TextElideMode.ElideRight, room.width()
        )
        painter.drawText(
            room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), words
        )

    def _on_paused(self) -> None:
        if self._collected:
            self.hand_on()
