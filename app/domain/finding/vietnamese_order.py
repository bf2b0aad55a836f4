"""The order of the Vietnamese alphabet: a ă â b c d đ e ê …, and of two alike the tones decide.

As a dictionary has it, syllable by syllable: the letters first, then the tone (ngang, huyền, hỏi,
ngã, sắc, nặng).
"""

import unicodedata

from app.domain.look_alikes import tidy

_ALPHABET = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
_TONES = ("", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323")

OrderKey = tuple[tuple[str, str], ...]
"""One pair for each syllable: its letters by their places, its tones."""


def _tables() -> tuple[dict[str, str], dict[str, str]]:
    letters: dict[str, str] = {}
    tones: dict[str, str] = {}
    for place, letter in enumerate(_ALPHABET):
        for tone, mark in enumerate(_TONES):
            written = unicodedata.normalize("NFC", letter + mark)
            if len(written) == 1:
                letters[written] = chr(ord("a") + place)
                tones[written] = str(tone)
    return letters, tones


_LETTERS, _MARKS = _tables()


def order_key(text: str) -> OrderKey:
    """What texts are sorted by: ``An`` before ``Ân``, ``Dũng`` before ``Đào``."""
    plain = unicodedata.normalize("NFC", tidy(text)).casefold()
    letters = "".join([_LETTERS.get(one, one) for one in plain])
    tones = "".join([_MARKS.get(one, one) for one in plain])
    return tuple(zip(letters.split(), tones.split(), strict=True))


def person_key(name: str) -> tuple[OrderKey, OrderKey]:
    """What people are sorted by: the given name, which stands last, then the whole name."""
    return order_key(name.rpartition(" ")[2]), order_key(name)
