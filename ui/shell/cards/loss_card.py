"""The question after a loss: only look, or go on without what is gone, for a kept reason."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from ui.keys import Key, with_key
from ui.shell.cards.question_card import QuestionCard
from ui.widgets.fields.line_field import LineField, Say
from ui.widgets.keys import bind_submit
from ui.widgets.text.labels import label


class LossCard(QuestionCard):
    """Whoever closes it looks, and changes nothing; the button that only looks is the safe one.

    Signals:
        accepted: go on, for this reason.
        restoring: to where a backup is restored.
    """

    accepted = Signal(str)
    restoring = Signal()

    def __init__(self, say: Say, parent: QWidget) -> None:
        super().__init__(parent)
        title = label(self.tr("Dữ liệu bị thiếu: chỉ xem được"), "title", wraps=True)
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
        self.lay_out(
            title, (self.words, self.reason), (self.look, self.restore, self.go_on),
            safe=self.look, stops=(self.reason.input,),
        )  # fmt: skip

    def refuse(self, words: str) -> None:
        """Say beside the field why it is not accepted, with room for that."""
        self.reason.show_problem(words)
        self.reason.setFocus()
        layout = self.layout()
        if layout is not None:
            layout.activate()
        self.resize(self.width(), max(self.height(), self.heightForWidth(self.width())))

    def on_enter(self) -> bool:
        if self.look.hasFocus():
            self.end()
            return True
        return False

    def _accept(self) -> None:
        self.reason.clear_problem()
        self.accepted.emit(self.reason.value())
