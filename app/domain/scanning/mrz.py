"""The machine-readable lines of an identity card typed by hand (ICAO 9303 part 5, size TD1).

Line 1: ``IDVNM``, last nine digits of the number, check, all twelve, fillers, check of the twelve.
Line 2: born yyMMdd, check, sex, valid until yyMMdd, check, ``VNM``, fillers, check of both lines.
Line 3, which may be left out: the name without accents.
"""

import re
from dataclasses import dataclass, replace
from datetime import date
from itertools import cycle

from app.domain.dossier.identity import Sex, birth_year
from app.domain.scanning.scanned import MrzScan, ReadField, ScanDoubt, ScanReason
from app.domain.scanning.shapes import agree, read_day

_LOOKS_LIKE = re.compile(r"I[D<]VNM", re.ASCII)
_LINES = re.compile(
    r"I[D<]VNM(#{9})(#)(#{12})<*(#)(#{6})(#)([MF<])(#{6})(#)VNM<*(\d)([A-Z<]*)".replace(
        "#", "[0-9OI]"
    ),
    re.ASCII,
)
_NAME = re.compile(r"[A-Z]+(?:<[A-Z]+)*<<[A-Z]+(?:<[A-Z]+)*<*", re.ASCII)
_SEXES = {"M": Sex.MALE, "F": Sex.FEMALE}
# Letters typed for digits; whether that was meant, the check digits say.
_AS_DIGITS = str.maketrans("OI", "01")


def read_mrz(text: str, today: date) -> MrzScan | ScanReason | None:
    """What the typed lines say; None if they do not begin as a Vietnamese card's.

    Spaces, line breaks and the number of fillers do not matter: all else has a fixed length.
    """
    typed = "".join(text.split())
    if not typed.isascii() or not _LOOKS_LIKE.match(typed := typed.upper()):
        return None
    match = _LINES.fullmatch(typed)
    if match is None:
        return ScanReason.MRZ_INCOMPLETE
    *digits, name = match.groups()
    lines = _Lines(*(part.translate(_AS_DIGITS) for part in digits))
    if not lines.first_holds:
        return ScanReason.MRZ_LINE_1
    if not lines.second_holds:
        return ScanReason.MRZ_LINE_2
    number, born, sex = agree(
        lines.number, _born(lines.born, lines.number, today), _sex(lines.sex), today
    )
    return MrzScan(
        personal_id=_as_typed(number, lines.number, digits[2]),
        full_name=_name(name),
        born=born and _as_typed(born, lines.born, digits[4]),
        sex=sex,
    )


def check_digit(text: str) -> str:
    """The check digit of `text` (ICAO 9303 part 3, 4.9): weights 7-3-1, fillers count nothing."""
    values = (int(character) for character in text.replace("<", "0"))
    return str(
        sum(value * weight for value, weight in zip(values, cycle((7, 3, 1)), strict=False)) % 10
    )


@dataclass(frozen=True, slots=True)
class _Lines:
    """The parts of lines 1 and 2, in order, as digits."""

    last_nine: str
    last_nine_check: str
    number: str
    number_check: str
    born: str
    born_check: str
    sex: str
    until: str
    until_check: str
    check: str

    @property
    def first_holds(self) -> bool:
        return (
            self.number.endswith(self.last_nine)
            and check_digit(self.last_nine) == self.last_nine_check
            and check_digit(self.number) == self.number_check
        )

    @property
    def second_holds(self) -> bool:
        first = f"{self.last_nine}{self.last_nine_check}{self.number}<<{self.number_check}"
        second = f"{self.born}{self.born_check}{self.until}{self.until_check}"
        return (
            check_digit(self.born) == self.born_check
            and check_digit(self.until) == self.until_check
            and check_digit(first + second) == self.check
        )


def _born(digits: str, number: str, today: date) -> ReadField | None:
    """The day in the century the number names, else the latest that was."""
    named = birth_year(number)
    year = int(digits[:2])
    years = [named] if named % 100 == year else [2000 + year, 1900 + year]
    days = (read_day(str(one), digits[2:4], digits[4:], today) for one in years)
    found = next(filter(None, days), None)
    return ReadField(found.isoformat()) if found else None


def _sex(letter: str) -> ReadField | None:
    sex = _SEXES.get(letter)
    return ReadField(sex.value) if sex else None


def _name(line: str) -> ReadField | None:
    if not _NAME.fullmatch(line):
        return None
    return ReadField(" ".join(line.replace("<", " ").split()), ScanDoubt.NO_DIACRITICS)


def _as_typed(field: ReadField, digits: str, typed: str) -> ReadField:
    """`field`, marked if letters were read as the digits it comes from."""
    return field if field.doubt or digits == typed else replace(field, doubt=ScanDoubt.CORRECTED)
