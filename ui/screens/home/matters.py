"""Words beside the numbers of the day, and which of them want a decision."""

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.answers.board import BoardCounts, BoardView
from ui.models.board_cells import Minute, waited_text
from ui.screen import Place
from ui.tokens import Tone


@dataclass(frozen=True, slots=True)
class Matter:
    """Something that wants a decision: what, how pressing, and the list or place it leads to."""

    tone: Tone
    words: str
    more: str
    leads_to: BoardView | Place


def numbers_of(counts: BoardCounts) -> dict[BoardView, int]:
    """The number behind each view."""
    return {
        BoardView.OPEN: counts.open,
        BoardView.RECEIVED_TODAY: counts.received_today,
        BoardView.DUE_TODAY: counts.due_today,
        BoardView.DUE_SOON: counts.due_soon,
        BoardView.OVERDUE: counts.overdue,
        BoardView.PAUSED: counts.paused,
        BoardView.TO_COLLECT: counts.to_collect,
        BoardView.UNSENT: counts.unsent,
    }


def note_of(view: BoardView, counts: BoardCounts, minute: Minute) -> str:
    """The word more under a tile's number."""
    translate = QCoreApplication.translate
    has_any = numbers_of(counts)[view] > 0
    notes = {
        BoardView.OPEN: "",
        BoardView.RECEIVED_TODAY: translate("Home", "trong ngày {0}").format(f"{minute.now:%d/%m}"),
        BoardView.DUE_TODAY: translate("Home", "xong trước giờ hẹn"),
        BoardView.DUE_SOON: translate("Home", "còn dưới {0} giờ làm").format(minute.due_soon_hours),
        BoardView.OVERDUE: translate("Home", "cần xin lỗi, hẹn lại"),
        BoardView.PAUSED: translate("Home", "lâu nhất {0}").format(
            since_text(counts.oldest_pause_at, minute)
        ),
        BoardView.TO_COLLECT: translate("Home", "gọi người dân đến"),
        BoardView.UNSENT: translate("Home", "cũ nhất {0}").format(
            since_text(counts.oldest_unsent_at, minute)
        ),
    }
    if has_any or view is BoardView.RECEIVED_TODAY:
        return notes[view]
    return (
        translate("Home", "đã gửi hết")
        if view is BoardView.UNSENT
        else translate("Home", "không có")
    )


def matters_of(counts: BoardCounts, minute: Minute) -> tuple[Matter, ...]:
    """What wants a decision, most pressing first."""
    translate = QCoreApplication.translate
    found: list[Matter] = []
    if counts.overdue:
        words = translate("Home", "{0} hồ sơ quá hạn").format(counts.overdue)
        more = translate("Home", "Xin lỗi và hẹn lại, trễ nhất trước")
        found.append(Matter(Tone.OVERDUE, words, more, BoardView.OVERDUE))
    if counts.due_soon:
        words = translate("Home", "{0} hồ sơ sắp đến hạn").format(counts.due_soon)
        more = translate("Home", "Nhắc phòng đang giữ hồ sơ")
        found.append(Matter(Tone.DUE_SOON, words, more, BoardView.DUE_SOON))
    if counts.paused:
        words = translate("Home", "Gọi nhắc bổ sung: {0} hồ sơ").format(counts.paused)
        more = note_of(BoardView.PAUSED, counts, minute)
        found.append(Matter(Tone.PAUSED, words, more, BoardView.PAUSED))
    if counts.to_sign:
        words = translate("Home", "{0} hồ sơ chờ ký").format(counts.to_sign)
        more = translate("Home", "Bấm F10 khi đã ký, đóng dấu xong")
        found.append(Matter(Tone.RUNNING, words, more, Place.SIGNING))
    if counts.unsent:
        words = translate("Home", "{0} hồ sơ chưa gửi tỉnh").format(counts.unsent)
        more = note_of(BoardView.UNSENT, counts, minute)
        found.append(Matter(Tone.DUE_SOON, words, more, BoardView.UNSENT))
    if counts.drafts:
        words = translate("Home", "{0} bản nháp đang dở").format(counts.drafts)
        more = translate("Home", "Mở F2 để làm tiếp hoặc bỏ")
        found.append(Matter(Tone.DONE, words, more, Place.INTAKE))
    return tuple(found)


def since_text(moment: datetime | None, minute: Minute) -> str:
    """How much open time has passed since `moment`, empty if there is none."""
    return "" if moment is None else waited_text(moment, minute.now, minute.calendar)
