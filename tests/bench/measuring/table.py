"""One measured line of the bench, and how lines are printed."""

from collections.abc import Iterable
from dataclasses import dataclass

SLACK = 1.2
"""What noise may add to a ratio before its goal counts as missed."""


@dataclass(frozen=True, slots=True)
class Row:
    """What was measured, its value, the goal, what it stood beside, and whether it was met.

    `met` None: nothing to meet, or this machine cannot tell.
    """

    what: str
    value: str
    goal: str
    peer: str
    met: bool | None


def ratio_row(what: str, ours: float, peer: float, goal: float, *, unit: str, beside: str) -> Row:
    """A row for `ours` at most `goal` times `peer`, both in `unit`."""
    ratio = ours / peer
    return Row(
        what=what,
        value=f"{ours:.2f} {unit} = {ratio:.2f} ×",
        goal=f"≤ {goal:.2f} ×",
        peer=f"{beside}: {peer:.2f} {unit}",
        met=ratio <= goal * SLACK,
    )


def faster_row(what: str, ours: float, peer: float, goal: float, *, unit: str, beside: str) -> Row:
    """A row for `ours` at least `goal` times as fast as `peer`, both in `unit`."""
    ratio = peer / ours
    return Row(
        what=what,
        value=f"{ours:.4g} {unit} = 1/{ratio:,.0f}",
        goal=f"≤ 1/{goal:,.0f}",
        peer=f"{beside}: {peer:.4g} {unit}",
        met=ratio * SLACK >= goal,
    )


def limit_row(what: str, ours: float, goal: float, *, unit: str, peer: str = "") -> Row:
    """A row for `ours` at most `goal`, a plain limit without slack."""
    return Row(what, f"{ours:.2f} {unit}", f"≤ {goal:g} {unit}", peer, ours <= goal)


def note_row(what: str, value: str, peer: str = "") -> Row:
    """A row that only tells."""
    return Row(what, value, "", peer, None)


def cost_row(what: str, encrypted: float, plain: float, *, unit: str) -> Row:
    """What encryption costs: the same on the same records, encrypted and not."""
    value = f"{encrypted:.2f} {unit} = {encrypted / plain:.2f} ×"
    return note_row(f"{what}: encryption's own cost", value, f"plain SQLite: {plain:.2f} {unit}")


def lines(rows: Iterable[Row]) -> list[str]:
    """`rows` as a table of text, columns aligned."""
    said = {True: "yes", False: "NO", None: "–"}
    cells = [("what", "value", "goal", "beside", "met")]
    cells += [(row.what, row.value, row.goal, row.peer, said[row.met]) for row in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(5)]
    return [
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in cells
    ]
