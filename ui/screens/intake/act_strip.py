"""A warning and the one key that answers it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.screens.intake.plain_label import plain_label


class ActStrip(QWidget):
    """Hidden while there is nothing to warn of; an heir names the act.

    Signals:
        acted: the button was pressed.
    """

    acted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("kind", "warning")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._said = plain_label("", "stripText")
        self.button = QPushButton()
        self.button.setObjectName("link")
        self.button.setAutoDefault(False)
        self.button.clicked.connect(self.acted)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(self._said, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._said.text()

    def warn(self, words: str) -> None:
        """Say `words`; none hides the strip."""
        self._said.setText(words)
        self.setVisible(bool(words))
