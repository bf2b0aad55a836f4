"""The first paint of the home screen, whole processes in turn, beside a bare PySide6 window.

Every process finds its modules compiled, as an installed program does; what is shown is one window
of an office of 1,000,000 dossiers, offscreen.
"""

import statistics
import time

from tests.bench.measuring.places import Places
from tests.bench.measuring.table import Row, faster_row, limit_row, note_row, ratio_row
from tests.bench.measuring.turns import Times, child, medians, show

WAYS = ("bare", "paint", "rows", "naive")
LEAST_ROUNDS = 15
"""Starts differ more from one another than anything else here."""


def run(places: Places) -> list[Row]:
    """Start each way in turn."""
    folder = str(places.office(places.large))
    environment = places.environment()
    times: Times = {way: [] for way in WAYS}
    memory: list[float] = []
    for nth in range(max(places.rounds, LEAST_ROUNDS) + 1):
        for way in WAYS:
            begun = time.perf_counter()
            said = child("tests.bench.start_child", way, folder, environment=environment)
            took = (time.perf_counter() - begun) * 1_000
            if nth:
                times[way].append(took)
            if way == "rows":
                memory.append(float(said))
    show(times, beside="bare")
    middle = medians(times)
    rows, bare = middle["rows"], middle["bare"]
    return [
        ratio_row(
            f"start, first paint, {places.large:,}", middle["paint"], bare, 1.7, unit="ms",
            beside="bare window",
        ),
        ratio_row(
            "start, with the day's rows", rows, bare, 4, unit="ms", beside="bare window"
        ),
        faster_row(
            "start, first paint", middle["paint"], middle["naive"], 3, unit="ms",
            beside="all imported, ORM rows first",
        ),
        limit_row("start, resident memory", statistics.median(memory), 250, unit="MB"),
        note_row("start, rows after the first paint", f"{rows - middle['paint']:.0f} ms"),
    ]  # fmt: skip
