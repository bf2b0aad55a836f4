"""Dossier codes, the series they are counted in, and 14-digit labels (`decisions.md`, Codes)."""

import re
from dataclasses import dataclass
from datetime import date

from app.domain.errors import DeskError, FieldError
from app.domain.text import cited

AGENCY_PATTERN = r"(?:[A-Z]\d{2}(?:\.[A-Z0-9]{1,4}){0,3}|(?:\d{2,3}\.){1,3}[A-Z]\d{2})"
"""Agency codes: H37.99.1 (QĐ 20/2020/QĐ-TTg), and the old reversed 000.00.19.H37."""
_AGENCY = re.compile(AGENCY_PATTERN, re.ASCII)
_CODE = re.compile(rf"({AGENCY_PATTERN})-(\d{{6}})-(\d{{4,6}})", re.ASCII)
WIRE_PATTERN = "^[A-Z0-9.]{3,30}-([0-9]{6}|[0-9]{8})-[0-9]{4,7}$"
"""Codes of any system (docs/exchange.md §1.5): the day with or without its century."""
_ANY_CODE = re.compile(WIRE_PATTERN, re.ASCII)
DEFAULT_PATTERN = "{agency}-{yyMMdd}-{NNNN}"
DIGITS = range(4, 7)
"""How many digits the number of a day may have."""
LAST_OF_DAY = 9_999
PRACTICE_FROM = 990_000
"""A practice office counts above this, so that its codes and labels are no real office's."""


class InvalidAgencyCode(DeskError):
    """Facts: code."""


class InvalidCodePattern(DeskError):
    """Facts: pattern."""


class InvalidDossierCode(DeskError):
    """Facts: code."""


class InvalidOfficialCode(FieldError):
    """What stands for a portal's code is none. Facts: field, code."""


class InvalidBlock(DeskError):
    """Facts: block."""


class BlockExhausted(DeskError):
    """The station's numbers of the day are used up. Facts: station, day, last."""


class InvalidLabel(DeskError):
    """Facts: label."""


@dataclass(frozen=True, slots=True)
class Block:
    """The numbers of a day a station may give, first and last included."""

    first: int = 1
    last: int = LAST_OF_DAY

    def __post_init__(self) -> None:
        """Refuse a block that is empty or leaves 1–9999, or the same of practice."""
        above = PRACTICE_FROM if self.first > PRACTICE_FROM else 0
        if not 1 <= self.first - above <= self.last - above <= LAST_OF_DAY:
            raise InvalidBlock(block=str(self))

    def __str__(self) -> str:
        """As settings write it: ``5000-9999``."""
        return f"{self.first}-{self.last}"


def read_block(text: str) -> Block:
    """Read ``5000-9999``.

    Raises:
        InvalidBlock: not two whole numbers from 1 to 9999, the first not above the last.
    """
    match = re.fullmatch(r"\s*(\d{1,4})\s*[-–]\s*(\d{1,4})\s*", text, re.ASCII)
    if match is None:
        raise InvalidBlock(block=text)
    return Block(int(match[1]), int(match[2]))


def practice_block(block: Block) -> Block:
    """The numbers a practice office gives where a real one would give those of `block`."""
    return Block(block.first + PRACTICE_FROM, block.last + PRACTICE_FROM)


@dataclass(frozen=True, slots=True)
class DossierCode:
    """A code read apart: agency, day of receipt, running number of that day."""

    agency: str
    day: date
    number: int


def check_agency(code: str) -> str:
    """`code` itself.

    Raises:
        InvalidAgencyCode: neither form of agency code.
    """
    if not _AGENCY.fullmatch(code):
        raise InvalidAgencyCode(code=code)
    return code


def pattern_of(digits: int) -> str:
    """The pattern of codes whose number has so many digits."""
    return "{agency}-{yyMMdd}-{" + "N" * digits + "}"


def check_pattern(pattern: str) -> str:
    """`pattern` itself: the three parts once each, in this order, parted by hyphens.

    Raises:
        InvalidCodePattern: a part is missing, or a code so made could not be read back.
    """
    if not re.fullmatch(r"\{agency\}-\{yyMMdd\}-\{N{4,6}\}", pattern):
        raise InvalidCodePattern(pattern=pattern)
    return pattern


def format_code(pattern: str, agency: str, day: date, number: int) -> str:
    """The code of `number` on `day`: ``H37.99.1-261123-0001``."""
    digits = pattern.count("N")
    return f"{agency}-{day:%y%m%d}-{number:0{digits}d}"


def parse_code(code: str) -> DossierCode:
    """Read a code apart.

    Raises:
        InvalidDossierCode: not of the form agency-yyMMdd-number, or no such day.
    """
    match = _CODE.fullmatch(code)
    if match is None:
        raise InvalidDossierCode(code=code)
    digits = match[2]
    try:
        day = date(2000 + int(digits[:2]), int(digits[2:4]), int(digits[4:]))
    except ValueError:
        raise InvalidDossierCode(code=code) from None
    return DossierCode(match[1], day, int(match[3]))


def is_practice_code(code: str) -> bool:
    """Whether `code` is one that a practice office gave."""
    match = _CODE.fullmatch(code)
    return match is not None and int(match[3]) > PRACTICE_FROM


def is_dossier_code(text: str) -> bool:
    """A code of our office or of any system, with a real day in it."""
    match = _ANY_CODE.fullmatch(text)
    if match is None:
        return False
    day = match[1] if len(match[1]) == len("yyyyMMdd") else f"20{match[1]}"
    try:
        date(int(day[:4]), int(day[4:6]), int(day[6:]))
    except ValueError:
        return False
    return day.startswith("20")


def read_official(text: str, *, field: str) -> str:
    """The code a portal gave, as typed, scanned or pasted; empty stays empty.

    Raises:
        InvalidOfficialCode: it is no dossier code.
    """
    code = "".join(text.split()).upper()
    if code and not is_dossier_code(code):
        raise InvalidOfficialCode(field=field, code=cited(text.strip()))
    return code


def next_number(last: int | None, block: Block, *, station: int, day: date) -> int:
    """The number after `last` (None if the station gave none that day).

    Raises:
        BlockExhausted: the block has no number left that day.
    """
    number = block.first if last is None else last + 1
    if number > block.last:
        raise BlockExhausted(station=station, day=day, last=block.last)
    return number


def label_digits(day: date, number: int) -> str:
    """The 14 digits of a label: yyMMdd, the number on six digits, two check digits (mod 97)."""
    n = int(f"{day:%y%m%d}{number:06d}")
    return f"{n:012d}{98 - (n * 100) % 97:02d}"


def parse_label(label: str) -> tuple[date, int]:
    """The day and number a label stands for.

    Raises:
        InvalidLabel: not 14 digits, wrong check digits, or no such day.
    """
    if not (len(label) == 14 and label.isascii() and label.isdigit()):
        raise InvalidLabel(label=label)
    try:
        day = date(2000 + int(label[:2]), int(label[2:4]), int(label[4:6]))
    except ValueError:
        raise InvalidLabel(label=label) from None
    number = int(label[6:12])
    if label_digits(day, number) != label:
        raise InvalidLabel(label=label)
    return day, number
