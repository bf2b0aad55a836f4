"""Addresses that want a second look: a number of another field, units of before 1/7/2025.

Districts (huyện, quận, thị xã, thành phố of a province) ended that day with the Law on Organisation
of Local Government of 2025 (72/2025/QH15); 29 provinces were joined to others by Resolution
202/2025/QH15. What the place is called now, the program does not know: the person is asked.
"""

import re
from datetime import date
from enum import StrEnum

from app.domain.text import fold, nfc

DISTRICTS_ENDED = date(2025, 7, 1)


class AddressDoubt(StrEnum):
    """What about an address a clerk should ask again; never a refusal."""

    A_NUMBER = "A_NUMBER"
    NUMBERS_ONLY = "NUMBERS_ONLY"
    OLD_UNITS = "OLD_UNITS"
    NOT_WHOLE = "NOT_WHOLE"


# Runs of digits, as people group telephone and identity numbers.
_NUMBERS = re.compile(
    r"(?<![\w.])\+?\d{3,}(?:[ .\-]\d{3,})*(?!\w)|(?<!\w)\+84(?:[ .\-]?\d)+", re.ASCII
)
_LEAST_DIGITS = 9
# Words written with their accents: without them they are names too (Huyền Trân, Văn Quan).
_DISTRICT = re.compile(r"\b(?:huyện|quận|thị xã)\s+\w", re.IGNORECASE)
_UNACCENTED = re.compile(r"\b(?:huyen|thi xa)\s+\w|\bquan\s+\d", re.IGNORECASE)
_SHORT = re.compile(r"\b(?:h\.\s*[^\W\d]|tx\.?\s+\w|tx\.\w|q\.\s*\w|q\s?\d)", re.IGNORECASE)
_CITY = re.compile(r"\b(?:thanh pho|t\.p\.?|tp\.?)\s*(.*)")
_COMMUNE = re.compile(r"(?:xa|phuong|dac khu|thi tran|tt|[xp])[. ]")
# Cities under the central government stay.
_CITIES = ("ha noi", "hai phong", "hue", "da nang", "can tho", "ho chi minh", "hcm", "truc thuoc")
_OF_OLD = re.compile(r"\bcu\b\)?\s*$", re.ASCII)
_PROVINCES = frozenset({
    "ba ria - vung tau", "ba ria vung tau", "bac giang", "bac kan", "bac lieu", "ben tre",
    "binh dinh", "binh duong", "binh phuoc", "binh thuan", "dak nong", "ha giang", "ha nam",
    "hai duong", "hau giang", "hoa binh", "kien giang", "kon tum", "long an", "nam dinh",
    "ninh thuan", "phu yen", "quang binh", "quang nam", "soc trang", "thai binh", "tien giang",
    "tra vinh", "vinh phuc", "yen bai",
})  # fmt: skip


def address_doubt(address: str) -> AddressDoubt | None:
    """Whether `address` holds what belongs to another field, or names a unit that is no more.

    A birth date or a year has no letters; an address without any is not one.

    One said to be old (“cũ”) is not doubted for that.
    """
    if any(map(_is_of_another_field, _NUMBERS.findall(address))):
        return AddressDoubt.A_NUMBER
    if address.strip() and not any(map(str.isalpha, address)):
        return AddressDoubt.NUMBERS_ONLY
    parts = [part.strip(" .") for part in re.split(r"[,;\n]", nfc(address))]
    named = [part for part in parts if part and not _OF_OLD.search(fold(part))]
    if any(map(_is_district, named)) or (named and _is_lost_province(named[-1], len(named))):
        return AddressDoubt.OLD_UNITS
    return None


def _is_of_another_field(number: str) -> bool:
    """A telephone or identity number: no house and no plot of land has as many digits."""
    return sum(map(str.isdigit, number)) >= _LEAST_DIGITS


def _is_district(part: str) -> bool:
    if (_UNACCENTED if part.isascii() else _DISTRICT).search(part) or _SHORT.search(part):
        return True
    city = _CITY.search(fold(part))
    return city is not None and city[1] != "" and not city[1].startswith(_CITIES)


def _is_lost_province(last: str, parts: int) -> bool:
    """A name alone, without what it is a part of, may be a commune's."""
    plain = fold(last)
    province = plain.removeprefix("tinh ")
    return province in _PROVINCES and (parts > 1 or province != plain)


def is_of_old(issued_on: date) -> bool:
    """Whether a card of this day has its address in the units of before."""
    return issued_on < DISTRICTS_ENDED


def postal_doubt(address: str) -> AddressDoubt | None:
    """Whether post would find `address`: house or thôn, commune and province, parted by commas."""
    parts = [fold(part).strip(" .") for part in re.split(r"[,;\n]", nfc(address))]
    named = [part for part in parts if part]
    has_commune = any(map(_COMMUNE.match, named[1:-1]))  # the province comes behind it
    return None if has_commune else AddressDoubt.NOT_WHOLE
