"""The memory of a window that is worked in for an hour without a pause: whether it grows.

Dossiers are typed, saved, found and opened, every screen is looked at, again and again, in a window
of its own process, offscreen. What it holds after each round is put on a line by least squares,
once it has warmed up. An hour long, so only with --deep.
"""

from tests.bench.measuring.places import Places
from tests.bench.measuring.table import Row, limit_row, note_row
from tests.bench.measuring.turns import child

DOSSIERS = 2_000
MINUTES, WARMING = 60, 10
MOST_SLOPE = 6.0
"""Megabytes an hour."""


def run(places: Places) -> list[Row]:
    """An hour of work, then the slope."""
    if not places.is_deep:
        return [note_row("window worked in for an hour, memory", "left out", "with --deep")]
    folder = places.copy(DOSSIERS, "memory")
    said = child(
        "tests.bench.long.memory_child", str(folder), str(MINUTES * 60),
        environment=places.environment(),
    )  # fmt: skip
    samples = [(float(at), float(held)) for at, held in map(str.split, said.splitlines())]
    warm = [one for one in samples if one[0] >= WARMING * 60]
    return [
        limit_row(
            f"window worked in for {MINUTES} minutes, memory", slope(warm) * 3_600, MOST_SLOPE,
            unit="MB an hour",
            peer=f"{len(samples)} dossiers saved, {warm[0][1]:.0f} MB, then {warm[-1][1]:.0f} MB",
        )
    ]  # fmt: skip


def slope(samples: list[tuple[float, float]]) -> float:
    """How much the second value grows with the first, by least squares."""
    count = len(samples)
    middle = sum(x for x, _ in samples) / count
    height = sum(y for _, y in samples) / count
    spread = sum((x - middle) ** 2 for x, _ in samples)
    return sum((x - middle) * (y - height) for x, y in samples) / spread
