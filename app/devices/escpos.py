"""A page as ESC/POS raster: the one way Vietnamese prints the same on every receipt printer.

Text mode is never used: which letters a code page holds differs from model to model.
"""

from collections.abc import Iterator
from dataclasses import dataclass

PRINTED_DOTS = 576
"""What the head of an 80 mm printer reaches: 72 mm at 203 dpi."""
BAND_ROWS = 128
"""Rows in one command: small enough for the memory of old printers."""
DARK_BELOW = 128
"""Grey from 0 to 255; what is darker becomes a dot."""

INIT = b"\x1b@"
FEED_AND_CUT = b"\x1dVB\x00"
"""Feed to the knife, then cut and leave a hinge."""
_ACROSS = PRINTED_DOTS // 8
_AS_DIGITS = bytes(b"01"[level < DARK_BELOW] for level in range(256))


@dataclass(frozen=True, slots=True)
class GreyPage:
    """A page drawn at 203 dpi: one grey byte a dot, `stride` bytes for each of `height` rows."""

    data: bytes
    width: int
    height: int
    stride: int


def raster(page: GreyPage, *, right: int = 0, down: int = 0) -> bytes:
    """One page as a whole job: set up, dots in bands, cut; moved `right` and `down` by dots.

    What is wider than the head loses its margins evenly.
    """
    rows = [*[bytes(_ACROSS)] * down, *_rows(page, right)][max(0, -down) :]
    bands = (rows[at : at + BAND_ROWS] for at in range(0, len(rows), BAND_ROWS))
    return INIT + b"".join(map(_band, bands)) + FEED_AND_CUT


def _rows(page: GreyPage, right: int) -> Iterator[bytes]:
    """Each row as packed dots, the first of a byte in its highest bit."""
    left = (page.width - PRINTED_DOTS) // 2 - right
    for start in range(0, page.height * page.stride, page.stride):
        digits = page.data[start : start + page.width].translate(_AS_DIGITS)
        reached = (b"0" * -left + digits[max(0, left) :])[:PRINTED_DOTS].ljust(PRINTED_DOTS, b"0")
        yield int(reached, 2).to_bytes(_ACROSS, "big")


def _band(rows: list[bytes]) -> bytes:
    """GS v 0: bytes across and rows, both low byte first, then the dots."""
    return b"".join(
        (b"\x1dv0\x00", _ACROSS.to_bytes(2, "little"), len(rows).to_bytes(2, "little"), *rows)
    )
