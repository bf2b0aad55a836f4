"""Marks on the grid of a 203 dpi printer: what is read by a machine begins and ends on its dots."""

from math import ceil, floor

from app.printing.codes.barcode import Code, Symbol

DOTS_PER_INCH = 203
"""What 80 mm and label printers have."""
DOT = 72 / DOTS_PER_INCH
"""Points from one printed dot to the next."""
ROLL_WIDTH = 640
"""Dots across an 80 mm roll."""
ROLL_PRINTED = 576
"""Dots of it that the printer reaches, in the middle: 72 mm."""


def dots(points: float) -> int:
    """The whole dots that hold `points`."""
    return ceil(points / DOT - 0.001)


def sheet(count: int) -> float:
    """`count` dots in points, a hair less: a renderer must not round up to one pixel more."""
    return floor(count * DOT * 100) / 100


def on_dots(symbol: Symbol, *, left: int, y: float, module: int, height: int = 0) -> Code:
    """`symbol` at `left` dots from the paper's edge, `y` points moved down to the next dot.

    `module` is in dots, and so is `height` of a bar code; that of a QR code follows from its rows.
    """
    return Code(
        x=left * DOT,
        y=dots(y) * DOT,
        width=symbol.columns * module * DOT,
        height=(height or symbol.rows * module) * DOT,
        symbol=symbol,
    )


def largest_module(symbol: Symbol, room: int, *, most: int) -> int:
    """The whole dots, up to `most` and at least one, at which `symbol` is within `room` dots."""
    return max(1, min(most, room // symbol.columns))
