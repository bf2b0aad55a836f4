"""Identity numbers: what is certainly wrong is refused, what looks wrong is only pointed out.

Personal ID number: 12 digits – 3 of the place of birth registration, 1 of sex and century, 2 of
the birth year, 6 random; no check digit (Circular 59/2021/TT-BCA art. 4).
Tax code of a body: 10 digits, the last a check digit, and 3 more for a branch (Circular
86/2024/TT-BTC art. 5); of a citizen or household business since 1/7/2025 the personal ID number,
which has none.
"""

from enum import StrEnum

from app.domain.dossier.numbers import bare


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
    TAX_CODE_CHECK = "TAX_CODE_CHECK"
    NOT_A_PASSPORT = "NOT_A_PASSPORT"
    SEX_DIFFERS = "SEX_DIFFERS"
    BIRTH_YEAR_DIFFERS = "BIRTH_YEAR_DIFFERS"
    UNKNOWN_PLACE = "UNKNOWN_PLACE"
    A_NAME = "A_NAME"
    """Letters alone: a name in the wrong field."""


_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_CITIZENS = 12
"""Digits of a tax code that is a personal ID number."""
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
    digits = bare(number)
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
        number: in whatever form; an empty one raises no doubt.
        kind: what the number is said to be.
        born: ISO date, a month or a year alone, or empty if not known.
        sex: as on the form, None if not known.
    """
    number = bare(number)
    if not number:
        return ()
    if len(number) > 1 and not any(sign.isdigit() for sign in number):
        return (IdDoubt.A_NAME,)
    if kind is IdKind.PERSONAL_ID:
        return _personal_id_doubts(number, born, sex)
    well_formed = {
        IdKind.OLD_ID: len(number) == 9 and _is_digits(number),
        IdKind.TAX_CODE: len(number) in {10, 12, 13} and _is_digits(number),
        IdKind.PASSPORT: 6 <= len(number) <= 15 and number.isascii() and number.isalnum(),
    }
    doubt = {
        IdKind.OLD_ID: IdDoubt.NOT_NINE_DIGITS,
        IdKind.TAX_CODE: IdDoubt.NOT_A_TAX_CODE,
        IdKind.PASSPORT: IdDoubt.NOT_A_PASSPORT,
    }
    if not well_formed[kind]:
        return (doubt[kind],)
    is_mistyped = kind is IdKind.TAX_CODE and len(number) != _CITIZENS and not _checks(number)
    return (IdDoubt.TAX_CODE_CHECK,) if is_mistyped else ()


def is_of_body(number: str) -> bool:
    """Whether `number` is a whole tax code of a body: 10 digits that check, 3 more for a branch."""
    digits = bare(number)
    return len(digits) in {10, 13} and _is_digits(digits) and _checks(digits)


def _checks(tax_code: str) -> bool:
    """Whether the tenth digit is what the nine before it ask for; of some nine none is."""
    weighed = sum(
        weight * int(digit) for weight, digit in zip(_TAX_WEIGHTS, tax_code, strict=False)
    )
    return int(tax_code[len(_TAX_WEIGHTS)]) == 10 - weighed % 11


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
    number = bare(number)
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
    seen = number[-4:] if len(number) > 4 else ""
    return seen.rjust(len(number), "•")
