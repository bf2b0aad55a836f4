"""Shapes of single fields in scanned text: what does not have the shape is not filled."""

import re
import unicodedata
from datetime import date

from app.domain.dossier import identity
from app.domain.dossier.identity import IdDoubt, IdKind, Sex
from app.domain.scanning.scanned import Doubt, ReadField, ScanDoubt

_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")
_VOWELS = unicodedata.normalize(
    "NFC", "".join(vowel + tone for vowel in "aăâeêioôơuưyAĂÂEÊIOÔƠUƯY" for tone in _TONES)
)
# All of Latin writing, for names of peoples whose letters are not the 29 of the alphabet.
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỹ"
_OTHER_LETTER = re.compile(f"[{_LATIN}](?<![a-zA-ZđĐ{_VOWELS}])")
_NAME = re.compile(f"[{_LATIN}](?:[{_LATIN}'’. -]{{0,98}}[{_LATIN}.])")
_ADDRESS = re.compile(f"[{_LATIN}0-9 ,.;:'’\"/()&+#°–-]{{2,250}}")
_LETTER = re.compile(f"[{_LATIN}]")
# An address holds no such number; a date or an identity number that ran into it does.
_LONG_NUMBER = re.compile(r"\d{8}", re.ASCII)
_OLDEST = 1900
# A number of someone older is more likely misread.
_OLDEST_AGE = 115
_SEXES = {"nam": Sex.MALE, "nữ": Sex.FEMALE, "nu": Sex.FEMALE}


def is_digits(text: str, length: int) -> bool:
    """Exactly `length` ASCII digits."""
    return len(text) == length and text.isascii() and text.isdigit()


def read_day(year: str, month: str, day: str, today: date) -> date | None:
    """A day that was, from 1900 to `today`; None if there is no such day."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if date(_OLDEST, 1, 1) <= found <= today else None


def read_year(year: str, today: date) -> ReadField | None:
    """A birth year alone, as some papers give it."""
    is_year = is_digits(year, 4) and _OLDEST <= int(year) <= today.year
    return ReadField(year, ScanDoubt.YEAR_ONLY) if is_year else None


def read_sex(text: str) -> ReadField | None:
    """Nam or Nữ, also without the accent, as some scanners send it."""
    sex = _SEXES.get(text.lower())
    return ReadField(sex.value) if sex else None


def read_name(text: str) -> ReadField | None:
    """A person's name: letters of Latin writing, no digit, no comma; not the word for a sex."""
    is_name = _NAME.fullmatch(text) and not read_sex(text)
    return ReadField(text, _letter_doubt(text)) if is_name else None


def read_address(text: str) -> ReadField | None:
    """An address as the card has it, raw; units of three levels stay what they were."""
    if not (_ADDRESS.fullmatch(text) and _LETTER.search(text)) or _LONG_NUMBER.search(text):
        return None
    unusual = None if "," in text else ScanDoubt.UNUSUAL_ADDRESS
    return ReadField(text, _letter_doubt(text) or unusual)


def agree(
    number: str, born: ReadField | None, sex: ReadField | None, today: date
) -> tuple[ReadField, ReadField | None, ReadField | None]:
    """Personal ID number, birth and sex; those that contradict each other are marked."""
    doubts = identity.doubts(
        number,
        IdKind.PERSONAL_ID,
        born=born.value if born else "",
        sex=Sex(sex.value) if sex else None,
    )
    age = today.year - identity.birth_year(number)
    unusual = () if 0 <= age <= _OLDEST_AGE else (ScanDoubt.UNUSUAL_YEAR,)
    return (
        ReadField(number, next(iter((*doubts, *unusual)), None)),
        _marked(born, IdDoubt.BIRTH_YEAR_DIFFERS, doubts),
        _marked(sex, IdDoubt.SEX_DIFFERS, doubts),
    )


def _marked(
    field: ReadField | None, doubt: IdDoubt, found: tuple[IdDoubt, ...]
) -> ReadField | None:
    return ReadField(field.value, doubt) if field and doubt in found else field


def _letter_doubt(text: str) -> Doubt | None:
    if text.isascii():
        return ScanDoubt.NO_DIACRITICS
    if text[0].islower() and text[1].isupper():
        return ScanDoubt.CAPS_LOCK
    return ScanDoubt.UNUSUAL_LETTERS if _OTHER_LETTER.search(text) else None
