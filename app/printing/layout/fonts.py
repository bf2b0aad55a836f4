"""The forms' four faces: Tinos, metric-equal to Times New Roman, from our own files only."""

from collections.abc import Mapping
from enum import StrEnum
from functools import cache, lru_cache
from importlib import resources
from io import BytesIO

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase import pdfmetrics

from app.printing.layout.joined_letters import JoiningFont
from app.printing.letters import MARKS


class Face(StrEnum):
    """Faces by the stem of their file in `resources/fonts`."""

    REGULAR = "Tinos-Regular"
    BOLD = "Tinos-Bold"
    ITALIC = "Tinos-Italic"
    BOLD_ITALIC = "Tinos-BoldItalic"


def font_file(face: Face) -> bytes:
    """The file of `face`."""
    return resources.files("resources").joinpath("fonts", f"{face}.ttf").read_bytes()


@cache
def font(face: Face) -> JoiningFont:
    """`face` as ReportLab embeds it: only the glyphs a document uses, whole codes on demand."""
    made = JoiningFont(str(face), BytesIO(font_file(face)), asciiReadable=False)
    # Hints and headings use the same letters on every receipt: their cut is made once.
    cut = lru_cache(maxsize=32)(made.face.makeSubset)
    made.face.makeSubset = lambda letters: cut(tuple(letters))
    # Widths are only written into documents: as text made once, not number by number.
    written = {code: fp_str(width).encode() for code, width in made.face.charWidths.items()}
    made.face.getCharWidth = lambda code: written.get(code) or made.joined_width(code)
    pdfmetrics.registerFont(made)
    return made


@cache
def advances(face: Face) -> Mapping[str, float]:
    """Width of each letter of `face` in ems; marks take no room beside their letter."""
    widths = font(face).face.charWidths
    return {chr(code): width / 1000 for code, width in widths.items()} | dict.fromkeys(MARKS, 0.0)


def width(text: str, face: Face, size: float) -> float:
    """Width of printable `text` in points."""
    return sum(map(advances(face).__getitem__, text)) * size
