"""Cumulative open minutes per day, so that every question about time is a look-up."""

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from itertools import accumulate, chain

from app.domain.deadline.office_hours import MINUTES_A_DAY, Sessions


@dataclass(frozen=True, slots=True)
class DayTable:
    """Days from ordinal `first` on, one entry a day.

    `before[i]` counts the open minutes before day i (one entry more than days), `inside[i][m]`
    those of day i before its minute m, None on days of a year the calendar does not hold.
    `working` are the ordinals of the days with at least one open minute, in order.
    """

    first: int
    before: list[int]
    inside: list["array[int] | None"]
    working: list[int]

    def index_of_position(self, position: int) -> int:
        """Index of the day on which `position` is first reached; may lie past the last day."""
        return bisect_left(self.before, position) - 1

    def working_after(self, ordinal: int, count: int) -> int | None:
        """Ordinal of the `count`-th working day after `ordinal`, None past the table's end."""
        index = bisect_right(self.working, ordinal) + count - 1
        return self.working[index] if index < len(self.working) else None

    def working_before(self, ordinal: int) -> int | None:
        """Ordinal of the last working day before `ordinal`, None if the table begins later."""
        index = bisect_left(self.working, ordinal) - 1
        return self.working[index] if index >= 0 else None


def build(years: Iterable[int], sessions_on: Callable[[date], Sessions]) -> DayTable:
    """The table of `years`, in any order, with gaps or none at all."""
    known = set(years)
    if not known:
        return DayTable(0, [0], [], [])
    first = date(min(known), 1, 1).toordinal()
    last = date(max(known), 12, 31).toordinal()
    table = DayTable(first, [0], [], [])
    shapes: dict[Sessions, array[int]] = {}
    total = 0
    for ordinal in range(first, last + 1):
        on = date.fromordinal(ordinal)
        if on.year not in known:
            table.inside.append(None)
        else:
            sessions = sessions_on(on)
            shape = shapes.get(sessions)
            if shape is None:
                shape = shapes[sessions] = _running_minutes(sessions)
            table.inside.append(shape)
            if sessions:
                table.working.append(ordinal)
                total += shape[MINUTES_A_DAY]
        table.before.append(total)
    return table


def _running_minutes(sessions: Sessions) -> "array[int]":
    """Open minutes before each minute of the day, and after the last: 1,441 entries."""
    minutes = chain.from_iterable(range(one.opens, one.closes) for one in sessions)
    opened = frozenset(minutes)
    return array("h", accumulate((minute in opened for minute in range(MINUTES_A_DAY)), initial=0))
