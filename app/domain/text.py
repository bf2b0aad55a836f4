"""Vietnamese text: one normal form wherever it enters, folding for search, order of names."""

import re
import unicodedata

from app.domain.errors import FieldError

_MARKS = re.compile("[\u0300-\u036f]")
_WORD = re.compile("[0-9a-z]+")
# Letters in the order of the Vietnamese alphabet; tones are told apart after letters.
_ALPHABET = {letter: rank for rank, letter in enumerate("aăâbcdđeêfghijklmnoôơpqrstuưvwxyz")}
# Ngang, huyền, hỏi, ngã, sắc, nặng.
_TONES = {"\u0300": 1, "\u0309": 2, "\u0303": 3, "\u0301": 4, "\u0323": 5}


class TextTooLong(FieldError):
    """Facts: field, limit (characters), length."""


class TextHasControls(FieldError):
    """Facts: field, character (its code point as ``U+202E``)."""


class TextMissing(FieldError):
    """Facts: field."""


def nfc(text: str) -> str:
    """`text` in Unicode normal form C, as every stored text is."""
    return unicodedata.normalize("NFC", text)


def line(text: str, *, field: str, limit: int, required: bool = False) -> str:
    """One line of text as it may be stored: NFC, single spaces, trimmed.

    Args:
        text: what was typed, scanned or read from a file.
        field: the request's field, for the refusal.
        limit: most characters after cleaning.
        required: an empty line is refused.

    Raises:
        TextMissing, TextTooLong: as named.
        TextHasControls: a control, direction or private character, which would print as
            something other than what is read. Line breaks and tabs become spaces.
    """
    cleaned = " ".join(nfc(text).split())
    _check(cleaned, field=field, limit=limit, required=required)
    return cleaned


def paragraph(text: str, *, field: str, limit: int, required: bool = False) -> str:
    """Like `line`, with line breaks kept: reasons, notes and long names of papers."""
    lines = (" ".join(part.split()) for part in nfc(text).splitlines())
    cleaned = "\n".join(lines).strip("\n ")
    _check(cleaned.replace("\n", " "), field=field, limit=limit, required=required)
    return cleaned


def _check(cleaned: str, *, field: str, limit: int, required: bool) -> None:
    if required and not cleaned:
        raise TextMissing(field=field)
    if len(cleaned) > limit:
        raise TextTooLong(field=field, limit=limit, length=len(cleaned))
    if not cleaned.isprintable():
        hidden = next(c for c in cleaned if not c.isprintable())
        raise TextHasControls(field=field, character=f"U+{ord(hidden):04X}")


def fold(text: str) -> str:
    """`text` without accents, case or đ, for comparing and searching: ``Đặng`` → ``dang``."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return _MARKS.sub("", plain).casefold()


def words(text: str) -> list[str]:
    """Folded words of `text`: runs of ASCII letters and digits, in order."""
    return _WORD.findall(fold(text))


def initials(text: str) -> str:
    """First letters of the folded words: ``Đăng ký khai sinh`` → ``dkks``."""
    return "".join(word[0] for word in words(text))


def name_key(full_name: str) -> tuple[tuple[tuple[int, ...], tuple[int, ...]], ...]:
    """Sort key of a person's name: given name first, then middle names, then family name.

    Letters follow the Vietnamese alphabet (a ă â b c d đ e ê …); tones count only between equal
    letters, in the order ngang, huyền, hỏi, ngã, sắc, nặng.
    """
    parts = nfc(full_name).casefold().split()
    order = [parts[-1], *parts[1:-1], parts[0]] if len(parts) > 1 else parts
    return tuple(_word_key(part) for part in order)


def _word_key(word: str) -> tuple[tuple[int, ...], tuple[int, ...]]:
    letters: list[int] = []
    tones: list[int] = []
    for character in word:
        tone = 0
        base = character
        for mark in unicodedata.normalize("NFD", character):
            if mark in _TONES:
                tone = _TONES[mark]
                base = unicodedata.normalize(
                    "NFC", unicodedata.normalize("NFD", character).replace(mark, "")
                )
        letters.append(_ALPHABET.get(base, 100 + ord(base[0])))
        tones.append(tone)
    return tuple(letters), tuple(tones)
