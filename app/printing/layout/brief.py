"""Texts cut to a few lines, for papers that must not grow without end."""

from collections.abc import Sequence

from app.printing.layout.page import LEADING, Flow, placed
from app.printing.layout.shaping import clusters
from app.printing.layout.wrapping import Line, Run, wrap

MOST_LINES = 6


def brief(runs: Sequence[Run], size: float, room: float, most: int = MOST_LINES) -> list[Line]:
    """`runs` in at most `most` lines, ended with “…” where something is left out; no text, none."""
    if not any(run.text for run in runs):
        return []
    lines = wrap(runs, size, room)
    if len(lines) <= most:
        return lines
    *kept, last = lines[:most]
    *before, (_, face, text) = last.pieces
    whole = text.rpartition(" ")[0] or "".join(clusters(text)[:-2])
    return [*kept, *wrap([*(Run(t, f) for _, f, t in before), Run(f"{whole}…", face)], size, room)]


def left(flow: Flow, runs: Sequence[Run], size: float, *, most: int = MOST_LINES) -> None:
    """A short paragraph from the left margin."""
    for line in brief(runs, size, flow.style.text_width, most):
        flow.place(*placed(line, flow.style.left, flow.y, size))
        flow.space(size * LEADING)
    flow.space(0.15 * size)


def centred(flow: Flow, runs: Sequence[Run], size: float, *, most: int = MOST_LINES) -> None:
    """A short paragraph, each line in the middle."""
    middle = flow.style.left + flow.style.text_width / 2
    for line in brief(runs, size, flow.style.text_width, most):
        flow.place(*placed(line, middle - line.width / 2, flow.y, size))
        flow.space(size * LEADING)
