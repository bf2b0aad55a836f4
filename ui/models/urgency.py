"""Which running dossiers are overdue, due soon and due today, from times held in memory."""

from array import array
from bisect import bisect_left, bisect_right
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from app.answers.board import BoardView
from app.domain.deadline.working_calendar import CalendarUnknown, WorkingCalendar


def _no_numbers() -> "array[int]":
    return array("q")


@dataclass(frozen=True, slots=True)
class Running:
    """Open dossiers whose clock runs and which have a due time, in order of it.

    `ids` and `due_at` (seconds since 1970, UTC) have one entry per dossier, 8 bytes each.
    """

    ids: "array[int]" = field(default_factory=_no_numbers)
    due_at: "array[int]" = field(default_factory=_no_numbers)


@dataclass(frozen=True, slots=True)
class Cuts:
    """Positions in a `Running`: everything before `now` is overdue, from it to `soon` due soon."""

    now: int
    soon: int
    day_from: int
    day_to: int

    def bounds(self, view: BoardView) -> tuple[int, int] | None:
        """Where the dossiers of `view` stand; None for views that time does not move."""
        bounds = {
            BoardView.OVERDUE: (0, self.now),
            BoardView.DUE_SOON: (self.now, self.soon),
            BoardView.DUE_TODAY: (self.day_from, self.day_to),
        }
        return bounds.get(view)


def cuts(running: Running, now: datetime, calendar: WorkingCalendar, due_soon_hours: int) -> Cuts:
    """Where `running` is cut at `now`: a few comparisons, whatever its length."""
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    due = running.due_at
    return Cuts(
        now=bisect_left(due, _seconds(now)),
        soon=bisect_right(due, _seconds(soon_until(now, calendar, due_soon_hours))),
        day_from=bisect_left(due, _seconds(midnight)),
        day_to=bisect_left(due, _seconds(midnight + timedelta(days=1))),
    )


def soon_until(now: datetime, calendar: WorkingCalendar, due_soon_hours: int) -> datetime:
    """The last due time that counts as due soon; `now` where the calendar ends before it."""
    try:
        return calendar.forward(now, due_soon_hours * 60)
    except CalendarUnknown:
        return now


def _seconds(moment: datetime) -> int:
    """Whole minutes: a dossier due this very minute is not overdue yet."""
    return int(moment.replace(second=0, microsecond=0).timestamp())
