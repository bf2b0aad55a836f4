"""Vietnamese text: one normal form wherever it enters, folding for search and order."""

import functools
import re
import unicodedata

from app.domain.errors import FieldError
from app.domain.look_alikes import tidy

_MARKS = re.compile("[\u0300-\u036f]")
_WORD = re.compile("[0-9a-z]+")
_NO_NAME_HOLDS = frozenset({"Cc", "Cs", "Zl", "Zp"})
FILE_LIMIT = 200
"""Characters of a file's name as the records keep it."""
_CITED = 60
# Letters that no accent parts from the plain ones.
_PLAIN = str.maketrans({
    "đ": "d", "Đ": "D", "ƀ": "b", "Ƀ": "B", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "ħ": "h",
    "Ħ": "H", "æ": "ae", "Æ": "AE", "œ": "oe", "Œ": "OE", "ŋ": "ng", "Ŋ": "NG", "þ": "th",
    "Þ": "TH", "ı": "i",
})  # fmt: skip


class TextTooLong(FieldError):
    """Facts: field, limit (characters), length."""


class TextHasControls(FieldError):
    """Facts: field, character (its code point as ``U+202E``)."""


class TextMissing(FieldError):
    """Facts: field."""


def nfc(text: str) -> str:
    """`text` in Unicode normal form C: what a scanner read, letter for letter."""
    return unicodedata.normalize("NFC", text)


def line(text: str, *, field: str, limit: int, required: bool = False) -> str:
    """One line of text as it may be stored: tidy, single spaces, trimmed.

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
    cleaned = " ".join(tidy(text).split())
    _check(cleaned, field=field, limit=limit, required=required)
    return cleaned


def foreign_name(text: str, *, field: str, limit: int) -> str:
    """The name of a printer, device or folder: its own, letter for letter, or it is not found.

    Raises:
        TextTooLong: as named.
        TextHasControls: a control, or a byte that is no text.
    """
    named = text.strip(" \t\r\n")
    if len(named) > limit:
        raise TextTooLong(field=field, limit=limit, length=len(named))
    if hidden := next((c for c in named if unicodedata.category(c) in _NO_NAME_HOLDS), None):
        raise TextHasControls(field=field, character=f"U+{ord(hidden):04X}")
    return named


def paragraph(text: str, *, field: str, limit: int, required: bool = False) -> str:
    """Like `line`, with line breaks kept: reasons, notes and long names of papers."""
    lines = (" ".join(part.split()) for part in tidy(text).splitlines())
    cleaned = "\n".join(lines).strip("\n ")
    _check(cleaned.replace("\n", " "), field=field, limit=limit, required=required)
    return cleaned


def visible(text: str) -> str:
    """`text` on one line, a stand-in (U+FFFD) in the place of each sign that is no letter.

    For what is shown as it came, wherever it came from: a terminal obeys controls, and direction
    marks show letters in another order.
    """
    if text.isprintable():
        return text
    return "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in text)


def cited(text: str) -> str:
    """What was typed or read as a refusal or a remark repeats it: of 60 letters at most."""
    return text if len(text) <= _CITED else f"{text[: _CITED - 1]}…"


def storable(text: str) -> str:
    """`text` with a stand-in (U+FFFD) for each half of a character, which no file can hold.

    What is pasted into a window may hold one.
    """
    halves = text.encode("utf-16", "surrogatepass")
    return halves.decode("utf-16", "replace")


def file_title(name: str, *, limit: int) -> str:
    """The name of a file as the records keep it: that of a file may hold anything.

    Of one beyond `limit` characters the beginning is kept, and "…" says that there was more.
    """
    shown = " ".join(visible(tidy(name)).split())
    return shown if len(shown) <= limit else shown[: limit - 1] + "…"


def _check(cleaned: str, *, field: str, limit: int, required: bool) -> None:
    if required and not cleaned:
        raise TextMissing(field=field)
    if len(cleaned) > limit:
        raise TextTooLong(field=field, limit=limit, length=len(cleaned))
    if not cleaned.isprintable():
        hidden = next(c for c in cleaned if not c.isprintable())
        raise TextHasControls(field=field, character=f"U+{ord(hidden):04X}")


@functools.lru_cache(maxsize=8_192)
def fold(text: str) -> str:
    """`text` without accents, case or đ, for comparing and searching: ``Đặng`` → ``dang``.

    Look-alikes are the letters meant, also in what was stored before they were.
    """
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFD", tidy(text).translate(_PLAIN))
    return _MARKS.sub("", plain).casefold()


def words(text: str) -> list[str]:
    """Folded words of `text`: runs of ASCII letters and digits, in order."""
    return _WORD.findall(fold(text))


def initials(text: str) -> str:
    """First letters of the folded words: ``Đăng ký khai sinh`` → ``dkks``."""
    return "".join(word[0] for word in words(text))
