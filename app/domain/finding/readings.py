"""What a text that is looked for may mean: beginnings of words a dossier must hold."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import islice, product

from app.domain.dossier.numbers import bare, id_key, phone_key
from app.domain.text import words

Beginnings = tuple[str, ...]
"""Every one of them must begin a word of the dossier."""

MOST_WORDS = 12
"""Of more words the rest is not asked for: so many names name one dossier."""
_WHOLE = 8
_LESS_A_ZERO = frozenset({8, 9, 11, 12})
_WITH_A_ZERO = frozenset({9, 12, 13})
"""Whole lengths, but for that of telephone numbers, which are kept in one form."""
"""Digits from which a run of them may be a whole number."""
_MOST_SPELLINGS = 32
_HEARD_ALIKE = (
    ("s", "x"), ("x", "s"), ("tr", "ch"), ("ch", "tr"), ("gi", "d"), ("d", "gi"),
)  # fmt: skip
# After a consonant, or the u of "quý": elsewhere i and y are two sounds.
_ENDS_IN_I = re.compile(r"([bcdghklmnpqrstvx]+u?|)([iy])", re.ASCII)
# Digits grouped by spaces, dots, hyphens, brackets; not part of a code with letters.
_NUMBER = re.compile(r"(?<![\w.\-])[+(]{0,2}\d(?:[\s.\-–()/]*\d)*(?![\w])", re.ASCII)
_CODE = re.compile(r"(?=[a-z0-9]*[a-z])[a-z0-9]{3,24}", re.ASCII)


def indexed(number: str) -> str:
    """How a telephone or identity number is found: the digits and letters of its one form."""
    return "".join(words(number))


def readings(text: str) -> tuple[tuple[Beginnings, ...], ...]:
    """What `text` may mean, the likelier first: of later ones only if no earlier finds anything.

    A number is looked for in its one form, however it is grouped: ``+84 912 345 678``,
    ``mẩy 0912 345 678``, ``0109876543-001``. Readings of one place are all asked for.
    """
    plain = _few(tuple(words(text)))
    if not plain:
        return ()
    tiers = [tuple(_with_numbers(text)), (plain,)]
    if len(plain) > 1 and all(word.isdigit() for word in plain):
        tiers.append((("".join(plain),),))
    return tuple(tier for tier in tiers if tier)


def spelt_otherwise(text: str) -> tuple[Beginnings, ...]:
    """`text` in the other spellings its words are heard or written in; nothing if it has none.

    ``Lí``, ``Lý``; ``Sùng``, ``Xùng``; ``Triệu``, ``Chiệu``; ``Giàng``, ``Dàng``.
    """
    plain = _few(tuple(words(text)))
    return tuple(islice(product(*map(_spellings, plain)), 1, _MOST_SPELLINGS))


def _spellings(word: str) -> tuple[str, ...]:
    """`word` itself, then as it is spelt otherwise: at its beginning, at its end, at both."""
    found = [word]
    for one, other in _HEARD_ALIKE:
        if word.startswith(one) and len(word) > len(one):
            found.append(other + word.removeprefix(one))
            break
    if match := _ENDS_IN_I.fullmatch(word):
        other = "y" if match[2] == "i" else "i"
        found += [one[:-1] + other for one in found]
    return tuple(found)


def _with_numbers(text: str) -> Iterable[Beginnings]:
    """`text` with its first whole number in each of the forms it may be kept in."""
    for match in _NUMBER.finditer(text):
        if forms := _forms(bare(match[0])):
            around = words(text[: match.start()]), words(text[match.end() :])
            return [_few((*around[0], form, *around[1])) for form in forms]
    return ()


def _forms(number: str) -> Sequence[str]:
    digits = number.lstrip("+")
    if number.startswith("+84"):
        return ("0" + digits[2:].removeprefix("0"),)
    if len(digits) < _WHOLE:
        return ()
    # Numbers of whole lengths less one have lost their 0 on the way through a sheet: of before (9)
    # and of now (12) of people, tax codes (10) and those of branches (13).
    has_lost = len(digits) in _LESS_A_ZERO and not digits.startswith("0")
    lost = (indexed(id_key("0" + digits)),) if has_lost else ()
    # And one that was kept so is asked for whole.
    kept = (digits[1:],) if digits.startswith("0") and len(digits) in _WITH_A_ZERO else ()
    forms = (digits, indexed(phone_key(number)), indexed(id_key(number)), *lost, *kept)
    return tuple(dict.fromkeys(forms))


def _few(parts: Beginnings) -> Beginnings:
    return parts[:MOST_WORDS]


def run_together(text: str) -> tuple[str, tuple[Beginnings, ...]]:
    """A code without its signs, and the day and number it may end in; nothing if it is none.

    ``h379912611230001`` may be H37.99.1-261123-0001: whether it is, the whole code says.
    """
    plain = "".join(words(text))
    if not _CODE.fullmatch(plain):
        return "", ()
    found = []
    for digits in range(4, 8):
        for day_digits in (6, 8):
            start = len(plain) - digits - day_digits
            day, number = plain[start:-digits], plain[-digits:]
            if start >= 3 and number.isdigit() and _is_day(day):
                found.append((day, number))
    return plain, tuple(found)


def _is_day(digits: str) -> bool:
    if not digits.isdigit() or (len(digits) == 8 and not digits.startswith("20")):
        return False
    try:
        date(2000 + int(digits[-6:-4]), int(digits[-4:-2]), int(digits[-2:]))
    except ValueError:
        return False
    return True
