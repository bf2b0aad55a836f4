"""A mistake of the program that nothing caught: its number, what was kept, what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.incidents import Incident
from ui.keys import Key, with_key
from ui.theme import px
from ui.widgets.text.labels import label


class IncidentCard(QFrame):
    """Lies over the window until somebody goes on; the window beneath goes on as it was.

    Signals:
        closed: it was closed; the focus should return.
        support_wanted: the support bundle is to be written.
    """

    closed = Signal()
    support_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAutoFillBackground(True)
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
        buttons = QHBoxLayout()
        buttons.setSpacing(px(8))
        for button in (self.go_on, self.copy, self.support):
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(20), px(24), px(20))
        column.setSpacing(px(12))
        for part in (self.title, self.kept, label(what, "quiet", wraps=True)):
            column.addWidget(part)
        column.addStretch(1)
        column.addLayout(buttons)
        self.hide()

    def show_incident(self, incident: Incident, kept: str) -> None:
        """Say this one; those said before stay in what is copied."""
        self._reports.append(incident.report)
        self.title.setText(self.tr("Chương trình gặp lỗi số {0}").format(incident.number))
        self.setAccessibleName(self.title.text())
        self.kept.setText(kept)

    def open_at(self, left: int, top: int, width: int, height: int) -> None:
        """Lie at this place and take the focus."""
        self.setGeometry(left, top, width, min(height, self.heightForWidth(width)))
        self.show()
        self.raise_()
        self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Close."""
        if not self.isHidden():
            self.hide()
            self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        pressed = {
            button: button.click for button in (self.go_on, self.copy, self.support)
        }  # fmt: skip
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            next((do for button, do in pressed.items() if button.hasFocus()), self.end)()
        else:
            super().keyPressEvent(event)

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n\n".join(self._reports))
        self.copy.setText(self.tr("Đã chép"))
