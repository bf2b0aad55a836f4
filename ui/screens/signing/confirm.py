"""A question before many dossiers move at once: inline, answered by a key."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from ui.keys import Key, with_key
from ui.widgets.keys import bind_submit
from ui.widgets.text.labels import label


class ConfirmStrip(QFrame):
    """Hidden until asked.

    Signals:
        agreed: do it.
        dismissed: leave it.
    """

    agreed = Signal()
    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._question = label("", "strong", wraps=True)
        self.yes = QPushButton("")
        self.yes.setObjectName("primary")
        self.no = QPushButton(with_key(self.tr("Thôi"), Key.ESCAPE))
        self.yes.clicked.connect(self.agreed)
        self.no.clicked.connect(self.dismissed)
        bind_submit(self, self._on_key, Qt.ShortcutContext.WindowShortcut)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(14, 12, 14, 12)
        column.setSpacing(10)
        column.addWidget(self._question)
        column.addLayout(buttons)
        self.hide()

    def ask(self, question: str, yes: str) -> None:
        """Ask, and take the focus; `yes` is what the button that does it names."""
        self._question.setText(question)
        self.yes.setText(with_key(yes, Key.DO))
        self.setAccessibleName(question)
        self.show()
        self.yes.setEnabled(True)
        self.yes.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def question(self) -> str:
        """What is asked, empty if nothing is."""
        return "" if self.isHidden() else self._question.text()

    def set_busy(self) -> None:
        """It is being done: it cannot be asked for twice."""
        self.yes.setEnabled(False)

    def _on_key(self) -> None:
        if self.yes.isEnabled():
            self.agreed.emit()
