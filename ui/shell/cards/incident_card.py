"""A mistake of the program that nothing caught: its number, what was kept, what can be done."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton, QWidget

from app.incidents import Incident
from ui.keys import Key, with_key
from ui.shell.cards.question_card import QuestionCard
from ui.widgets.text.labels import label


class IncidentCard(QuestionCard):
    """The window beneath goes on as it was; the button that goes on is the safe one.

    Signals:
        support_wanted: the support bundle is to be written.
    """

    support_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._reports: list[str] = []
        self.title = label("", "title", wraps=True)
        self.kept = label("", "", wraps=True)
        what = self.tr(
            "Hãy làm lại việc vừa rồi. Nếu lại lỗi, ghi gói hỗ trợ và gửi người hỗ trợ kèm số lỗi "
            "này; trong đó không có dữ liệu của người dân."
        )
        self.go_on = QPushButton(with_key(self.tr("Làm tiếp"), Key.ENTER))
        self.go_on.setObjectName("primary")
        self.copy = QPushButton(self.tr("Chép báo lỗi"))
        self.support = QPushButton(self.tr("Ghi gói hỗ trợ…"))
        self.go_on.clicked.connect(self.end)
        self.copy.clicked.connect(self._copy)
        self.support.clicked.connect(self.support_wanted)
        self.lay_out(
            self.title, (self.kept, label(what, "quiet", wraps=True)),
            (self.go_on, self.copy, self.support), safe=self.go_on,
        )  # fmt: skip

    def show_incident(self, incident: Incident, kept: str) -> None:
        """Say this one; those said before stay in what is copied."""
        self._reports.append(incident.report)
        self.title.setText(self.tr("Chương trình gặp lỗi số {0}").format(incident.number))
        self.setAccessibleName(self.title.text())
        self.kept.setText(kept)

    def on_enter(self) -> bool:
        stops = (self.go_on, self.copy, self.support)
        next((stop.click for stop in stops if stop.hasFocus()), self.end)()
        return True

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(self._reports))
        self.copy.setText(self.tr("Đã chép"))
