"""Take out of a text whatever could tell who a person is: numbers, names, names of files.

For logs and reports that others read. What is masked too much costs a word; what is masked too
little is somebody's data: doubt masks.
"""

import re

from app.domain.text import fold

_DOTS = "•" * 8
_KEPT_DIGITS = 4
_ESCAPED = re.compile(r"\\u([0-9a-f]{4})", re.IGNORECASE)
# What looks like a number of a person and is none: our codes, moments, digests, incidents.
_PLAIN = (
    r"(?<![\w.])[A-Z]{1,3}\d{1,3}(?:\.\d{1,3})*-(?:\d{6}|\d{8})-\d{4,7}(?!\w)",
    r"(?<!\w)\d{4}-\d{2}-\d{2}(?:[ T]\d{2}:\d{2}(?::\d{2})?(?:[.,]\d{1,6})?)?(?!\d)",
    r"(?<!\w)\d{1,2}[/.]\d{1,2}[/.]\d{4}(?!\d)",
    r"(?<=incident )\d{6}-\d{6}(?!\d)|(?<=s\u1ef1 c\u1ed1 )\d{6}-\d{6}(?!\d)",
    r"(?<![0-9a-zA-Z])(?=[0-9]*[a-f])[0-9a-f]{32,64}(?![0-9a-zA-Z])",
    r"(?<!\w)(?=[0-9-]*[a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?!\w)",
)
_MRZ = r"[A-Z0-9<]*(?:[A-Z0-9]<<|<[A-Z0-9]+<)[A-Z0-9<]*"
_NUMBER = r"\+?\(?\d(?:[ .()_\-\u2013]{0,2}\d){8,}"
_NUMBERS = re.compile(f"(?P<plain>{'|'.join(_PLAIN)})|(?P<mrz>{_MRZ})|(?P<number>{_NUMBER})")
_KINDS = (
    "pdf|png|jpe?g|jfif|tiff?|bmp|webp|gif|heic|docx?|xlsx?|odt|ods|csv|txt|xml|json|html?|zip|rar"
)
_OUR_FILES = re.compile(r"(?:motcua|MC_|MotCua-|LUYEN-TAP-|sao-luu|REQUEST|CHANGES)")
# After a separator or a quotation mark a file's name may hold spaces, elsewhere not.
_FILE = re.compile(
    rf"(?P<name>(?<=[/\\'\"“])[^/\\'\"“”\n:]+|[^\s/\\'\"“”:]+)\.(?P<kind>{_KINDS})(?!\w)",
    re.IGNORECASE,
)
_LETTER = r"[^\W\d_]"
_WORD = rf"(?:{_LETTER}|[\u0300-\u036f]|['’\u02bc](?={_LETTER}))"
_BETWEEN = r"[ \u00a0_.-]{1,2}"
_NAME = re.compile(rf"{_LETTER}{_WORD}*(?:{_BETWEEN}{_LETTER}{_WORD}*)+")
_OUR_NAMES = frozenset({"mot cua", "viet nam"})
_MIDDLE = frozenset({"thi", "van"})
# The first words of Vietnamese names, of the Kinh and of the other peoples, folded.
_FIRST_WORDS_SPELT = (
    "nguyen tran le pham hoang huynh phan vu vo dang bui do ho ngo duong ly dinh trinh doan lam "
    "mai truong cao dao ha luong luu la thai chu mac tong to quach nong vi sung giang vang thao "
    "mua ma hau lu lo lau trang tho cu chau be chang phung trieu dam hua than ta tang kieu nghiem y"
)
_FIRST_WORDS = frozenset(_FIRST_WORDS_SPELT.split())


def masked(text: str) -> str:
    """`text` without numbers, names and file names of persons.

    Of a number the last four digits stay, so that two of them can be told apart; dossier codes,
    moments and digests stay whole.
    """
    readable = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    without_files = _FILE.sub(_file, readable)
    without_numbers = _NUMBERS.sub(_number, without_files)
    return _NAME.sub(_name, without_numbers)


def _file(found: re.Match[str]) -> str:
    if _OUR_FILES.match(found["name"]):
        return found[0]
    return f"{_DOTS}.{found['kind']}"


def _number(found: re.Match[str]) -> str:
    if found["plain"]:
        return found[0]
    if found["mrz"]:
        return _DOTS
    digits = "".join(filter(str.isdigit, found[0]))
    return _DOTS + digits[-_KEPT_DIGITS:]


def _name(found: re.Match[str]) -> str:
    """The stretches of a run of words that look like names, masked; the words around them stay."""
    parts = re.split(f"({_BETWEEN})", found[0])
    words, between = parts[::2], [*parts[1::2], ""]
    kept: list[str] = []
    at = 0
    while at < len(words):
        length = _name_at(words[at:])
        kept.append(_DOTS if length else words[at])
        at += max(length, 1)
        kept.append(between[at - 1])
    return "".join(kept)


def _name_at(words: list[str]) -> int:
    """How many of `words` from the first on are a name; 0 for none."""
    capital = 0
    while capital < len(words) and words[capital][0].isupper():
        capital += 1
    stretch = words[:capital]
    if capital > 1 and fold(f"{words[0]} {words[1]}") not in _OUR_NAMES:
        is_foreign = any(not word.isascii() for word in stretch)
        if is_foreign or fold(stretch[0]) in _FIRST_WORDS:
            return capital
    if len(words) > 2 and fold(words[0]) in _FIRST_WORDS and fold(words[1]) in _MIDDLE:
        return 3
    return 0
