"""Margins and sizes of type for each paper, after Decree 30/2020/NĐ-CP where it says something."""

from app.printing.layout.page import MM, Style
from app.printing.paper import Paper


def _a4(*, body: float, note: float, signing: float) -> Style:
    """Margins, head 12, motto 13 and title 14 as the decree has them; body 13, or 12 if pressed."""
    return Style(
        width=210 * MM,
        height=297 * MM,
        left=30 * MM,
        right=15 * MM,
        top=20 * MM,
        bottom=20 * MM,
        body=body,
        head=12,
        motto=13,
        title=14,
        table=12,
        hint=12,
        note=note,
        signing=signing,
        bar_height=12 * MM,
    )


def _a5(*, body: float, table: float, note: float, signing: float) -> Style:
    """The proportions of A4 on half the paper; the decree knows A4 only."""
    return Style(
        width=148 * MM,
        height=210 * MM,
        left=15 * MM,
        right=10 * MM,
        top=12 * MM,
        bottom=8 * MM,
        body=body,
        head=8.5,
        motto=9,
        title=11.5,
        table=table,
        hint=8.5,
        note=note,
        signing=signing,
        bar_height=10 * MM,
    )


_A4 = (_a4(body=13, note=11, signing=50), _a4(body=12, note=10, signing=48))
_A5 = (
    _a5(body=10, table=9, note=8, signing=34),
    _a5(body=9, table=8.5, note=7.5, signing=30),
)
STYLES = {Paper.A4: _A4, Paper.A5: _A5, Paper.A4X2: _A5}
"""Styles by paper, larger type first: the smaller is taken where it saves a sheet."""
