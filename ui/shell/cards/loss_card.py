"""The question after a loss: only look, or go on without what is gone, for a kept reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.keys import Key, with_key
from ui.theme import px
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.keys import bind_submit
from ui.widgets.text.labels import label


class LossCard(QFrame):
    """Lies over the window; whoever closes it looks, and changes nothing.

    The button that only looks has the focus: no stray Enter accepts a loss.

    Signals:
        closed: it was closed; the focus should return.
        accepted: go on, for this reason.
        restoring: to where a backup is restored.
    """

    closed = Signal()
    accepted = Signal(str)
    restoring = Signal()

    def __init__(self, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAutoFillBackground(True)
        title = label(self.tr("Dữ liệu bị thiếu: chỉ xem được"), "title", wraps=True)
        self.setAccessibleName(title.text())
        self.words = label("", "", wraps=True)
        self.reason = LineField(self.tr("Lý do làm tiếp mà không khôi phục"), say)
        self.look = QPushButton(with_key(self.tr("Chỉ xem"), Key.ENTER))
        self.look.setObjectName("primary")
        self.restore = QPushButton(self.tr("Khôi phục bản sao lưu"))
        self.go_on = QPushButton(with_key(self.tr("Làm tiếp"), Key.DO))
        self.look.clicked.connect(self.end)
        self.restore.clicked.connect(self.restoring)
        self.go_on.clicked.connect(self._accept)
        bind_submit(self, self._accept)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        for button in (self.look, self.restore, self.go_on):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        for part in (title, self.words, self.reason):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        self.hide()

    def open_at(self, left: int, top: int, width: int, height: int) -> None:
        """Lie at this place and take the focus."""
        self.setGeometry(left, top, width, max(height, self.heightForWidth(width)))
        if self.isVisible():
            return  # moved along with the window: the focus stays where it is
        self.show()
        self.raise_()
        self.look.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """Say beside the field why it is not accepted, with room for that."""
        self.reason.show_problem(words)
        self.reason.setFocus()
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def end(self) -> None:
        """Close."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key == Qt.Key.Key_Escape or (
            key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.look.hasFocus()
        ):
            self.end()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - as Qt calls it
        """Tab goes round in the card: what lies under it is not asked."""
        stops = (self.reason.input, self.look, self.restore, self.go_on)
        focused = next((nth for nth, stop in enumerate(stops) if stop.hasFocus()), 0)
        stops[(focused + (1 if forward else -1)) % len(stops)].setFocus(
            Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        )
        return True

    def _accept(self) -> None:
        self.reason.clear_problem()
        self.accepted.emit(self.reason.value())
