"""That this person already has an open dossier of this procedure, and one key to compare."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.domain.answers import Twin
from ui.screens.intake.plain_label import plain_label
from ui.screens.intake.weekdays import short_weekday


class TwinStrip(QWidget):
    """Hidden while there is none.

    Signals:
        compared: the two are to be shown side by side.
    """

    compared = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("kind", "warning")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._said = plain_label("", "stripText")
        self._compare = QPushButton(self.tr("So sánh   Alt+S"))
        self._compare.setObjectName("link")
        self._compare.setAutoDefault(False)
        self._compare.clicked.connect(self.compared)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(self._said, 1)
        row.addWidget(self._compare, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def words(self) -> str:
        """What it says."""
        return self._said.text()

    def show_twin(self, twin: Twin | None) -> None:
        """Warn of `twin`; none hides the strip."""
        if twin is not None:
            words = self.tr("▲ Người này đang có hồ sơ {0} cùng thủ tục, nhận {1}.")
            self._said.setText(words.format(twin.code, short_weekday(twin.received_at.date())))
        self.setVisible(twin is not None)
