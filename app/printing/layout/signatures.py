"""Two signatures side by side, never parted from each other by the end of a page."""

from app.printing.layout.fonts import Face
from app.printing.layout.page import LEADING, Flow, centred
from app.printing.layout.wrapping import Run, wrap


def signatures(flow: Flow, *, left: tuple[str, str], right: tuple[str, str]) -> None:
    """Who signs: each a head in capitals and the name to be printed beneath, empty for a pen."""
    style = flow.style
    column = style.text_width / 2 - 6
    flow.space(0.6 * style.body)
    names = [[Run(name, Face.BOLD)] if name else [] for _, name in (left, right)]
    lines = max(len(wrap(name, style.body, column)) for name in names)
    flow.keep((2 + lines) * style.body * LEADING + style.signing)
    top, end = flow.y, flow.y
    for (head, _), name, share in zip((left, right), names, (0.25, 0.75), strict=True):
        middle = style.left + style.text_width * share
        marks, y = centred([Run(head, Face.BOLD)], middle, top, style.body, column)
        flow.place(*marks)
        marks, y = centred(
            [Run("(Ký và ghi rõ họ tên)", Face.ITALIC)], middle, y, style.hint, column
        )
        flow.place(*marks)
        marks, y = centred(name, middle, y + style.signing, style.body, column)
        flow.place(*marks)
        end = max(end, y)
    flow.y = end + 0.6 * style.body
