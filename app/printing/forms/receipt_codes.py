"""The codes at the head of a receipt: QR at the upper left, beside it the dossier code as bars."""

from dataclasses import dataclass

from app.printing.codes.barcode import QR_QUIET_MODULES, QUIET_MODULES, Code, Symbol, code128, qr
from app.printing.codes.dots import DOT
from app.printing.content import ReceiptContent
from app.printing.forms.label_digits import digits_of
from app.printing.forms.receipt_wording import PROVISIONAL
from app.printing.layout.fonts import Face
from app.printing.layout.page import LEADING, MM, Flow, Style, placed
from app.printing.layout.wrapping import Run, wrap

# Whole dots of a 203 dpi printer: a module of 0.254 mm, 2.03 dots, failed on a third of pages.
# Three dots are read from a 150 dpi scan where two often are not.
_BAR_MODULE, _WIDE_BAR_MODULE = 2 * DOT, 3 * DOT
_WIDE_BARS_MOST = 0.6
"""Of the text width, so that bars never fill a line from end to end."""
_QR_MODULES = (3 * DOT, 2 * DOT)
_QR_LARGEST = 26 * MM


@dataclass(frozen=True, slots=True)
class Codes:
    """The receipt's codes, made once however often it is laid out; None where it has none."""

    bars: Symbol | None
    qr: Symbol | None


def codes_of(content: ReceiptContent) -> Codes:
    """The codes of `content`; a preview has none."""
    if not content.code:
        return Codes(None, None)
    return Codes(code128(content.code), qr(content.qr_text) if content.qr_text else None)


def place_codes(flow: Flow, content: ReceiptContent, codes: Codes) -> None:
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
    bars, module = _fitting_bars(content, bars, room, style)
    x += QUIET_MODULES * module if codes.qr else 0
    y = top
    for line in wrap([Run(content.code, Face.BOLD)], style.body, room):
        flow.place(*placed(line, x, y, style.body))
        y += style.body * LEADING
    y += 2
    flow.place(Code(x, y, bars.columns * module, style.bar_height, bars))
    y += style.bar_height + 1.5
    if content.is_provisional:
        for line in wrap([Run(PROVISIONAL, Face.ITALIC)], style.note, room):
            flow.place(*placed(line, x, y, style.note))
            y += style.note * LEADING
    flow.y = max(end, y)


def _fitting_bars(
    content: ReceiptContent, bars: Symbol, room: float, style: Style
) -> tuple[Symbol, float]:
    """The bars and their module; a code too long for `room` gives way to its 14 digits."""
    if bars.columns * _WIDE_BAR_MODULE <= _WIDE_BARS_MOST * style.text_width:
        return bars, _WIDE_BAR_MODULE
    if (bars.columns + 2 * QUIET_MODULES) * _BAR_MODULE > room and (digits := digits_of(content)):
        bars = code128(digits)
    return bars, _BAR_MODULE


def _qr_side(symbol: Symbol) -> float:
    """Whole printer dots to a module, the larger of two that keep the code small enough."""
    for module in _QR_MODULES:
        if symbol.columns * module <= _QR_LARGEST:
            return symbol.columns * module
    return symbol.columns * _QR_MODULES[-1]
