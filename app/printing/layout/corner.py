"""The reserved corner: a reprint's number, that it is a preview, or of a practice office."""

from app.printing.layout.fonts import Face, width
from app.printing.layout.page import HAIR, Mark, Rule, Words

PREVIEW_MARK = "Bản xem trước"
PRACTICE_MARK = "LUYỆN TẬP"
_SIZE, _PAD = 8.5, 2.5
HEIGHT = _SIZE + 2 * _PAD
"""Of the box, in points."""


def reprint_mark(nth: int) -> str:
    """What stands in the corner of the `nth` reprint; nothing on a first print."""
    return f"Bản in lại lần {nth}" if nth else ""


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
