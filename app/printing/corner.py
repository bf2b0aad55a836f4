"""The reserved corner: a reprint's number, or that it is a preview."""

from app.printing.content import ReceiptContent
from app.printing.fonts import Face, width
from app.printing.forms.form_01_wording import PREVIEW_MARK
from app.printing.page import HAIR, Mark, Rule, Words
from app.printing.paper import CopyMark

_SIZE, _PAD = 8.5, 2.5
HEIGHT = _SIZE + 2 * _PAD
"""Of the box, in points."""


def mark_of(content: ReceiptContent, copy: CopyMark) -> str:
    """What stands in the corner; nothing on a first print."""
    if not content.code:
        return PREVIEW_MARK
    return f"Bản in lại lần {copy.reprint}" if copy.reprint else ""


def boxed(text: str, *, right: float, top: float) -> list[Mark]:
    """`text` in a thin box that ends at `right` and begins at `top`; empty text has none."""
    if not text:
        return []
    left = right - width(text, Face.ITALIC, _SIZE) - 2 * _PAD
    return [
        Words(left + _PAD, top + _PAD + 0.8 * _SIZE, Face.ITALIC, _SIZE, text),
        Rule(left, top, right - left, HAIR),
        Rule(left, top + HEIGHT, right - left, HAIR),
        Rule(left, top, HAIR, HEIGHT),
        Rule(right - HAIR, top, HAIR, HEIGHT),
    ]
