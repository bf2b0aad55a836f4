"""What the window says while it saves the office before it closes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.keys import Key, with_key
from ui.theme import px
from ui.widgets.text.labels import label, number_text


class ClosingCard(QFrame):
    """Lies over the window; the copy can be left out, or the window kept open.

    The card itself has the focus: no stray Enter leaves a copy out.

    Signals:
        closed: it was closed; the focus should return.
        skipped: close now, without the copy.
        stayed: do not close after all.
    """

    closed = Signal()
    skipped = Signal()
    stayed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAutoFillBackground(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = label(self.tr("Đang sao lưu trước khi đóng…"), "title", wraps=True)
        self.setAccessibleName(self.title.text())
        self.progress = label("", "strong", wraps=True)
        self._what = label(
            self.tr(
                "Bản sao lưu được mở ra kiểm tra rồi mới tính; xong thì cửa sổ tự đóng. Bỏ qua thì "
                "không mất gì, chỉ là chưa có bản sao lưu mới."
            ),
            "quiet",
            wraps=True,
        )
        self.skip = QPushButton(self.tr("Bỏ qua, đóng ngay"))
        self.stay = QPushButton(with_key(self.tr("Không đóng nữa"), Key.ESCAPE))
        self.skip.clicked.connect(self.skipped)
        self.stay.clicked.connect(self.stayed)
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        buttons.addWidget(self.skip)
        buttons.addWidget(self.stay)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        for part in (self.title, self.progress, self._what):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        self.hide()

    def show_progress(self, done: int, total: int) -> None:
        """How far the copy is."""
        if total:
            words = self.tr("Đã xong {0}%")
            self.progress.setText(words.format(number_text(done * 100 // total)))

    def show_failure(self, words: str) -> None:
        """Say why there is no copy; nothing closes by itself then."""
        self.title.setText(self.tr("Chưa sao lưu được trước khi đóng"))
        self.progress.setText("■ " + words)
        self._what.setText(
            self.tr(
                "Dữ liệu đã ghi vẫn còn nguyên, chỉ là chưa có bản sao lưu mới. Có thể đóng rồi "
                "sao lưu sau, hoặc ở lại xem Cài đặt ({0})."
            ).format(Key.SETTINGS)
        )
        self.skip.setText(self.tr("Đóng"))

    def open_at(self, left: int, top: int, width: int, height: int) -> None:
        """Lie at this place and take the focus."""
        self.setGeometry(left, top, width, max(height, self.heightForWidth(width)))
        self.show()
        self.raise_()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Close."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stayed.emit()
        else:
            super().keyPressEvent(event)
