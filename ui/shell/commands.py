"""What the window can do, as lines of the palette."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.screen import Place
from ui.shell.palette_entries import Entry, EntryKind
from ui.shell.rail import RailEntry


@dataclass(frozen=True, slots=True)
class Deeds:
    """What the commands call, on the GUI thread."""

    go: Callable[[Place], None]
    take_key: Callable[[str], None]
    show_keys: Callable[[], None]
    show_drawer: Callable[[], None]
    read_clipboard: Callable[[], None]
    read_picture: Callable[[], None]
    toggle_citizen: Callable[[], None]


def commands(places: Sequence[RailEntry], deeds: Deeds) -> list[Entry]:
    """The places with a key, then everything else that works everywhere."""
    translate = QCoreApplication.translate
    led = [_place(entry, deeds) for entry in places]
    others = (
        (translate("Palette", "In lại giấy tờ của hồ sơ đang mở"), "F8",
         lambda: deeds.take_key("F8")),
        (translate("Palette", "Đọc mã trong ảnh hoặc chữ vừa chép"), "Ctrl+Shift+V",
         deeds.read_clipboard),
        (translate("Palette", "Đọc mã từ tệp ảnh…"), "", deeds.read_picture),
        (translate("Palette", "Màn hình cho người dân: mở, đóng"), "F6", deeds.toggle_citizen),
        (translate("Palette", "Bảng phím tắt"), "F1", deeds.show_keys),
        (translate("Palette", "Thông báo đã qua"), "", deeds.show_drawer),
    )  # fmt: skip
    return [*led, *(Entry(EntryKind.COMMAND, words, "", key, do) for words, key, do in others)]


def _place(entry: RailEntry, deeds: Deeds) -> Entry:
    details = {
        Place.HOME: QCoreApplication.translate("Palette", "việc cần làm theo hạn"),
        Place.INTAKE: QCoreApplication.translate("Palette", "hồ sơ mới"),
        Place.SEARCH: QCoreApplication.translate("Palette", "mở hồ sơ bằng mã, tên, số"),
        Place.RETURN: QCoreApplication.translate("Palette", "hồ sơ xong, chờ người dân nhận"),
        Place.EXCHANGE: QCoreApplication.translate("Palette", "ghi gói gửi tỉnh, nhận trả lời"),
        Place.REFERENCE: QCoreApplication.translate("Palette", "thủ tục, lịch làm việc, biểu phí"),
        Place.SETTINGS: QCoreApplication.translate("Palette", "cơ quan, máy in, sao lưu"),
        Place.SIGNING: QCoreApplication.translate("Palette", "giấy tờ chứng thực chờ ký, đóng dấu"),
        Place.CASH: QCoreApplication.translate(
            "Palette", "phiếu thu trong ngày, đếm tiền, khóa sổ"
        ),
    }
    place = entry.place
    return Entry(
        EntryKind.COMMAND, entry.words, details.get(place, ""), entry.key, lambda: deeds.go(place)
    )
