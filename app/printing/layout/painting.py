"""Turns marks into PDF operators on ReportLab's canvas.

Operators are written as text instead of through the canvas's own methods: one text object and one
fill per page, numbers formatted once. That is most of what makes a receipt quick.
"""

from collections.abc import Sequence
from functools import lru_cache

from reportlab.pdfgen.canvas import Canvas

from app.printing.codes.barcode import Code
from app.printing.layout.fonts import Face, font, width
from app.printing.layout.page import CopyName, Mark, Rule, Style, Words
from app.printing.layout.shaping import shaped
from app.printing.layout.watermark import GREY, watermark

_RECURRING = 1_024
"""Texts whose operators one document keeps."""


class Painter:
    """Paints on the page or form `canvas` is at."""

    def __init__(self, canvas: Canvas) -> None:
        self._canvas = canvas
        self._document = canvas._doc  # noqa: SLF001 - fonts ask for it, and there is no public way to it
        # Dates, places and names of procedures recur; what shows them stays in one document.
        self._shown = lru_cache(maxsize=_RECURRING)(self._codes)

    def paint(self, marks: Sequence[Mark], height: float) -> None:
        """Write every mark but the copy's name; `height` is that of the marks' page."""
        text = ["BT"]
        filled: list[str] = []
        codes: list[str] = []
        chosen = ""
        for mark in marks:
            match mark:
                case Words():
                    chosen = self._show(text, mark, height, chosen)
                case Rule(x, y, wide, high):
                    filled.append(f"{x:.2f} {height - y - high:.2f} {wide:.2f} {high:.2f} re")
                case Code():
                    codes.append(_code(mark, height))
                case CopyName():
                    pass
        filled.append("f" if filled else "")
        self._canvas.addLiteral("\n".join([*text, "ET", *filled, *codes]))

    def paint_watermark(self, style: Style) -> None:
        """Write what lies under a page of practice."""
        out = ["q", f"{GREY} g", "BT"]
        for words, matrix in watermark(style):
            self._choose_and_show(out, words, matrix, "")
        self._canvas.addLiteral("\n".join([*out, "ET", "Q"]))

    def paint_copy_name(
        self, marks: Sequence[Mark], name: str, height: float, *, shift: float = 0.0
    ) -> None:
        """Write `name` where `marks` leave room for it, `shift` points further right."""
        text = ["BT"]
        chosen = ""
        for mark in marks:
            if isinstance(mark, CopyName):
                half = width(name, mark.face, mark.size) / 2 if mark.is_centred else 0.0
                words = Words(mark.x - half + shift, mark.y, mark.face, mark.size, name)
                chosen = self._show(text, words, height, chosen)
        self._canvas.addLiteral("\n".join([*text, "ET"]))

    def _show(self, out: list[str], words: Words, height: float, chosen: str) -> str:
        """Add the operators that show `words`; the font then chosen is returned."""
        at = f"1 0 0 1 {words.x:.2f} {height - words.y:.2f} Tm"
        return self._choose_and_show(out, words, at, chosen)

    def _choose_and_show(self, out: list[str], words: Words, at: str, chosen: str) -> str:
        out.append(at)
        for name, codes in self._shown(words.text, words.face):
            wanted = f"{name} {words.size:g} Tf"
            if wanted != chosen:
                out.append(wanted)
                chosen = wanted
            out.append(codes)
        return chosen

    def _codes(self, text: str, of: Face) -> list[tuple[str, str]]:
        """What shows `text`: the names of the font's parts, and the operator for each."""
        face, document = font(of), self._document
        return [
            (face.getSubsetInternalName(subset, document), f"<{codes.hex()}> Tj")
            for subset, codes in face.splitString(shaped(text, of), document)
        ]


def _code(mark: Code, height: float) -> str:
    """The symbol's whole-numbered rectangles under one scaling."""
    symbol = mark.symbol
    across, down = mark.width / symbol.columns, mark.height / symbol.rows
    corner = f"{mark.x:.3f} {height - mark.y:.3f}"
    return f"q {across:.5f} 0 0 {-down:.5f} {corner} cm {symbol.path} f Q"
