"""Which letters the paper can show, checked where text is read and applied when a page is made."""

import unicodedata

from app.domain.errors import FieldError

# The fonts in `resources/fonts` are cut to exactly these: Latin with every accent, and the marks
# that the alphabets of Vietnam's languages need (`app.domain.alphabets`).
_RANGES = (
    "20-7E A0-AC AE-180 1A0-1A1 1AF-1B0 1CD-1DC 1E6-1E9 1F8-1F9 200-21B 226-233 243 2BB-2BC "
    "300-304 306-30C 30F 311-313 31B 323-328 32D-32E 330-331 1E00-1E9B 1EA0-1EF9 2010-2015 "
    "2018-201E 2020-2022 2026 2030 2032-2033 2039-203A 2044 20AB-20AC 2116 2122 2190-2193 2212 "
    "2260 2264-2265 A78B-A78C"
)


def _spread(ranges: str) -> frozenset[str]:
    letters: set[str] = set()
    for part in ranges.split():
        first, _, last = part.partition("-")
        letters.update(map(chr, range(int(first, 16), int(last or first, 16) + 1)))
    return frozenset(letters)


LETTERS = _spread(_RANGES)
"""Every character a form can print."""
MARKS = frozenset(filter(unicodedata.combining, LETTERS))
"""Those of them that stand over or under the letter before them."""
_KNOWN = LETTERS | {"\n"}


class LetterNotPrintable(FieldError):
    """A text holds letters the forms' fonts do not have. Facts: field, letters (a tuple)."""


def unprintable(text: str) -> tuple[str, ...]:
    """The characters of `text` that no form can print, each once, in order."""
    if _KNOWN.issuperset(text):
        return ()
    composed = unicodedata.normalize("NFC", text)
    return tuple(dict.fromkeys(c for c in composed if c not in _KNOWN and not _is_silent(c)))


def require_printable(text: str, *, field: str) -> str:
    """`text` itself, for the validator of a field that will stand on paper.

    Raises:
        LetterNotPrintable: naming the letters.
    """
    if letters := unprintable(text):
        raise LetterNotPrintable(field=field, letters=letters)
    return text


def printable(text: str) -> str:
    """`text` as a page shows it: composed, with what cannot be shown visibly replaced by ``?``.

    A page never refuses: the dossier is registered by then and the citizen waits for the slip.
    The validator named such letters before (`require_printable`); what still comes (older records,
    imported catalogues) must be seen to be missing, neither dropped nor printed as an empty box.
    Signs without a shape of their own (direction marks, joiners) go, other controls become spaces.
    """
    if _KNOWN.issuperset(text) and unicodedata.is_normalized("NFC", text):
        return text
    composed = unicodedata.normalize("NFC", text)
    return "".join(c if c in _KNOWN else _stand_in(c) for c in composed)


def _stand_in(character: str) -> str:
    if character.isspace():
        return " "
    return "" if _is_silent(character) else "?"


def _is_silent(character: str) -> bool:
    """Whether `character` has no shape: white space, controls, direction and joining marks."""
    return character.isspace() or unicodedata.category(character) in {"Cc", "Cf"}
