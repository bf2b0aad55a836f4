"""JSON from outside: bounded, without duplicate keys, NaN, lone surrogates or deep nesting.

A small text may name millions of values, each many times longer in memory: they are counted
before any of them is made.
"""

import json
from math import isfinite
from pathlib import Path
from typing import Any

from app.domain.errors import Unreadable
from app.domain.phrases import phrase
from app.outside.ordinary import read_bounded

MOST_BYTES = 64 * 1024 * 1024
_MOST_DEPTH = 40
_MOST_DIGITS = 18
_MOST_VALUES = 4_000_000
"""The largest files this program is given hold a third of it."""


class FileNotJson(Unreadable):
    """Facts: why (in Vietnamese), place (line and column in brackets, or empty)."""


def read(content: bytes, *, most: int | None = None) -> Any:  # noqa: ANN401 - JSON is anything
    """The value in `content`.

    Raises:
        FileNotJson: too long, not UTF-8, cut short, too deep, too many values, doubled keys, NaN,
            a number without end or a broken character.
    """
    most = MOST_BYTES if most is None else most
    if len(content) > most:
        raise FileNotJson(why=phrase("tệp lớn hơn {most} MB", most=most // 1024 // 1024), place="")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise FileNotJson(
            why=phrase("không phải chữ UTF-8"),
            place=phrase(" (byte thứ {nth})", nth=error.start + 1),
        ) from None
    if sum(map(text.count, ",[{")) > _MOST_VALUES:
        raise FileNotJson(why=phrase("có quá nhiều mục"), place="")
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_constant,
            parse_int=_whole,
            parse_float=_fraction,
        )
    except json.JSONDecodeError as error:
        place = phrase(" (dòng {line}, cột {column})", line=error.lineno, column=error.colno)
        raise FileNotJson(why=phrase("tệp bị cắt hoặc sai cú pháp JSON"), place=place) from None
    except RecursionError:
        raise FileNotJson(why=phrase("lồng quá sâu"), place="") from None
    _check(value, _MOST_DEPTH)
    return value


def read_kept(path: Path, *, most: int) -> Any:  # noqa: ANN401 - as above
    """The value in a small file of our own, which may be damaged or changed by anybody.

    Raises:
        NotOrdinary, OSError: it cannot be opened, or not read.
        ValueError: more than `most` bytes, or not the JSON that this program writes.
    """
    try:
        return read(read_bounded(path, most), most=most)
    except FileNotJson as error:
        raise ValueError(str(error)) from None


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        seen: set[str] = set()
        double = next(key for key, _ in pairs if key in seen or seen.add(key))  # type: ignore[func-returns-value]  # add returns None on purpose
        raise FileNotJson(why=phrase("khóa “{key}” bị lặp", key=double[:60]), place="")
    return found


def _no_constant(name: str) -> None:
    raise FileNotJson(why=phrase("có giá trị {name}", name=name), place="")


def _whole(digits: str) -> int:
    if len(digits) > _MOST_DIGITS:
        raise FileNotJson(why=phrase("có số quá dài"), place="")
    return int(digits)


def _fraction(digits: str) -> float:
    value = float(digits)
    if not isfinite(value):
        raise FileNotJson(why=phrase("có số quá lớn"), place="")
    return value


def _check(value: object, depth: int) -> None:
    if depth == 0:
        raise FileNotJson(why=phrase("lồng quá sâu"), place="")
    if isinstance(value, str):
        if not value.isascii() and any("\ud800" <= c <= "\udfff" for c in value):
            raise FileNotJson(why=phrase("có ký tự hỏng"), place="")
    elif isinstance(value, dict):
        for key, part in value.items():
            _check(key, depth - 1)
            _check(part, depth - 1)
    elif isinstance(value, list):
        for part in value:
            _check(part, depth - 1)
