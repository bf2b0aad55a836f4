"""Stands over every screen while the office may only be looked at: why, and what to do."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QWidget

from ui.theme import px
from ui.widgets.text.labels import label


class ReadOnlyBar(QFrame):
    """The sentence and the ways on: of damage all three, of what may pass only to look again.

    Signals:
        restore_wanted, check_wanted, again_wanted, support_wanted: the buttons.
    """

    restore_wanted = Signal()
    check_wanted = Signal()
    again_wanted = Signal()
    support_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("kind", "problem")
        self.words = label("", "stripText", wraps=True)
        self.restore = QPushButton(self.tr("Khôi phục…"))
        self.check = QPushButton(self.tr("Kiểm tra lại"))
        self.again = QPushButton(self.tr("Thử lại"))
        self.support = QPushButton(self.tr("Gói hỗ trợ…"))
        self.restore.clicked.connect(self.restore_wanted)
        self.check.clicked.connect(self.check_wanted)
        self.again.clicked.connect(self.again_wanted)
        self.support.clicked.connect(self.support_wanted)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(8), px(12), px(8))
        row.setSpacing(px(8))
        row.addWidget(self.words, 1)
        for button in (self.restore, self.check, self.again, self.support):
            row.addWidget(button)
        self.hide()

    def say(self, words: str, *, is_damage: bool) -> None:
        """Say why; empty words: it is over."""
        self.restore.setVisible(is_damage)
        self.check.setVisible(is_damage)
        self.again.setVisible(not is_damage)
        self.words.setText(words)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
