"""What a scanned card says otherwise than what was typed, and one key to take the card's word."""

from collections.abc import Mapping

from PySide6.QtWidgets import QWidget

from app.domain.identity import Sex
from ui.screens.intake.act_strip import ActStrip
from ui.words import word_for


class CardStrip(ActStrip):
    """Hidden while card and typing agree; `acted` asks to take the card's values."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button.setText(self.tr("Lấy theo thẻ   Ctrl+0"))

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
        self.warn(words.format("; ".join(parts)) if differing else "")


def _shown(name: str, value: str) -> str:
    return word_for(Sex(value)) if name == "sex" else value
