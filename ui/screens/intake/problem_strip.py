"""The line that names the fields to correct; each name leads to its field."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from ui.screens.intake.plain_label import plain_label

MOST = 5


class ProblemStrip(QWidget):
    """Names of fields as links.

    Signals:
        jumped: the name of the field to go to.
    """

    jumped = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("kind", "problem")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._fields: list[str] = []
        self._said = plain_label("", "stripText", wraps=False)
        self._links = [self._link(nth) for nth in range(MOST)]
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 6, 12, 6)
        row.setSpacing(8)
        row.addWidget(self._said)
        for link in self._links:
            row.addWidget(link)
        row.addStretch(1)
        self.hide()

    def show_problems(self, problems: Sequence[tuple[str, str]]) -> None:
        """Name these: (field, its label); none hides the strip."""
        named = dict(problems)
        self._fields = list(named)
        self._said.setText(self.tr("■ {0} chỗ cần sửa:").format(len(problems)))
        for nth, link in enumerate(self._links):
            link.setVisible(nth < len(self._fields))
            if nth < len(self._fields):
                link.setText(named[self._fields[nth]])
        self.setVisible(bool(problems))

    def show_sentence(self, sentence: str) -> None:
        """Say a refusal that belongs to no field."""
        self._fields = []
        self._said.setText("■ " + sentence)
        for link in self._links:
            link.hide()
        self.show()

    @property
    def words(self) -> str:
        """What the strip says."""
        links = [link.text() for link in self._links if not link.isHidden()]
        return " ".join([self._said.text(), *links])

    def _link(self, nth: int) -> QPushButton:
        link = QPushButton()
        link.setObjectName("link")
        link.setAutoDefault(False)
        link.clicked.connect(lambda: self.jumped.emit(self._fields[nth]))
        return link
