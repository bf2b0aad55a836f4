"""What a scanned card says otherwise than what was typed, in words."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication

from app.domain.dossier.identity import Sex
from ui.words import word_for


def card_warning(differing: Mapping[str, str]) -> str:
    """What the card says of fields in which something else stands; empty if nothing does."""
    if not differing:
        return ""
    translate = QCoreApplication.translate
    names = {
        "personal_id": translate("CardWarning", "số"),
        "full_name": translate("CardWarning", "họ tên"),
        "born": translate("CardWarning", "ngày sinh"),
        "sex": translate("CardWarning", "giới tính"),
        "address": translate("CardWarning", "nơi ở"),
    }
    parts = [f"{names[name]} {_shown(name, value)}" for name, value in differing.items()]
    if "personal_id" in differing:
        words = translate(
            "CardWarning",
            "▲ Thẻ của người khác – {0}. Làm người này riêng: Esc cất nháp rồi quét lại.",
        )
    else:
        words = translate("CardWarning", "▲ Thẻ ghi khác chỗ đã gõ – {0}.")
    return words.format("; ".join(parts))


def _shown(name: str, value: str) -> str:
    return word_for(Sex(value)) if name == "sex" else value
