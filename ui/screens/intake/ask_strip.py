"""What is awaited of the citizen, and the two answers the clerk may hear."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.screens.intake.plain_label import plain_label


class _Answer(QPushButton):
    """A button that Enter presses too."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if not event.isAutoRepeat():
                self.click()
            return
        super().keyPressEvent(event)


class AskStrip(QWidget):
    """Hidden while nothing is asked.

    Signals:
        agreed: the clerk heard “đúng rồi”.
        refused: something is not right yet.
    """

    agreed = Signal()
    refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("kind", "warning")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        said = self.tr("▲ Chờ công dân xem màn hình và nói “đúng rồi”. Chưa lưu, chưa in.")
        self._said = plain_label(said, "stripText")
        self.yes = _Answer(self.tr("Đúng rồi, lưu và in   F9"))
        self.no = _Answer(self.tr("Chưa đúng   Esc"))
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._said, 1)
        for button, answer in ((self.yes, self.agreed), (self.no, self.refused)):
            button.setAutoDefault(False)
            button.clicked.connect(answer)
            row.addWidget(button)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._said.text()

    def ask(self) -> None:
        """Say what is awaited, and stand ready for Enter."""
        self.show()
        self.yes.setFocus(Qt.FocusReason.ShortcutFocusReason)
