"""The office's settings: each key declared once, with default, meaning and check."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields, replace
from datetime import datetime, time
from itertools import pairwise
from pathlib import Path
from typing import Any

from app.domain.certification.blocks import BookBlock, read_blocks
from app.domain.clock import in_vietnam
from app.domain.dossier import numbering
from app.domain.dossier.held_data import Base, read_bases
from app.domain.errors import DeskError
from app.domain.money.typed_dong import read_dong
from app.domain.office_name import CENTRE, Letterhead, in_full, letterhead
from app.domain.phrases import phrase
from app.domain.safety.sticks import read_sticks, sticks_text
from app.domain.text import TextHasControls, TextTooLong, fold, foreign_name, line
from app.print_settings import (
    FORM_PARTS,
    TRAYS,
    WAYS,
    between,
    checked,
    device_name,
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

    `office` is what the office is called; the head of its papers follows from it
    (`letterhead`), with `superior_body` above (empty: the commune's committee) and `department`
    beneath, which is also the `desk` where papers are handed in, and `desk_phone` whom citizens
    call; `agency_code` and `code_pattern` make dossier codes; `stations` gives blocks of
    numbers per station as ``1:1-4999,2:5000-9999`` (empty: every station draws from 1–9999 of
    one database), and each of them then its own series of payment slips; `book_blocks` gives
    their blocks of the year's run of every certification book (empty: as `stations`).
    `officer_title`: see `title_of`. `head_title` is in whose name apologies are signed, its lines
    parted by a stroke (``KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC``), `head_name` by whom (empty: for a pen);
    `apology_series` is the symbol of their numbers. `extensions_allowed` are those a promise may
    have without an approver.
    `connected_bases` names databases that answer here (`app.domain.dossier.held_data`).
    `due_soon_hours` in working hours.
    `longest_closed_days` is for how many days the office was ever shut: a clock that is further on
    than that is questioned.
    `opening_float` is what lies in the drawer as the day begins, in đồng (``500.000``, or by
    station ``1:500000,2:300000``).
    `scanner_port` names the serial port of the scanner (empty: it types like a keyboard),
    `scanner_prefix` what the scanner is programmed to send before every code.

    `printer` to `print_y` are the profile of forms on A4 and A5, `slip_…` that of the 80 mm slip,
    `label_…` that of labels; offsets in millimetres, to the right and down. `form_…` say where one
    form differs from its kind of paper (`print_settings.FORM_PARTS`). A data folder lies on one
    machine, so that these are that machine's own printers. `citizen_opens` and `citizen_confirms`
    are about the window turned to the citizen: it opens with the desk, and asks “đúng chưa?” before
    a print. `language` is the window's from its next start on.

    `auto_backup` saves the records by itself, to `backup_place` (empty: our own folder beside
    them), to `backup_place_2` if one is named, and to each of `backup_sticks` that is plugged in:
    ``id=name; …``, made by enrolling a stick (`app.usecases.safety.sticks`).
    """

    superior_body: str = ""
    office: str = ""
    department: str = CENTRE
    agency_code: str = ""
    place: str = ""
    officer: str = ""
    officer_title: str = ""
    desk_phone: str = ""
    head_title: str = "GIÁM ĐỐC"
    head_name: str = ""
    apology_series: str = "PXL"
    extensions_allowed: int = 1
    code_pattern: str = numbering.DEFAULT_PATTERN
    stations: str = ""
    book_blocks: str = ""
    opening_float: str = ""
    same_day_cutoff: str = "15:00"
    due_at_end_of_day: bool = False
    connected_bases: str = "POPULATION"
    due_soon_hours: int = 8
    longest_closed_days: int = 15
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
    published_names: bool = False
    provisional_line: bool = True
    register_line: bool = False
    theme: str = "light"
    text_scale: int = 100
    language: str = "vi"
    citizen_opens: bool = False
    citizen_confirms: bool = False
    scanner_port: str = ""
    scanner_prefix: str = ""
    export_folder: str = ""
    last_backup: str = ""
    backup_folder: str = ""
    auto_backup: bool = True
    backup_place: str = ""
    backup_place_2: str = ""
    backup_sticks: str = ""

    @property
    def letterhead(self) -> Letterhead:
        """The head of the office's papers."""
        return letterhead(
            office=self.office, superior_body=self.superior_body, department=self.department
        )

    @property
    def signer_lines(self) -> tuple[str, ...]:
        """The head of the signature of what the office's head signs, a line each."""
        lines = (part.strip() for part in self.head_title.split("/"))
        return tuple(line.upper() for line in lines if line)

    @property
    def desk(self) -> str:
        """Where papers are handed in and results collected, as papers say it."""
        return in_full(self.department) or self.letterhead.issuer


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
    except TextTooLong as long:
        expected = phrase("không quá {limit} ký tự, đang dài {length}", **_of(long))
    except TextHasControls as hidden:
        expected = phrase("chữ in được, không có ký tự ẩn {character}", **_of(hidden))
    except (ValueError, DeskError):
        pass
    raise InvalidSetting(key=key, value=value[:80], expected=expected)


def _of(error: DeskError) -> dict[str, object]:
    """The facts of a refusal of a text, without the field it was read for."""
    return {name: fact for name, fact in error.facts.items() if name != "field"}


def backup_text(at: datetime, file: str) -> str:
    """What `last_backup` says of a backup made at `at`: the time, then as much of where as fits."""
    return f"{at:{_BACKED_UP}} · {file}"[:200]


def backed_up_at(settings: Settings) -> datetime | None:
    """When the last backup was made on this machine; None if none was."""
    hour, day, *_ = [*settings.last_backup.split(" "), ""]
    try:
        return in_vietnam(datetime.fromisoformat(f"{'-'.join(reversed(day.split('/')))} {hour}"))
    except ValueError:
        return None


def title_of(settings: Settings, officer: str) -> str:
    """What `officer` is at the office, as the province is told; empty where it is not known.

    `officer_title` is the title of the officer of the settings, or names each officer with a title
    of their own: ``Hoàng Thị Lan = Công chức tư pháp; Vy Văn Nam = Giám đốc``.
    """
    named = [part.partition("=") for part in settings.officer_title.split(";") if "=" in part]
    for name, _, title in named:
        if fold(name.strip()) == fold(officer.strip()):
            return title.strip()
    is_own = not named and fold(officer) == fold(settings.officer)
    return settings.officer_title.strip() if is_own else ""


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
    """Whose slips and papers `station` numbers: its own (its number) where blocks are set, else 0.

    Raises:
        InvalidSetting: the setting names blocks, but none for this station.
    """
    if not settings.stations:
        return 0
    block_of(settings, station)
    return station


def book_blocks(settings: Settings) -> tuple[BookBlock, ...]:
    """The blocks of a book's run, in order of number; one of station 0 where none are set."""
    return read_blocks(settings.book_blocks or settings.stations) or (BookBlock(),)


def book_blocks_of(settings: Settings, station: int) -> tuple[BookBlock, ...]:
    """The blocks of a book's run that `station` may give numbers of.

    Raises:
        InvalidSetting: the setting names blocks, but none for this station.
    """
    own = tuple(one for one in book_blocks(settings) if one.station in {0, station})
    if not own:
        raise InvalidSetting(
            key="book_blocks" if settings.book_blocks else "stations",
            value=str(station),
            expected=phrase("khối số cho quầy {station}, ví dụ {station}:1-4999", station=station),
        )
    return own


def opening_float_of(settings: Settings, station: int) -> int:
    """The opening float of the drawer, in đồng.

    Stations with one database count together: theirs is the sum of those named.
    """
    floats = _floats(settings.opening_float)
    if settings.stations:
        return floats.get(station, floats.get(0, 0))
    return sum(floats.values())


def _floats(value: str) -> dict[int, int]:
    """Floats by station; that of station 0 is each station's."""
    floats: dict[int, int] = {}
    for part in filter(None, (p.strip() for p in value.split(","))):
        station, colon, amount = part.rpartition(":")
        number = between(1, 99)(station) if colon else 0
        if number in floats or (not number and floats) or 0 in floats:
            raise ValueError(value)
        floats[number] = read_dong(amount, field="opening_float")
    return floats


def _float_text(value: str) -> str:
    floats = _floats(value)
    return ",".join(f"{n}:{amount}" if n else str(amount) for n, amount in sorted(floats.items()))


def _name(value: str) -> str:
    return line(value, field="setting", limit=200, required=True)


def _title(value: str) -> str:
    title = line(value, field="setting", limit=200, required=True)
    if not title.strip("/ "):
        raise ValueError(value)
    return title


def _symbol(value: str) -> str:
    symbol = value.strip().upper()
    if not 1 <= len(symbol) <= 20 or not symbol.replace("-", "").isalnum():
        raise ValueError(value)
    return symbol


def _path(value: str) -> str:
    return foreign_name(value, field="setting", limit=1_000)


def _place(value: str) -> str:
    """A folder by its whole path: one that is written to by itself must not depend on a start."""
    path = _path(value)
    if path and not Path(path).is_absolute():
        raise ValueError(value)
    return path


def _sticks(value: str) -> str:
    return sticks_text(read_sticks(line(value, field="setting", limit=1_000)))


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


def _book_block_text(value: str) -> str:
    return ",".join(map(str, read_blocks(value)))


def _bases(value: str) -> str:
    return ",".join(base for base in Base if base in read_bases(value))


def _prefix(value: str) -> str:
    if len(value) > 4 or not value.isprintable() or value[:1].isalnum():
        raise ValueError(value)
    return value


_BACKED_UP = "%H:%M %d/%m/%Y"
_A_LINE = phrase("một dòng chữ, tối đa 200 ký tự")
_COPIES = (between(1, 9), "số bản in từ 1 đến 9")
_OFFSET = (offset, "số mm từ -20 đến 20, từng 0,5 mm")
_YES_NO = "có hoặc không (true, false)"
_WHOLE_PATH = "một thư mục, ghi cả đường dẫn, ví dụ D:\\Sao luu; để trống là không đặt"
_CHECKS: dict[str, tuple[Callable[[str], object], str]] = {
    "office": (_name, "tên cơ quan, không để trống"),
    "officer": (_name, "tên cán bộ, không để trống"),
    "officer_title": (_path, "chức danh, hoặc Tên = Chức danh; …"),
    "head_title": (_title, "chức danh người ký, ví dụ KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC"),
    "apology_series": (_symbol, "ký hiệu 1 đến 20 chữ hoa, số, gạch ngang, ví dụ PXL"),
    "extensions_allowed": (between(0, 9), "số lần hẹn lại từ 0 đến 9"),
    "agency_code": (_agency, "mã cơ quan như H37.99.1"),
    "code_pattern": (numbering.check_pattern, "mẫu mã như {agency}-{yyMMdd}-{NNNN}"),
    "stations": (_block_text, "các khối số không chồng nhau, ví dụ 1:1-4999,2:5000-9999"),
    "book_blocks": (
        _book_block_text,
        "các khối số chứng thực không chồng nhau, ví dụ 1:1-3000,2:3001-6000",
    ),
    "opening_float": (_float_text, "số đồng đầu ngày, ví dụ 500.000 hoặc 1:500000,2:300000"),
    "same_day_cutoff": (_clock_time, "giờ và phút, ví dụ 15:00"),
    "due_at_end_of_day": (truth, _YES_NO),
    "due_soon_hours": (between(1, 80), "số giờ làm việc từ 1 đến 80"),
    "connected_bases": (_bases, "POPULATION, CIVIL_STATUS, cả hai hoặc để trống"),
    "longest_closed_days": (between(1, 366), "số ngày từ 1 đến 366"),
    **dict.fromkeys(
        ("printer", "slip_printer", "slip_device", "label_printer", "scanner_port"),
        (device_name, _A_LINE),
    ),
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
    "published_names": (truth, _YES_NO),
    "provisional_line": (truth, _YES_NO),
    "register_line": (truth, _YES_NO),
    "theme": (one_of("light", "dark"), "light hoặc dark"),
    "text_scale": (between(100, 200), "cỡ chữ từ 100 đến 200 phần trăm"),
    "language": (one_of("vi", "en"), "vi hoặc en"),
    "citizen_opens": (truth, _YES_NO),
    "citizen_confirms": (truth, _YES_NO),
    "scanner_prefix": (_prefix, "một đến bốn ký tự, không bắt đầu bằng chữ hay số, ví dụ ~"),
    "export_folder": (_path, "một thư mục"),
    "backup_folder": (_path, "một thư mục"),
    "auto_backup": (truth, _YES_NO),
    "backup_place": (_place, _WHOLE_PATH),
    "backup_place_2": (_place, _WHOLE_PATH),
    "backup_sticks": (_sticks, "các USB đã cho phép, ví dụ 3f0a…=USB két"),
    **{key: (checked(key), expected(key)) for key in FORM_PARTS},
}
