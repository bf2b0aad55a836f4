"""Words beside the numbers of the day, and which of them want a decision."""

from collections.abc import Iterator
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.answers.board import BoardCounts, BoardView
from app.answers.safety import LastBackup
from app.answers.watched import Watched
from app.domain.clock import in_vietnam
from ui.keys import Key
from ui.models.board_cells import Minute
from ui.screen import Place
from ui.screens.home.matter import Matter
from ui.screens.home.saved import backup_matters
from ui.tokens import Tone
from ui.widgets.text.labels import number_text
from ui.words import since_words


def numbers_of(counts: BoardCounts) -> dict[BoardView, int]:
    """The number behind each view."""
    return {
        BoardView.OPEN: counts.open,
        BoardView.RECEIVED_TODAY: counts.received_today,
        BoardView.DUE_TODAY: counts.due_today,
        BoardView.DUE_SOON: counts.due_soon,
        BoardView.OVERDUE: counts.overdue,
        BoardView.APOLOGY: counts.apology,
        BoardView.PAUSED: counts.paused,
        BoardView.TO_COLLECT: counts.to_collect,
        BoardView.UNSENT: counts.unsent,
    }


def note_of(view: BoardView, counts: BoardCounts, minute: Minute, refused: int = 0) -> str:
    """The word more under a tile's number; `refused` dossiers are not sent for all that left."""
    translate = QCoreApplication.translate
    has_any = numbers_of(counts)[view] > 0
    notes = {
        BoardView.OPEN: "",
        BoardView.RECEIVED_TODAY: translate("Home", "trong ngày {0}").format(f"{minute.now:%d/%m}"),
        BoardView.DUE_TODAY: translate("Home", "xong trước giờ hẹn"),
        BoardView.DUE_SOON: translate("Home", "còn dưới {0} giờ làm").format(minute.due_soon_hours),
        BoardView.OVERDUE: translate("Home", "cần xin lỗi, hẹn lại"),
        BoardView.APOLOGY: translate("Home", "chưa báo người dân"),
        BoardView.PAUSED: translate("Home", "lâu nhất từ {0}").format(
            since_text(counts.oldest_pause_at, minute)
        ),
        BoardView.TO_COLLECT: translate("Home", "gọi người dân đến"),
        BoardView.UNSENT: translate("Home", "cũ nhất từ {0}").format(
            since_text(counts.oldest_unsent_at, minute)
        ),
    }
    if has_any or view is BoardView.RECEIVED_TODAY:
        return notes[view]
    if view is not BoardView.UNSENT:
        return translate("Home", "không có")
    if refused:
        return translate("Home", "tỉnh từ chối {0}").format(refused)
    return translate("Home", "đã xuất hết")


def matters_of(
    counts: BoardCounts, minute: Minute, last: LastBackup, watched: Watched, refused: int = 0
) -> tuple[Matter, ...]:
    """What wants a decision, most pressing first."""
    translate = QCoreApplication.translate
    found = list(_of_data(watched))
    found += _of_delays(counts)
    if refused:
        words = translate("Home", "Tỉnh từ chối {0} hồ sơ").format(refused)
        more = translate("Home", "Sửa rồi gửi lại ở Đồng bộ ({0})").format(Key.EXCHANGE)
        found.append(Matter(Tone.OVERDUE, words, more, Place.EXCHANGE))
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
        more = translate("Home", "Bấm {0} khi đã ký, đóng dấu xong").format(Key.SIGNING)
        found.append(Matter(Tone.RUNNING, words, more, Place.SIGNING))
    if counts.unsent:
        words = translate("Home", "{0} hồ sơ chưa gửi tỉnh").format(counts.unsent)
        more = note_of(BoardView.UNSENT, counts, minute)
        found.append(Matter(Tone.DUE_SOON, words, more, BoardView.UNSENT))
    found += backup_matters(last, minute.now)
    if counts.drafts:
        words = translate("Home", "{0} bản nháp đang dở").format(counts.drafts)
        more = translate("Home", "Mở {0} để làm tiếp hoặc bỏ").format(Key.NEW)
        found.append(Matter(Tone.DONE, words, more, Place.INTAKE))
    return tuple(found)


def _of_delays(counts: BoardCounts) -> Iterator[Matter]:
    """Whose result is late or will be, and who does not know of it yet."""
    translate = QCoreApplication.translate
    if counts.apology:
        words = translate("Home", "Cần xin lỗi: {0} hồ sơ").format(counts.apology)
        more = translate("Home", "Phiếu đã soạn sẵn: chọn lý do, in, rồi báo người dân")
        yield Matter(Tone.OVERDUE, words, more, BoardView.APOLOGY)
    if counts.overdue:
        words = translate("Home", "{0} hồ sơ quá hạn").format(counts.overdue)
        more = translate("Home", "Trễ nhất trước")
        yield Matter(Tone.OVERDUE, words, more, BoardView.OVERDUE)


def _of_data(watched: Watched) -> Iterator[Matter]:
    """What is wrong with the data or their disk: it comes before all else."""
    translate = QCoreApplication.translate
    if watched.worst is not None:
        words = (
            translate("Home", "Dữ liệu bị hỏng, chỉ xem được")
            if watched.worst.is_grave
            else translate("Home", "Dữ liệu có chỗ không khớp")
        )
        more = translate("Home", "Xem chỗ hỏng, kiểm tra lại ở Cài đặt ({0})").format(Key.SETTINGS)
        yield Matter(Tone.OVERDUE, words, more, Place.SETTINGS)
    if watched.is_room_low:
        words = translate("Home", "Ổ đĩa sắp đầy: còn {0} MB").format(
            number_text(watched.room >> 20)
        )
        more = translate("Home", "Xóa bớt tệp trên ổ chứa dữ liệu; đầy hẳn thì không lưu được")
        yield Matter(Tone.OVERDUE, words, more, Place.SETTINGS)


def since_text(moment: datetime | None, minute: Minute) -> str:
    """Since when, empty if there is none."""
    return "" if moment is None else since_words(in_vietnam(moment), minute.now)
