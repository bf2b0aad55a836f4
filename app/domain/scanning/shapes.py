"""Shapes of single fields in scanned text: what does not have the shape is not filled."""

import re
import unicodedata
from datetime import date

from app.domain.alphabets import ALPHABETS, letters
from app.domain.dossier import identity
from app.domain.dossier.identity import IdDoubt, IdKind, Sex
from app.domain.dossier.old_address import address_doubt
from app.domain.legacy_letters import from_legacy
from app.domain.look_alikes import tidy
from app.domain.scanning.garbled import is_misread
from app.domain.scanning.scanned import Doubt, ReadField, ScanDoubt

# All of Latin writing, for names of foreigners too; marks stand on the letter before them.
_LATIN = "A-Za-zÀ-ÖØ-öø-ɏḀ-ỹ"
_MARKS = "\u0300-\u0331"
_HOME = {
    letter
    for alphabet in ALPHABETS
    for small in letters(alphabet)
    for letter in unicodedata.normalize("NFC", small + small.upper())
}
_OTHER_LETTER = re.compile(f"[{_LATIN}](?<![a-zA-Z{''.join(sorted(filter(str.isalpha, _HOME)))}])")
_NAME = re.compile(f"[{_LATIN}](?:[{_LATIN}{_MARKS}'’. -]{{0,98}}[{_LATIN}{_MARKS}.])")
_ADDRESS = re.compile(f"[{_LATIN}{_MARKS}0-9 ,.;:'’\"/()&+#°–-]{{2,250}}")
_LETTER = re.compile(f"[{_LATIN}]")
# Signs no name and no address holds, in whatever letters it came.
_NO_NAME = re.compile(r"[\d,;:/\\<>=?]")
_NO_ADDRESS = re.compile(r"\d{8}|[<>=?\\{}$]", re.ASCII)
# An address holds no such number; a date or an identity number that ran into it does.
_LONG_NUMBER = re.compile(r"\d{8}", re.ASCII)
_DAY = re.compile(
    r"(?P<day>\d{2})(?P<sign>[/.-]?)(?P<month>\d{2})(?P=sign)(?P<year>\d{4})", re.ASCII
)
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


def is_day(text: str) -> bool:
    """Whether `text` has the shape of a card's days: ``05031985``, ``05/03/1985``."""
    return _DAY.fullmatch(text) is not None


def read_written_day(text: str, today: date) -> date | None:
    """The day `text` writes, from 1900 to `today`; None if it writes none."""
    match = _DAY.fullmatch(text)
    return read_day(match["year"], match["month"], match["day"], today) if match else None


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
    meant = _meant(text)
    if _is_garbled(text):
        return _garbled(meant, _NO_NAME)
    is_name = _NAME.fullmatch(meant) and not read_sex(meant)
    return ReadField(meant, _letter_doubt(meant)) if is_name else None


def read_address(text: str) -> ReadField | None:
    """An address as the card has it, raw; units of three levels stay what they were."""
    meant = _meant(text)
    if _is_garbled(text):
        return _garbled(meant, _NO_ADDRESS)
    if not (_ADDRESS.fullmatch(meant) and _LETTER.search(meant)) or _LONG_NUMBER.search(meant):
        return None
    unusual = None if "," in meant else ScanDoubt.UNUSUAL_ADDRESS
    return ReadField(meant, address_doubt(meant) or _letter_doubt(meant) or unusual)


def _meant(text: str) -> str:
    """`text` in the letters meant, with single spaces."""
    return " ".join(tidy(text).split())


def _garbled(text: str, unlike: re.Pattern[str]) -> ReadField | None:
    """A field in other letters, less what cannot be seen; None where it holds what none does."""
    seen = "".join(filter(str.isprintable, text))
    return None if unlike.search(seen) else ReadField(seen, ScanDoubt.GARBLED)


def _is_garbled(text: str) -> bool:
    """Whether a field came in letters of another alphabet, or in those of an old code."""
    return is_misread(text) or bool(from_legacy(text))


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
