"""What the window can do, as lines of the palette."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from ui.key_table import meaning
from ui.keys import Key
from ui.screen import Place
from ui.shell.cards.palette_entries import Entry, EntryKind
from ui.shell.cards.parts import Part, parts
from ui.shell.frame.rail import RailEntry


@dataclass(frozen=True, slots=True)
class WindowActions:
    """What the commands call, on the GUI thread."""

    go: Callable[[Place], None]
    go_to_part: Callable[[Place, str], None]
    take_key: Callable[[Key], None]
    show_keys: Callable[[], None]
    show_drawer: Callable[[], None]
    read_clipboard: Callable[[], None]
    read_picture: Callable[[], None]
    toggle_citizen: Callable[[], None]


def commands(places: Sequence[RailEntry], actions: WindowActions) -> list[Entry]:
    """The places with a key, then everything else that works everywhere."""
    translate = QCoreApplication.translate
    led = [_place(entry, actions) for entry in places]
    others = (
        (meaning(Key.REPRINT), Key.REPRINT, lambda: actions.take_key(Key.REPRINT)),
        (meaning(Key.READ_CODE), Key.READ_CODE, actions.read_clipboard),
        (translate("Palette", "Đọc mã từ tệp ảnh…"), "", actions.read_picture),
        (meaning(Key.CITIZEN), Key.CITIZEN, actions.toggle_citizen),
        (meaning(Key.HELP), Key.HELP, actions.show_keys),
        (translate("Palette", "Thông báo đã qua"), "", actions.show_drawer),
    )
    shown = {entry.place for entry in places}
    led_to = [_part(part, actions) for part in parts() if part.place in shown]
    own = [Entry(EntryKind.COMMAND, words, "", key, do) for words, key, do in others]
    return [*led, *own, *led_to]


def _part(part: Part, actions: WindowActions) -> Entry:
    def go() -> None:
        actions.go_to_part(part.place, part.name)

    return Entry(EntryKind.PART, part.words, part.detail, "", go)


def _place(entry: RailEntry, actions: WindowActions) -> Entry:
    details = {
        Place.HOME: QCoreApplication.translate("Palette", "việc cần làm theo hạn"),
        Place.INTAKE: QCoreApplication.translate("Palette", "hồ sơ mới"),
        Place.SEARCH: QCoreApplication.translate("Palette", "mở hồ sơ bằng mã, tên, số"),
        Place.RETURN: QCoreApplication.translate("Palette", "hồ sơ xong, chờ người dân nhận"),
        Place.EXCHANGE: QCoreApplication.translate("Palette", "ghi gói gửi tỉnh, nhận trả lời"),
        Place.REFERENCE: QCoreApplication.translate("Palette", "thủ tục, lịch làm việc, biểu phí"),
        Place.SETTINGS: QCoreApplication.translate("Palette", "cơ quan, máy in, sao lưu"),
        Place.SIGNING: QCoreApplication.translate("Palette", "giấy tờ chứng thực chờ ký, đóng dấu"),
        Place.REGISTER: QCoreApplication.translate(
            "Palette", "số liệu của tháng, sổ theo dõi hồ sơ (Mẫu 07)"
        ),
        Place.DAY: QCoreApplication.translate(
            "Palette", "đếm việc trong ngày, giải trình, lập phiếu có số"
        ),
        Place.HANDOVER: QCoreApplication.translate(
            "Palette", "quét chồng hồ sơ giao đi, quét nhận lại"
        ),
        Place.LISTS: QCoreApplication.translate(
            "Palette", "lọc theo lĩnh vực, cán bộ, thôn bản; ghi ra Excel; xong cả chồng hồ sơ"
        ),
        Place.CASH: QCoreApplication.translate(
            "Palette", "phiếu thu trong ngày, đếm tiền, khóa sổ"
        ),
    }
    place = entry.place
    return Entry(
        EntryKind.COMMAND, entry.words, details.get(place, ""), entry.key, lambda: actions.go(place)
    )
