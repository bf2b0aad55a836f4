"""Vietnamese in old codes: TCVN3 (.VnTime), VNI (VNI-Times), and UTF-8 read byte by byte.

Such a text shows as ``NguyÔn V¨n §øc`` or ``Nguyeãn Vaên Ñöùc``. It is recognised by its words:
read as Unicode they are none of Vietnamese, read as one of the old codes each of them is.

Source: TCVN 5712:1993 (VN3), and the table of VNI-Windows as its fonts have it.
"""

import re
import unicodedata

_GRAVE, _HOOK, _TILDE, _ACUTE, _DOT = "\u0300\u0309\u0303\u0301\u0323"

_TCVN3 = str.maketrans(
    dict(
        zip(
            "¡¢£¤¥¦§¨©ª«¬\u00ad®µ¶·\u00b8¹»¼½¾ÆÇÈÉÊËÌÎÏÐÑÒÓÔÕÖ×ØÜÝÞßáâãäåæçèéêëìíîïñòóôõö÷øùúûüýþ",
            "ĂÂÊÔƠƯĐăâêôơưđàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ",
            strict=True,
        )
    )
)
# VNI sets the mark behind its letter: ``eã`` is ễ. Letters of one code each stand alone.
_VNI_MARKS = {
    "ù": _ACUTE, "ø": _GRAVE, "û": _HOOK, "õ": _TILDE, "ï": _DOT,
    "â": "\u0302", "á": "\u0302" + _ACUTE, "à": "\u0302" + _GRAVE, "å": "\u0302" + _HOOK,
    "ã": "\u0302" + _TILDE, "ä": "\u0302" + _DOT,
    "ê": "\u0306", "é": "\u0306" + _ACUTE, "è": "\u0306" + _GRAVE, "ú": "\u0306" + _HOOK,
    "ü": "\u0306" + _TILDE, "ë": "\u0306" + _DOT,
}  # fmt: skip
_VNI_ALONE = dict(zip("ôöñíìæóòî", "ơưđíìỉĩịỵ", strict=True))
_VNI = re.compile(
    f"(?P<letter>[aeouyôö])(?P<mark>[{''.join(_VNI_MARKS)}])|(?P<alone>[{''.join(_VNI_ALONE)}])",
    re.IGNORECASE,
)

_ONSET = "b|c|ch|d|đ|g|gh|gi|h|k|kh|l|m|n|ng|ngh|nh|p|ph|qu|r|s|t|th|tr|v|x"
_RHYME = (
    "(?:a|ă|â|e|ê|i|o|ô|ơ|u|ư|y|iê|yê|oa|oă|oe|oo|uâ|uê|uô|ươ|uy|uyê|ua|ưa|ia|uơ)"
    "(?:ch|c|m|ng|nh|n|p|t)?"
    "|(?:ai|ao|au|ay|âu|ây|eo|êu|iêu|iu|oai|oao|oay|oeo|oi|ôi|ơi|uây|ui|uôi|ươi|ươu|ưi|ưu|uya|"
    "uyu|yêu)"
)
_SYLLABLE = re.compile(f"(?:{_ONSET})?(?:{_RHYME})")
_TONES = re.compile(f"[{_GRAVE}{_HOOK}{_TILDE}{_ACUTE}{_DOT}]")
_WORD = re.compile(r"[^\W\d_]+")


def from_legacy(text: str) -> str:
    """`text` as it was meant if it was written in an old code or read byte by byte, else empty."""
    if text.isascii() or _is_vietnamese(text):
        return ""
    # Letters of the old codes are told by their Latin-1 faces; NFC keeps those.
    composed = unicodedata.normalize("NFC", text)
    for read in (_from_bytes, _from_tcvn3, _from_vni):
        converted = read(composed)
        if converted != composed and _is_vietnamese(converted):
            return converted
    return ""


def _from_bytes(text: str) -> str:
    """UTF-8 that something read byte by byte, as ``HoÃ ng``.

    What shows as nothing may be lost on the way: à's no-break space became a blank, and the second
    byte of Đ, which no letter stands for, is gone.
    """
    whole = _LOST_OF_D.sub("Ä\x90", text.replace("Ã ", "Ã\u00a0"))
    try:
        return b"".join(map(_byte, whole)).decode()
    except UnicodeError:
        return text


_LOST_OF_D = re.compile("Ä(?=[A-Za-zÃÆá])")


def _byte(letter: str) -> bytes:
    try:
        return letter.encode("cp1252")
    except UnicodeEncodeError:
        return letter.encode("latin-1")


def _from_tcvn3(text: str) -> str:
    """Capitals with marks are small letters of a font of capitals there: NGUYÔN is NGUYỄN."""
    plain = re.sub("[^A-Za-z]", "", text)
    read = text.translate(_TCVN3)
    return read.upper() if len(plain) > 1 and plain.isupper() else read


def _from_vni(text: str) -> str:
    """A single ñ or ö proves nothing: peoples and foreigners write them too."""
    if not any(match["mark"] for match in _VNI.finditer(text)):
        return text
    return _VNI.sub(_vni_letter, text)


def _vni_letter(match: re.Match[str]) -> str:
    if alone := match["alone"]:
        read = _VNI_ALONE[alone.lower()]
        return read.upper() if alone.isupper() else read
    letter = match["letter"]
    read = _VNI_ALONE.get(letter.lower(), letter.lower()) + _VNI_MARKS[match["mark"].lower()]
    composed = unicodedata.normalize("NFC", read)
    return composed.upper() if letter.isupper() else composed


def _is_vietnamese(text: str) -> bool:
    """Whether every word is a syllable with at most one tone."""
    words = _WORD.findall(unicodedata.normalize("NFC", text).lower())
    return bool(words) and all(map(_is_syllable, words))


def _is_syllable(word: str) -> bool:
    apart = unicodedata.normalize("NFD", word)
    toneless = unicodedata.normalize("NFC", _TONES.sub("", apart))
    return len(_TONES.findall(apart)) <= 1 and bool(_SYLLABLE.fullmatch(toneless))
