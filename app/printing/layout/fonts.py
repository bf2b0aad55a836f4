"""The forms' four faces: Tinos, metric-equal to Times New Roman, from our own files only."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont


class Face(StrEnum):
    """Faces by the stem of their file in `resources/fonts`."""

    REGULAR = "Tinos-Regular"
    BOLD = "Tinos-Bold"
    ITALIC = "Tinos-Italic"
    BOLD_ITALIC = "Tinos-BoldItalic"


@cache
def font(face: Face) -> TTFont:
    """`face` as ReportLab embeds it: only the glyphs a document uses, whole codes on demand."""
    file = resources.files("resources").joinpath("fonts", f"{face}.ttf").read_bytes()
    made = TTFont(str(face), BytesIO(file), asciiReadable=False)
    # Hints and headings use the same letters on every receipt: their cut is made once.
    cut = lru_cache(maxsize=32)(made.face.makeSubset)
    made.face.makeSubset = lambda letters: cut(tuple(letters))
    # Widths are only written into documents: as text made once, not number by number.
    written = {code: fp_str(width).encode() for code, width in made.face.charWidths.items()}
    unknown = fp_str(made.face.defaultWidth).encode()
    made.face.getCharWidth = lambda code: written.get(code, unknown)
    pdfmetrics.registerFont(made)
    return made


@cache
def advances(face: Face) -> Mapping[str, float]:
    """Width of each letter of `face` in ems."""
    widths = font(face).face.charWidths
    return {chr(code): width / 1000 for code, width in widths.items()}


def width(text: str, face: Face, size: float) -> float:
    """Width of printable `text` in points."""
    return sum(map(advances(face).__getitem__, text)) * size
