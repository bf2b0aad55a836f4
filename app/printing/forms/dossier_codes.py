"""The codes on a paper about a dossier: at its head, and small at the top of every later page."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from app.printing.codes.barcode import QR_QUIET_MODULES, QUIET_MODULES, Code, Symbol, code128, qr
from app.printing.codes.dots import DOT
from app.printing.forms.receipt_wording import PROVISIONAL
from app.printing.layout.fonts import Face, width
from app.printing.layout.page import (
    DESIGN_MARGIN,
    LEADING,
    MM,
    CopyName,
    Flow,
    Mark,
    Style,
    Words,
    placed,
)
from app.printing.layout.wrapping import Run, wrap

# Whole dots of a 203 dpi printer: a module of 0.254 mm, 2.03 dots, failed on a third of pages.
# Three dots are read from a 150 dpi scan where two often are not.
_BAR_MODULE, _WIDE_BAR_MODULE = 2 * DOT, 3 * DOT
_WIDE_BARS_MOST = 0.6
"""Of the text width, so that bars never fill a line from end to end."""
_QR_MODULES = (3 * DOT, 2 * DOT)
_QR_LARGEST = 26 * MM
_LATER_MODULE = 3 * DOT
"""Two dots are too few for readers that look for finder patterns line by line."""


@dataclass(frozen=True, slots=True)
class DossierCodes:
    """The codes of one paper, made once however often it is laid out.

    `digits` are the 14 of our own number, which stand for a code that is too long; empty where
    there are none. Without a `code` (a preview) there is no symbol at all.
    """

    code: str
    digits: str
    is_provisional: bool
    bars: Symbol | None
    qr: Symbol | None


def dossier_codes(code: str, qr_text: str, *, digits: str, is_provisional: bool) -> DossierCodes:
    """The codes of the dossier `code`, with `qr_text` in the large one (empty: only bars)."""
    if not code:
        return DossierCodes("", "", is_provisional, None, None)
    large = qr(qr_text) if qr_text else None
    return DossierCodes(code, digits, is_provisional, code128(code), large)


def place_codes(flow: Flow, codes: DossierCodes) -> None:
    """QR at the upper left, beside it the dossier code over its bar code."""
    bars = codes.bars
    if bars is None:
        return
    style = flow.style
    flow.space(0.4 * style.body)
    x, top, end = style.left, flow.y, flow.y
    if codes.qr is not None:
        side = _qr_side(codes.qr)
        flow.place(Code(x, top, side, side, codes.qr))
        x += side + (QR_QUIET_MODULES + 1) * side / codes.qr.columns
        end += side
    # A white margin serves as quiet zone, so without QR the bars begin at the margin.
    room = style.width - style.right - x
    bars, module = _fitting_bars(codes, bars, room, style)
    x += QUIET_MODULES * module if codes.qr else 0
    y = top
    for line in wrap([Run(codes.code, Face.BOLD)], style.body, room):
        flow.place(*placed(line, x, y, style.body))
        y += style.body * LEADING
    y += 2
    flow.place(Code(x, y, bars.columns * module, style.bar_height, bars))
    y += style.bar_height + 1.5
    if codes.is_provisional:
        for line in wrap([Run(PROVISIONAL, Face.ITALIC)], style.note, room):
            flow.place(*placed(line, x, y, style.note))
            y += style.note * LEADING
    flow.y = max(end, y)


def _fitting_bars(
    codes: DossierCodes, bars: Symbol, room: float, style: Style
) -> tuple[Symbol, float]:
    """The bars and their module; a code too long for `room` gives way to its 14 digits."""
    if bars.columns * _WIDE_BAR_MODULE <= _WIDE_BARS_MOST * style.text_width:
        return bars, _WIDE_BAR_MODULE
    if (bars.columns + 2 * QUIET_MODULES) * _BAR_MODULE > room and codes.digits:
        bars = code128(codes.digits)
    return bars, _BAR_MODULE


def _qr_side(symbol: Symbol) -> float:
    """Whole printer dots to a module, the larger of two that keep the code small enough."""
    for module in _QR_MODULES:
        if symbol.columns * module <= _QR_LARGEST:
            return symbol.columns * module
    return symbol.columns * _QR_MODULES[-1]


def dossier_flow(codes: DossierCodes, style: Style) -> Flow:
    """Pages of a paper about a dossier, the later ones with its code at their top."""
    symbol = qr(codes.code) if codes.code else None
    head = partial(_running_head, codes, symbol, style)
    return Flow(style, head, _running_height(symbol, style))


def _running_head(
    codes: DossierCodes, symbol: Symbol | None, style: Style, page: int
) -> Sequence[Mark]:
    """Page number centred in the top margin, left of it the code as QR and words, right the copy.

    Sheets that were mixed up find together by eye and by scanner.
    """
    base = style.top - style.head
    number = str(page)
    middle = style.left + style.text_width / 2
    half = width(number, Face.REGULAR, style.head) / 2
    marks: list[Mark] = [
        Words(middle - half, base, Face.REGULAR, style.head, number),
        CopyName(middle + 18, base, Face.ITALIC, style.note, is_centred=False),
    ]
    x = style.left
    if symbol is not None:
        side = symbol.columns * _LATER_MODULE
        marks.append(Code(x, DESIGN_MARGIN, side, side, symbol))
        x += side + (QR_QUIET_MODULES + 1) * _LATER_MODULE
    return [Words(x, base, Face.REGULAR, style.note, codes.code), *marks]


def _running_height(symbol: Symbol | None, style: Style) -> float:
    """What the code and the white it needs take below the top margin."""
    if symbol is None:
        return 0.0
    end = DESIGN_MARGIN + (symbol.columns + QR_QUIET_MODULES) * _LATER_MODULE
    return max(0.0, end - style.top)
