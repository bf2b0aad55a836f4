"""What every page of a practice office says: that it is good for nothing.

On sheets it lies pale under the page. A thermal head knows black and white only: on a roll it
stands below the slip, on a label only in the corner, where every paper has it.
"""

from dataclasses import replace
from math import atan2, cos, hypot, sin

from app.printing.layout.corner import PRACTICE_MARK
from app.printing.layout.fitting import LaidOut
from app.printing.layout.fonts import Face, width
from app.printing.layout.page import MM, Mark, Rule, Style, Words

VALUELESS = "KHÔNG CÓ GIÁ TRỊ"
_WIDEST_STRIP = 100 * MM
_TALLEST_LABEL = 40 * MM
GREY = 0.84
"""Pale enough for the words and codes above it, dark enough to be seen on any laser print."""
_SHARE, _OF_FIRST = 0.62, 0.42
"""How much of the diagonal the first line takes; the size of the second against it."""
_BAND, _SIZE, _LINE = 9 * MM, 12.0, 1.5


def with_band(paper: LaidOut) -> LaidOut:
    """`paper`, with the words below it where it comes off a roll."""
    style = paper.style
    if style.width > _WIDEST_STRIP or style.height < _TALLEST_LABEL:
        return paper
    taller = replace(style, height=style.height + _BAND)
    return LaidOut(taller, [[*page, *_band(style)] for page in paper.pages])


def watermark(style: Style) -> list[tuple[Words, str]]:
    """The words over the diagonal of a sheet, each with the matrix that lays it there."""
    if style.width <= _WIDEST_STRIP:
        return []
    angle, diagonal = atan2(style.height, style.width), hypot(style.width, style.height)
    size = _SHARE * diagonal / width(PRACTICE_MARK, Face.BOLD, 1)
    second = _OF_FIRST * size
    return [
        _line(style, angle, PRACTICE_MARK, size, 0.0),
        _line(style, angle, VALUELESS, second, -1.5 * second),
    ]


def _band(style: Style) -> list[Mark]:
    words = f"{PRACTICE_MARK} – {VALUELESS}"
    top, base = style.height - style.bottom / 2, style.height + 0.55 * _BAND - style.bottom / 2
    across = (style.width - width(words, Face.BOLD, _SIZE)) / 2
    return [
        Rule(style.left, top, style.text_width, _LINE),
        Words(across, base, Face.BOLD, _SIZE, words),
        Rule(style.left, base + 0.35 * _SIZE, style.text_width, _LINE),
    ]


def _line(style: Style, angle: float, text: str, size: float, up: float) -> tuple[Words, str]:
    back, turned = -width(text, Face.BOLD, size) / 2, (cos(angle), sin(angle))
    x = style.width / 2 + back * turned[0] - up * turned[1]
    y = style.height / 2 + back * turned[1] + up * turned[0]
    matrix = f"{turned[0]:.4f} {turned[1]:.4f} {-turned[1]:.4f} {turned[0]:.4f} {x:.2f} {y:.2f} Tm"
    return Words(x, y, Face.BOLD, size, text), matrix
