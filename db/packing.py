"""Bodies kept for good, made small: deflated against a dictionary of typical ones.

A stored body is one byte with the number of its dictionary, then raw deflate. A dictionary never
changes, or nothing stored with it could be read again; a better one is a new number. What it holds
(invented events and papers) decides only how small a body becomes. There is no checksum here: the
digest of the body stands beside it.
"""

import zlib
from enum import IntEnum
from functools import cache
from importlib import resources

from app.domain.errors import Damaged
from app.domain.phrases import phrase

MOST_BYTES = 4 * 2**20
"""The longest body; a thousand times a typical one."""
_RAW = -zlib.MAX_WBITS
_LEVEL = 5
"""Level 6 would save 2 % of the bytes for a third more time."""
_MEMORY_LEVEL = 6
"""A small table is copied faster for each body and packs these short ones as well."""


class Dictionary(IntEnum):
    """Dictionaries by their numbers: of events, and of contents of forms."""

    EVENTS = 1
    CONTENTS = 2


class BodyUnreadable(Damaged):
    """A stored body is not what was stored. Facts: why (in Vietnamese)."""


def packed(body: bytes, dictionary: Dictionary) -> bytes:
    """`body`, of at most `MOST_BYTES`, as it is stored: a fifth to a tenth of its length.

    Raises:
        BodyUnreadable: it is longer than `unpacked` would read.
    """
    if len(body) > MOST_BYTES:
        raise BodyUnreadable(why=phrase("quá dài"))
    deflate = _primed(dictionary).copy()
    return bytes([dictionary]) + deflate.compress(body) + deflate.flush()


def unpacked(stored: bytes) -> bytes:
    """The body `packed` was given.

    Raises:
        BodyUnreadable: another dictionary, cut short, followed by other bytes, or longer than
            `MOST_BYTES`, of which no more is unpacked.
    """
    words = _words(stored[0]) if stored else None
    if words is None:
        raise BodyUnreadable(why=phrase("không đúng dạng"))
    inflate = zlib.decompressobj(_RAW, words)
    try:
        body = inflate.decompress(memoryview(stored)[1:], MOST_BYTES + 1)
    except zlib.error:
        raise BodyUnreadable(why=phrase("không đọc được")) from None
    if len(body) > MOST_BYTES:
        raise BodyUnreadable(why=phrase("quá dài"))
    if not inflate.eof or inflate.unused_data:
        raise BodyUnreadable(why=phrase("không đọc được"))
    return body


@cache
def _words(number: int) -> bytes | None:
    """The dictionary of that number; None if there is none."""
    if number not in set(Dictionary):
        return None
    return (resources.files("resources") / "records" / f"dictionary_{number}.txt").read_bytes()


@cache
def _primed(dictionary: Dictionary) -> "zlib._Compress":
    """A compressor that has seen the dictionary; a copy of it need not look again."""
    words = _words(dictionary) or b""
    return zlib.compressobj(_LEVEL, zlib.DEFLATED, _RAW, _MEMORY_LEVEL, zdict=words)
