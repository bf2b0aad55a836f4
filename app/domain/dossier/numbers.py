"""Numbers of people: the one form they are compared, searched and sent in, however typed."""

import re
from enum import StrEnum

_SIGNS = re.compile(r"[\s.\-–()/]")
_ABROAD = re.compile(r"(?:\+|00)([1-9]\d{5,})", re.ASCII)
# Mobile numbers have nine digits behind the 0, numbers of a place ten (Vietnam, since 2017/2018).
_NATIONAL = r"[35789]\d{8}|2\d{9}"
_HOME = re.compile(rf"84(?:0?)({_NATIONAL})", re.ASCII)
_LOST_ZERO = re.compile(_NATIONAL, re.ASCII)
_POSSIBLE = re.compile(rf"0(?:{_NATIONAL})|1[89]00\d{{4,6}}", re.ASCII)
_GROUPED = re.compile(r"(\+84)?((?<=\+84)\d{3}|0\d{3})(\d{3})(\d{3})", re.ASCII)
_BRANCH = re.compile(r"(\d{10})(\d{3})", re.ASCII)


class PhoneDoubt(StrEnum):
    """What about a telephone number a clerk should look at again; never a refusal."""

    NO_LEADING_ZERO = "NO_LEADING_ZERO"
    NOT_VIETNAMESE = "NOT_VIETNAMESE"


def bare(number: str) -> str:
    """`number` in capitals without the signs people group it by: spaces, dots, hyphens, brackets.

    A leading + stays.
    """
    return _SIGNS.sub("", number).upper()


def phone_key(phone: str) -> str:
    """The one form of a telephone number: ``0912345678``; of another country ``+66…``.

    ``+84 912 345 678``, ``84912345678``, ``0084 912…`` and ``912345678`` (whose 0 a sheet or a
    program took for nothing) are the same number. What is none of these stays as its digits.
    """
    typed = bare(phone)
    if abroad := _ABROAD.fullmatch(typed):
        rest = abroad[1]
        return "0" + rest[2:].removeprefix("0") if rest.startswith("84") else "+" + rest
    typed = typed.lstrip("+")
    if home := _HOME.fullmatch(typed):
        return "0" + home[1]
    return "0" + typed if _LOST_ZERO.fullmatch(typed) else typed


def grouped_phone(phone: str) -> str:
    """`phone` in groups, as people read it aloud: ``0912 345 678``, ``+84 912 345 678``.

    What was typed otherwise than the one form stays as it was typed.
    """
    groups = _GROUPED.fullmatch(phone)
    return " ".join(filter(None, groups.groups())) if groups else phone


def phone_doubt(phone: str) -> PhoneDoubt | None:
    """What a clerk should look at again; an empty number and one of another country: nothing."""
    key = phone_key(phone)
    if not key or key.startswith("+"):
        return None
    if not _POSSIBLE.fullmatch(key):
        return PhoneDoubt.NOT_VIETNAMESE
    return PhoneDoubt.NO_LEADING_ZERO if "0" + bare(phone) == key else None


def id_key(number: str) -> str:
    """The one form of an identity number or tax code: digits and capitals without signs.

    The tax code of a branch has its hyphen, with or without it: ``0109876543-001``.
    """
    typed = bare(number)
    branch = _BRANCH.fullmatch(typed)
    return f"{branch[1]}-{branch[2]}" if branch else typed
