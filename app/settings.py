"""The office's settings: each key declared once, with default, meaning and check."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import time
from itertools import pairwise
from typing import Any

from app.domain.dossier import numbering
from app.domain.errors import DeskError
from app.domain.phrases import phrase
from app.domain.text import line
from app.print_settings import (
    FORM_PARTS,
    TRAYS,
    WAYS,
    between,
    checked,
    expected,
    known_parts,
    offset,
    one_of,
    short_line,
    truth,
)


class UnknownSetting(DeskError):
    """Facts: key, known (comma-separated)."""


class InvalidSetting(DeskError):
    """Facts: key, value, expected (in Vietnamese)."""


@dataclass(frozen=True, slots=True)
class Settings:
    """Office settings as one value; keys on the command line are the field names.

    `superior_body` and `office` stand at the head of the forms; `agency_code` and `code_pattern`
    make dossier codes; `stations` gives blocks of numbers per station as ``1:1-4999,2:5000-9999``
    (empty: every station draws from 1–9999 of one database), and each of them then its own volumes
    of certification and its own series of payment slips. `due_soon_hours` in working hours.
    `scanner_port` names the serial port of the scanner (empty: it types like a keyboard),
    `scanner_prefix` what the scanner is programmed to send before every code.

    `printer` to `print_y` are the profile of forms on A4 and A5, `slip_…` that of the 80 mm slip,
    `label_…` that of labels; offsets in millimetres, to the right and down. `form_…` say where one
    form differs from its kind of paper (`print_settings.FORM_PARTS`). A data folder lies on one
    machine, so that these are that machine's own printers. `citizen_opens` and `citizen_confirms`
    are about the window turned to the citizen: it opens with the desk, and asks “đúng chưa?” before
    a print. `language` is the window's from its next start on.
    """

    superior_body: str = ""
    office: str = ""
    department: str = "Trung tâm Phục vụ hành chính công"
    agency_code: str = ""
    place: str = ""
    officer: str = ""
    code_pattern: str = numbering.DEFAULT_PATTERN
    stations: str = ""
    same_day_cutoff: str = "15:00"
    due_at_end_of_day: bool = False
    due_soon_hours: int = 8
    printer: str = ""
    paper: str = "a4"
    print_copies: int = 1
    print_tray: str = "auto"
    print_duplex: bool = False
    print_x: float = 0.0
    print_y: float = 0.0
    slip_way: str = "driver"
    slip_printer: str = ""
    slip_device: str = ""
    slip_copies: int = 1
    slip_x: float = 0.0
    slip_y: float = 0.0
    label_printer: str = ""
    label_copies: int = 1
    label_x: float = 0.0
    label_y: float = 0.0
    # One text for every line of the table of forms' own print settings, known by its key.
    __annotations__ |= dict.fromkeys(FORM_PARTS, str)
    locals().update(dict.fromkeys(FORM_PARTS, ""))
    qr_with_identity: bool = False
    provisional_line: bool = True
    register_line: bool = False
    theme: str = "light"
    text_scale: int = 100
    language: str = "vi"
    citizen_opens: bool = False
    citizen_confirms: bool = False
    practice: bool = False
    scanner_port: str = ""
    scanner_prefix: str = ""
    export_folder: str = ""
    last_backup: str = ""


def read_settings(stored: Mapping[str, str]) -> Settings:
    """Settings from their stored text; keys of a newer program are passed over."""
    known = {one.name for one in fields(Settings)}
    settings = Settings()
    for key, value in stored.items():
        if key in known:
            kept = known_parts(key, value) if key in FORM_PARTS else value
            settings = change(settings, key, kept)
    return settings


def change(settings: Settings, key: str, value: str) -> Settings:
    """`settings` with `key` set from text.

    Raises:
        UnknownSetting: no such key.
        InvalidSetting: the text is not what the key takes.
    """
    known = [field.name for field in fields(Settings)]
    if key not in known:
        raise UnknownSetting(key=key, known=", ".join(known))
    read, expected = _CHECKS.get(key, (short_line, _A_LINE))
    try:
        changes: dict[str, Any] = {key: read(value)}
        return replace(settings, **changes)
    except (ValueError, DeskError):
        raise InvalidSetting(key=key, value=value[:80], expected=expected) from None


def block_of(settings: Settings, station: int) -> numbering.Block:
    """The numbers of a day that `station` may give.

    Raises:
        InvalidSetting: the setting names blocks, but none for this station.
    """
    if not settings.stations:
        return numbering.Block()
    blocks = _blocks(settings.stations)
    if station not in blocks:
        raise InvalidSetting(
            key="stations",
            value=str(station),
            expected=phrase("khối số cho quầy {station}, ví dụ {station}:1-4999", station=station),
        )
    return blocks[station]


def series_of(settings: Settings, station: int) -> int:
    """Whose books and slips `station` numbers: its own (its number) where blocks are set, else 0.

    Raises:
        InvalidSetting: the setting names blocks, but none for this station.
    """
    if not settings.stations:
        return 0
    block_of(settings, station)
    return station


def _name(value: str) -> str:
    return line(value, field="setting", limit=200, required=True)


def _path(value: str) -> str:
    return line(value, field="setting", limit=1_000)


def _agency(value: str) -> str:
    return numbering.check_agency(value.strip())


def _clock_time(value: str) -> str:
    return time.fromisoformat(value.strip()).strftime("%H:%M")


def _blocks(value: str) -> dict[int, numbering.Block]:
    blocks: dict[int, numbering.Block] = {}
    for part in filter(None, (p.strip() for p in value.split(","))):
        station, _, block = part.partition(":")
        number = between(1, 99)(station)
        if number in blocks:
            raise numbering.InvalidBlock(block=part)
        blocks[number] = numbering.read_block(block)
    ordered = sorted(blocks.values(), key=lambda block: block.first)
    for one, other in pairwise(ordered):
        if other.first <= one.last:
            raise numbering.InvalidBlock(block=f"{one}, {other}")
    return blocks


def _block_text(value: str) -> str:
    return ",".join(f"{station}:{block}" for station, block in sorted(_blocks(value).items()))


def _prefix(value: str) -> str:
    if len(value) > 4 or not value.isprintable() or value[:1].isalnum():
        raise ValueError(value)
    return value


_A_LINE = phrase("một dòng chữ, tối đa 200 ký tự")
_COPIES = (between(1, 9), "số bản in từ 1 đến 9")
_OFFSET = (offset, "số mm từ -20 đến 20, từng 0,5 mm")
_YES_NO = "có hoặc không (true, false)"
_CHECKS: dict[str, tuple[Callable[[str], object], str]] = {
    "office": (_name, "tên cơ quan, không để trống"),
    "officer": (_name, "tên cán bộ, không để trống"),
    "agency_code": (_agency, "mã cơ quan như H37.99.1"),
    "code_pattern": (numbering.check_pattern, "mẫu mã như {agency}-{yyMMdd}-{NNNN}"),
    "stations": (_block_text, "các khối số không chồng nhau, ví dụ 1:1-4999,2:5000-9999"),
    "same_day_cutoff": (_clock_time, "giờ và phút, ví dụ 15:00"),
    "due_at_end_of_day": (truth, _YES_NO),
    "due_soon_hours": (between(1, 80), "số giờ làm việc từ 1 đến 80"),
    "paper": (one_of("a4", "a5", "a4x2", "80mm"), "a4, a5, a4x2 hoặc 80mm"),
    "print_copies": _COPIES,
    "print_tray": (one_of(*TRAYS), ", ".join(TRAYS)),
    "print_duplex": (truth, _YES_NO),
    "print_x": _OFFSET,
    "print_y": _OFFSET,
    "slip_way": (one_of(*WAYS), "driver hoặc escpos"),
    "slip_copies": _COPIES,
    "slip_x": _OFFSET,
    "slip_y": _OFFSET,
    "label_copies": _COPIES,
    "label_x": _OFFSET,
    "label_y": _OFFSET,
    "qr_with_identity": (truth, _YES_NO),
    "provisional_line": (truth, _YES_NO),
    "register_line": (truth, _YES_NO),
    "theme": (one_of("light", "dark"), "light hoặc dark"),
    "text_scale": (between(100, 200), "cỡ chữ từ 100 đến 200 phần trăm"),
    "language": (one_of("vi", "en"), "vi hoặc en"),
    "practice": (truth, _YES_NO),
    "citizen_opens": (truth, _YES_NO),
    "citizen_confirms": (truth, _YES_NO),
    "scanner_prefix": (_prefix, "một đến bốn ký tự, không bắt đầu bằng chữ hay số, ví dụ ~"),
    "export_folder": (_path, "một thư mục"),
    **{key: (checked(key), expected(key)) for key in FORM_PARTS},
}
