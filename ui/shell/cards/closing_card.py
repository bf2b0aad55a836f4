"""What the window says while it saves the office before it closes."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.keys import Key, with_key
from ui.shell.cards.question_card import QuestionCard
from ui.widgets.text.labels import label, number_text


class ClosingCard(QuestionCard):
    """The copy can be left out, or the window kept open; the card itself has the focus first.

    Signals:
        skipped: close now, without the copy.
        stayed: do not close after all.
    """

    skipped = Signal()
    stayed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.title = label(self.tr("Đang sao lưu trước khi đóng…"), "title", wraps=True)
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
        self.lay_out(self.title, (self.progress, self._what), (self.skip, self.stay), safe=self)

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

    def on_escape(self) -> None:
        self.stayed.emit()
