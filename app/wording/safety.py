"""Whose data something is, how many dossiers and from when, in plain words."""

from datetime import datetime

from app.answers.safety import DataFacts
from app.domain.clock import in_vietnam, time_and_day
from app.domain.phrases import Phrase, joined, phrase


def data_words(facts: DataFacts) -> Phrase:
    """``UBND xã Mẫu Sơn (H37.99.1): 120 hồ sơ, nhận từ 01/11/2026 đến 30/11/2026``."""
    office = facts.office or phrase("cơ quan chưa đặt tên")
    whose = phrase("{office} ({code})", office=office, code=facts.agency_code or "–")
    if facts.is_practice:
        whose = phrase("{office} – dữ liệu luyện tập", office=whose)
    number = f"{facts.dossiers:,}".replace(",", ".")
    if facts.first_at is None or facts.last_at is None:
        held = phrase("{whose}: chưa có hồ sơ nào", whose=whose)
    else:
        held = phrase(
            "{whose}: {dossiers} hồ sơ, nhận từ {first} đến {last}",
            whose=whose,
            dossiers=number,
            first=_day(facts.first_at),
            last=_day(facts.last_at),
        )
    if facts.made_at is None:
        return held
    made = phrase("sao lưu lúc {at}", at=time_and_day(in_vietnam(facts.made_at)))
    return joined((held, made))


def _day(moment: datetime) -> str:
    return f"{in_vietnam(moment):%d/%m/%Y}"
