"""Who signs, one or two side by side, not parted by a page's end, nor from what is signed."""

from app.printing.layout.fonts import Face
from app.printing.layout.page import LEADING, Flow, centred
from app.printing.layout.wrapping import Run, wrap


def signatures(
    flow: Flow, *, left: tuple[str, str] | None, right: tuple[str, str], then: float = 0.0
) -> None:
    """Who signs: each a head in capitals and the name to be printed beneath, empty for a pen.

    Without `left` only one signs, at the right. `then` is the height of what follows on the same
    page.
    """
    style = flow.style
    column = style.text_width / 2 - 6
    flow.space(0.6 * style.body)
    signing = [(one, share) for one, share in ((left, 0.25), (right, 0.75)) if one is not None]
    names = [[Run(name, Face.BOLD)] if name else [] for (_, name), _ in signing]
    lines = max(len(wrap(name, style.body, column)) for name in names)
    flow.keep_with_text((2.6 + lines) * style.body * LEADING + style.signing + then)
    top, end = flow.y, flow.y
    for ((head, _), share), name in zip(signing, names, strict=True):
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
