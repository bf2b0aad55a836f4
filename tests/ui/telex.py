"""Vietnamese typed by Telex: the raw keys of a text, and a hand that types them."""

import re
import unicodedata

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from tests.ui.typing import compose, press

_SHAPES = {"\u0306": "w", "\u031b": "w"}
"""Breve and horn are one key; a circumflex doubles its letter."""
_TONES = {"\u0300": "f", "\u0309": "r", "\u0303": "x", "\u0301": "s", "\u0323": "j"}


def telex_keys(text: str) -> str:
    """The keys that give `text`: ``Hoàng Thị Mẩy`` is typed ``Hoangf Thij Maayr``.

    A tone comes last in its word; two plain o's are three keys, for two would give ô. Capitals
    stay capitals: whoever counts adds their Shift.
    """
    return " ".join(_word_keys(word) for word in text.split(" "))


def _word_keys(word: str) -> str:
    letters = word.rstrip(",.;")
    keys, tone, shaped = "", "", ""
    for letter in letters:
        base, *marks = unicodedata.normalize("NFD", letter)
        tone = next((_TONES[mark] for mark in marks if mark in _TONES), tone)
        if letter in "đĐ":
            base, shaped = ("d" if letter == "đ" else "D"), "d"
        elif "\u0302" in marks:
            shaped = base.lower()
        else:
            shaped = next((_SHAPES[mark] for mark in marks if mark in _SHAPES), "")
        if not shaped and base.lower() == "o" and keys[-1:] == "o":
            base = "oo"
        keys += base + shaped
    # The one w behind ươ shapes both.
    return re.sub("([uU])wow", r"\1ow", keys) + tone + word[len(letters) :]


def type_telex(text: str) -> None:
    """Type `text` where the focus is through an input method that shows each word until it ends.

    Every raw key comes as one longer pre-edit; the space or whatever else ends a word is a key.
    """
    for nth, word in enumerate(text.split(" ")):
        if nth:
            press(_focused(), Qt.Key.Key_Space, " ")
        letters = word.rstrip(",.;")
        raw = _word_keys(letters)
        for keys in range(1, len(raw) + 1):
            compose(_focused(), raw[:keys])
        if raw:
            compose(_focused(), "", commit=letters)
        for sign in word[len(letters) :]:
            press(_focused(), Qt.Key.Key_unknown, sign)


def _focused():
    return QApplication.focusWidget()
