"""One form for what looks one way: letters that were meant, nothing that cannot be seen.

Text comes from keyboards, cards, web pages and old files. The Icelandic Ð or an African Ɖ stands
for Đ there, a Cyrillic letter for a Latin one, and between letters lie signs without a shape. A
name stored so would look right and be found by nobody.
"""

import unicodedata

_CYRILLIC = (
    "\u0410\u0412\u0415\u0405\u0406\u0408\u041a\u041c\u041d\u041e\u0420\u0421"
    "\u0422\u0423\u0425\u0430\u0435\u0455\u0456\u0458\u043e\u0440\u0441\u0443"
    "\u0445"
)
_GREEK = (
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7\u03bf"
)
_MEANT = {
    "Ð": "Đ",
    "ð": "đ",
    "Ɖ": "Đ",
    "ɖ": "đ",
    **dict(zip(_CYRILLIC, "ABESIJKMHOPCTYXaesijopcyx", strict=True)),
    **dict(zip(_GREEK, "ABEZHIKMNOPTYXo", strict=True)),
    **{chr(0xFF01 + nth): chr(0x21 + nth) for nth in range(94)},  # full width
    **dict(zip("\ufb00\ufb01\ufb02\ufb03\ufb04", ("ff", "fi", "fl", "ffi", "ffl"), strict=True)),
}
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b\u200c\u200d\u200e\u200f\u2060\u2061\u2062\u2063\ufeff"
_SPACES = "".join(map(chr, (0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000)))
_TABLE = str.maketrans(_MEANT | dict.fromkeys(_UNSEEN, "") | dict.fromkeys(_SPACES, " "))


def tidy(text: str) -> str:
    """`text` in Unicode normal form C with the letters meant, as every stored text is.

    Soft hyphens, joiners and marks without a shape vanish; spaces that do not break are spaces.
    """
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", text).translate(_TABLE))
