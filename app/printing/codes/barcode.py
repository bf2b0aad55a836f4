"""Code 128 and QR as runs of vector rectangles, in modules; whoever draws them gives the size."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import zxingcpp
from barcode.codex import Code128

QUIET_MODULES = 10
"""White modules that must stay free at both ends of a Code 128."""
QR_QUIET_MODULES = 4
"""White modules that must stay free around a QR code."""

_DARK_RUNS = re.compile("1+")
# zxing-cpp's pictures are black 0 on white 255.
_AS_MODULES = bytes.maketrans(b"\x00\xff", b"10")


@dataclass(frozen=True, slots=True)
class Symbol:
    """A code as PDF rectangles of whole modules, rows counted from the top.

    `path` holds only integers: whoever draws it sets the scale once and fills once.
    """

    columns: int
    rows: int
    path: str


@dataclass(frozen=True, slots=True)
class Code:
    """A symbol at its place on a page; `x`, `y` is its top left corner without quiet zone."""

    x: float
    y: float
    width: float
    height: float
    symbol: Symbol


def code128(text: str) -> Symbol:
    """`text` as Code 128, sets chosen for the fewest modules, without quiet zones."""
    modules = Code128(text).build()[0]
    return Symbol(len(modules), 1, _path([modules]))


def qr(text: str) -> Symbol:
    """`text` as a QR code of error level M, without quiet zone."""
    made = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    image: Any = made.to_image(scale=1, add_quiet_zones=False)
    rows, columns = image.shape
    modules = bytes(image).translate(_AS_MODULES).decode("ascii")
    return Symbol(
        columns, rows, _path(modules[at : at + columns] for at in range(0, rows * columns, columns))
    )


def _path(rows: Iterable[str]) -> str:
    return " ".join(
        [
            f"{first} {nth} {end - first} 1 re"
            for nth, row in enumerate(rows)
            for first, end in map(re.Match.span, _DARK_RUNS.finditer(row))
        ]
    )
