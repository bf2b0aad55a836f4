"""What a scanned card says otherwise than what was typed, and one key to take the card's word."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from app.domain.identity import Sex
from ui.screens.intake.plain_label import plain_label
from ui.words import word_for


class CardStrip(QWidget):
    """Hidden while card and typing agree.

    Signals:
        taken: the card's values are to be taken.
    """

    taken = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("strip")
        self.setProperty("kind", "warning")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._said = plain_label("", "stripText")
        self.take = QPushButton(self.tr("Lấy theo thẻ   Ctrl+0"))
        self.take.setObjectName("link")
        self.take.setAutoDefault(False)
        self.take.clicked.connect(self.taken)
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 6, 10, 6)
        row.addWidget(self._said, 1)
        row.addWidget(self.take, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_differing(self, differing: Mapping[str, str]) -> None:
        """Say what the card says of fields in which something else stands; nothing hides it."""
        names = {
            "personal_id": self.tr("số"),
            "full_name": self.tr("họ tên"),
            "born": self.tr("ngày sinh"),
            "sex": self.tr("giới tính"),
            "address": self.tr("nơi ở"),
        }
        parts = [f"{names[name]} {_shown(name, value)}" for name, value in differing.items()]
        if "personal_id" in differing:
            words = self.tr(
                "▲ Thẻ của người khác – {0}. Làm người này riêng: Esc cất nháp rồi quét lại."
            )
        else:
            words = self.tr("▲ Thẻ ghi khác chỗ đã gõ – {0}.")
        self._said.setText(words.format("; ".join(parts)))
        self.setVisible(bool(differing))


def _shown(name: str, value: str) -> str:
    return word_for(Sex(value)) if name == "sex" else value
