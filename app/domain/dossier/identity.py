"""Identity numbers: what is certainly wrong is refused, what looks wrong is only pointed out.

Personal ID number: 12 digits – 3 of the place of birth registration, 1 of sex and century, 2 of
the birth year, 6 random; no check digit (Circular 59/2021/TT-BCA art. 4).
"""

from enum import StrEnum


class IdKind(StrEnum):
    """Kinds of identity number; personal 12 digits and old 9 digits are exchanged as 1 and 2."""

    PERSONAL_ID = "PERSONAL_ID"
    OLD_ID = "OLD_ID"
    PASSPORT = "PASSPORT"
    TAX_CODE = "TAX_CODE"


class Sex(StrEnum):
    """As written on the identity card."""

    MALE = "MALE"
    FEMALE = "FEMALE"


class IdDoubt(StrEnum):
    """What about an identity number a clerk should look at again; never a refusal."""

    NOT_TWELVE_DIGITS = "NOT_TWELVE_DIGITS"
    NOT_NINE_DIGITS = "NOT_NINE_DIGITS"
    NOT_A_TAX_CODE = "NOT_A_TAX_CODE"
    NOT_A_PASSPORT = "NOT_A_PASSPORT"
    SEX_DIFFERS = "SEX_DIFFERS"
    BIRTH_YEAR_DIFFERS = "BIRTH_YEAR_DIFFERS"
    UNKNOWN_PLACE = "UNKNOWN_PLACE"


# Provinces as numbered before the merger of 2025 (old numbers stay alive), and countries from 100.
_PLACES = frozenset(
    int(n)
    for n in (  # noqa: SIM905 - a list of numbers reads best as numbers
        "1 2 4 6 8 10 11 12 14 15 17 19 20 22 24 25 26 27 30 31 33 34 35 36 37 38 40 42 44 45 46 "
        "48 49 51 52 54 56 58 60 62 64 66 67 68 70 72 74 75 77 79 80 82 83 84 86 87 89 91 92 93 "
        "94 95 96"
    ).split()
) | frozenset(range(100, 328))


def guess_kind(number: str) -> IdKind:
    """The kind `number` looks like; letters make it a passport, 10 or 13 digits a tax code."""
    digits = number.replace("-", "")
    if not digits.isdigit():
        return IdKind.PASSPORT
    return {9: IdKind.OLD_ID, 10: IdKind.TAX_CODE, 13: IdKind.TAX_CODE}.get(
        len(digits), IdKind.PERSONAL_ID
    )


def doubts(
    number: str, kind: IdKind, *, born: str = "", sex: Sex | None = None
) -> tuple[IdDoubt, ...]:
    """What a clerk should look at again.

    Args:
        number: as stored, without spaces; an empty one raises no doubt.
        kind: what the number is said to be.
        born: ISO date, or a year alone, or empty if not known.
        sex: as on the form, None if not known.
    """
    if not number:
        return ()
    if kind is IdKind.PERSONAL_ID:
        return _personal_id_doubts(number, born, sex)
    digits = number.replace("-", "")
    well_formed = {
        IdKind.OLD_ID: len(number) == 9 and _is_digits(number),
        IdKind.TAX_CODE: len(digits) in {10, 12, 13} and _is_digits(digits),
        IdKind.PASSPORT: 6 <= len(number) <= 15 and number.isascii() and number.isalnum(),
    }
    doubt = {
        IdKind.OLD_ID: IdDoubt.NOT_NINE_DIGITS,
        IdKind.TAX_CODE: IdDoubt.NOT_A_TAX_CODE,
        IdKind.PASSPORT: IdDoubt.NOT_A_PASSPORT,
    }
    return () if well_formed[kind] else (doubt[kind],)


def _personal_id_doubts(number: str, born: str, sex: Sex | None) -> tuple[IdDoubt, ...]:
    if len(number) != 12 or not _is_digits(number):
        return (IdDoubt.NOT_TWELVE_DIGITS,)
    found = []
    if int(number[:3]) not in _PLACES:
        found.append(IdDoubt.UNKNOWN_PLACE)
    century = int(number[3])
    if sex is not None and (century % 2 == 0) != (sex is Sex.MALE):
        found.append(IdDoubt.SEX_DIFFERS)
    if born and int(born[:4]) != birth_year(number):
        found.append(IdDoubt.BIRTH_YEAR_DIFFERS)
    return tuple(found)


def sex_of(number: str) -> Sex | None:
    """The sex a complete personal ID number names by its fourth digit, None if it is not one."""
    if len(number) != 12 or not _is_digits(number):
        return None
    return Sex.FEMALE if int(number[3]) % 2 else Sex.MALE


def birth_year(number: str) -> int:
    """The year of birth a personal ID number of 12 digits names."""
    return 1900 + 100 * (int(number[3]) // 2) + int(number[4:6])


def _is_digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def masked(number: str) -> str:
    """`number` as lists and logs show it: only the last four characters."""
    return "•" * max(0, len(number) - 4) + number[-4:] if len(number) > 4 else "•" * len(number)
