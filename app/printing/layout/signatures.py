"""Who signs, one or two side by side, not parted by a page's end, nor from what is signed."""

from collections.abc import Sequence

from app.printing.layout.fonts import Face
from app.printing.layout.page import LEADING, Flow, centred, placed
from app.printing.layout.wrapping import Run, wrap


def signatures(
    flow: Flow,
    *,
    left: tuple[str, str] | None,
    right: tuple[str, str],
    then: float = 0.0,
    hint: str = "(Ký và ghi rõ họ tên)",
    recipients: Sequence[str] = (),
) -> None:
    """Who signs: each a head in capitals and the name to be printed beneath, empty for a pen.

    Args:
        flow: the pages.
        left: who signs at the left; None: only one signs.
        right: who signs at the right; a head may have several lines.
        then: the height of what follows on the same page.
        hint: what stands in brackets beneath each head.
        recipients: who gets the paper (Nơi nhận), a line each, where nobody signs at the left.
    """
    style = flow.style
    column = style.text_width / 2 - 6
    flow.space(0.6 * style.body)
    more = max(head.count("\n") for head, _ in (left or right, right))
    signing = [(one, share) for one, share in ((left, 0.25), (right, 0.75)) if one is not None]
    names = [[Run(name, Face.BOLD)] if name else [] for (_, name), _ in signing]
    lines = max(len(wrap(name, style.body, column)) for name in names)
    flow.keep_with_text((2.6 + more + lines) * style.body * LEADING + style.signing + then)
    top, end = flow.y, flow.y
    if recipients:
        end = _recipients(flow, recipients, column)
    for ((head, _), share), name in zip(signing, names, strict=True):
        middle = style.left + style.text_width * share
        marks, y = centred([Run(head, Face.BOLD)], middle, top, style.body, column)
        flow.place(*marks)
        marks, y = centred([Run(hint, Face.ITALIC)], middle, y, style.hint, column)
        flow.place(*marks)
        marks, y = centred(name, middle, y + style.signing, style.body, column)
        flow.place(*marks)
        end = max(end, y)
    flow.y = end + 0.6 * style.body


def _recipients(flow: Flow, recipients: Sequence[str], column: float) -> float:
    """Who gets the paper, at the left of who signs; where it ends."""
    style, y = flow.style, flow.y
    heads = [[Run("Nơi nhận:", Face.BOLD_ITALIC)], *([Run(one)] for one in recipients)]
    for runs in heads:
        for line in wrap(runs, style.hint, column):
            flow.place(*placed(line, style.left, y, style.hint))
            y += style.hint * LEADING
    return y
