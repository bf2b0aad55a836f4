"""A form laid out on sheets: the largest type that needs no more sheets, and its corner."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from app.printing.layout.corner import boxed
from app.printing.layout.page import DESIGN_MARGIN, Mark, Style

Pages = list[list[Mark]]


@dataclass(frozen=True, slots=True)
class LaidOut:
    """One paper, ready to be painted: its size and the marks of each of its pages."""

    style: Style
    pages: Sequence[Sequence[Mark]]


def on_sheets(lay_out: Callable[[Style], Pages], styles: Sequence[Style], mark: str) -> LaidOut:
    """The pages in the first of `styles` that gives the fewest, with `mark` in every corner."""
    style = styles[0]
    pages = lay_out(style)
    for smaller in styles[1:]:
        if len(pages) == 1:
            break
        fewer = lay_out(smaller)
        if len(fewer) < len(pages):
            style, pages = smaller, fewer
    corner = boxed(mark, right=style.width - style.right, top=DESIGN_MARGIN + 1)
    return LaidOut(style, [[*page, *corner] for page in pages])
