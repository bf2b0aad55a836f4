"""A test page with millimetre rulers along every edge, to find a printer's offsets with a ruler."""

from collections.abc import Iterator

from app.printing.codes.dots import DOT
from app.printing.layout.brief import centred
from app.printing.layout.document import document
from app.printing.layout.fitting import LaidOut
from app.printing.layout.fonts import Face, width
from app.printing.layout.page import HAIR, MM, Flow, Mark, Rule, Style, Words
from app.printing.layout.wrapping import Run
from app.printing.paper import Paper
from app.printing.profile import PrintProfile, Way, offset_text

SIZES = {
    Paper.A4: (210.0, 297.0),
    Paper.A5: (148.0, 210.0),
    Paper.A4X2: (297.0, 210.0),
    Paper.ROLL_80MM: (80.0, 100.0),
    Paper.LABEL: (50.0, 30.0),
}
"""Width and height of the page in millimetres; of a roll, as much as is needed."""


def ruler_page(paper: Paper, profile: PrintProfile, *, is_practice: bool = False) -> bytes:
    """The page as PDF, drawn without the offsets: printing by `profile` moves it by them."""
    across, high = SIZES[paper]
    flow = _words(across, high, profile)
    marks = [*_rulers(across, high), *flow.pages[0]]
    return document("Trang thử máy in", [LaidOut(flow.style, [marks])], is_practice=is_practice).pdf


def _rulers(across: float, high: float) -> Iterator[Mark]:
    """A tick each millimetre from each edge's end, longer at 5 and longest, with number, at 10."""
    line = max(HAIR / 2, DOT)
    for nth in range(1, int(across)):
        length = _length(nth)
        yield Rule(nth * MM, 0, line, length)
        yield Rule(nth * MM, high * MM - length, line, length)
        if nth % 10 == 0 and nth < across - 5:
            yield from _number(nth, nth * MM, length + 6.5)
    for nth in range(1, int(high)):
        length = _length(nth)
        yield Rule(0, nth * MM, length, line)
        yield Rule(across * MM - length, nth * MM, length, line)
        if nth % 10 == 0 and nth < high - 5:
            text = str(nth)
            yield Words(length + 1.5, nth * MM + 2, Face.REGULAR, 6, text)


def _length(nth: int) -> float:
    if nth % 10 == 0:
        return 5 * MM
    return 3.5 * MM if nth % 5 == 0 else 2 * MM


def _number(nth: int, x: float, y: float) -> Iterator[Mark]:
    text = str(nth)
    yield Words(x - width(text, Face.REGULAR, 6) / 2, y, Face.REGULAR, 6, text)


def _words(across: float, high: float, profile: PrintProfile) -> Flow:
    """What was printed with which offsets, and how to correct them; a label has room for less."""
    is_small = across < 60
    size = 7.0 if is_small else 9.0 if across < 100 else 11.0
    margin = 9 * MM
    style = Style(
        width=across * MM,
        height=high * MM,
        left=margin,
        right=margin,
        top=9 * MM if is_small else 14 * MM,
        bottom=margin,
        body=size,
        head=size,
        motto=size,
        title=size + 1,
        table=size,
        hint=size,
        note=size,
        signing=0,
        bar_height=0,
    )
    flow = Flow(style, lambda _: ())
    lines = [
        f"Ngang {offset_text(profile.right_mm)}, dọc {offset_text(profile.down_mm)}",
        profile.device if profile.way is Way.ESCPOS else profile.printer,
    ]
    if not is_small:
        lines += [
            "Đặt thước từ mép giấy: vạch 10 phải cách mép trái và mép trên đúng 10 mm.",
            "Cách 11 mm thì bớt 1 mm; cách 9 mm thì thêm 1 mm.",
            "Mép nào mất vạch là nơi máy không in tới.",
        ]
    centred(flow, [Run("Trang thử máy in", Face.BOLD)], style.title, most=1)
    for line in lines:
        if line:
            centred(flow, [Run(line)], size, most=3)
    return flow
