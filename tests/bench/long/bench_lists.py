"""Narrowing a list of 1,000,000 dossiers: when its first rows are there, and the whole of it.

The whole list is looked through in parts, as the window and `list` do, so that the window shows
what one part brought while the next is on its way.
"""

import time
from array import array
from collections.abc import Callable
from itertools import count

from app.answers.listing import PART, ListFilter, ListSort
from app.usecases.desk import Desk
from app.usecases.queries import listing
from tests.bench.measuring.places import Places
from tests.bench.measuring.table import Row, limit_row, note_row
from tests.bench.measuring.turns import in_turn, medians, p95, show
from tests.builders import LAN

SORTED = 100_000
MOST_MS = 100


def run(places: Places) -> list[Row]:
    """Each filter in turn: to its first row, and through the whole list."""
    desk = places.desk(places.office(places.large))
    choices = listing.list_choices(desk, LAN)
    ids = listing.list_ids(desk, LAN, None, desk.clock.now())
    filters = {
        "field": ListFilter(field=choices.fields[0]),
        "officer": ListFilter(officer=choices.officers[0]),
        "village": ListFilter(village="bản"),
        "nothing fits": ListFilter(village="không có thôn nào tên này"),
    }
    first = {
        name: _turns(places.rounds, lambda wanted=wanted: _first(desk, wanted, ids))
        for name, wanted in filters.items()
    }
    whole: dict[str, Callable[[], object]] = {
        name: lambda wanted=wanted: _whole(desk, wanted, ids) for name, wanted in filters.items()
    }
    times = in_turn(whole, min(places.rounds, 3))
    show(times)
    middle = medians(times)
    slowest = max(p95(taken) for name, taken in first.items() if name != "nothing fits")
    part = p95(first["nothing fits"])
    few = ids[:SORTED]
    ordered = p95(_turns(3, lambda: listing.in_order(desk, LAN, ListSort.APPLICANT, few)))
    return [
        limit_row(f"filter over {len(ids):,}, first rows p95", slowest, MOST_MS, unit="ms"),
        limit_row("filter, a part of the list p95", part, MOST_MS, unit="ms"),
        *(
            note_row(f"filter over {len(ids):,} by {name}, whole", f"{took:,.0f} ms")
            for name, took in middle.items()
        ),
        note_row(f"{len(few):,} people in Vietnamese order", f"{ordered:,.0f} ms"),
    ]


def _turns(rounds: int, work: Callable[[], object]) -> list[float]:
    """How long `work` took, each time, in milliseconds."""
    taken = []
    for _ in range(rounds):
        begun = time.perf_counter()
        work()
        taken.append((time.perf_counter() - begun) * 1_000)
    return taken


def _first(desk: Desk, wanted: ListFilter, ids: "array[int]") -> "array[int]":
    """What the window shows first: of the first part that has any; of none, that one part."""
    for begin in count(0, PART):
        found = listing.matching(desk, LAN, wanted, ids[begin : begin + PART])
        if found or wanted.village.startswith("không"):
            return found
    raise AssertionError


def _whole(desk: Desk, wanted: ListFilter, ids: "array[int]") -> int:
    return sum(
        len(listing.matching(desk, LAN, wanted, ids[begin : begin + PART]))
        for begin in range(0, len(ids), PART)
    )
