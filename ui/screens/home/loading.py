"""One load of the board: the numbers of the day, the list, and what time moves among them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from datetime import datetime

from app.answers.board import BoardCounts, BoardRow, BoardView
from app.domain.deadline.working_calendar import WorkingCalendar
from ui.models.urgency import Cuts, Running, cuts
from ui.screens.home.actions import HomeActions


@dataclass(frozen=True, slots=True)
class Loaded:
    """One load of the board: everything the screen needs until records change."""

    now: datetime
    view: BoardView
    counts: BoardCounts
    running: Running
    calendar: WorkingCalendar
    due_soon_hours: int
    ids: array[int]
    first_rows: tuple[BoardRow, ...]

    def at(self, now: datetime) -> Loaded:
        """The same load at `now`."""
        return replace(self, now=now)

    def recut(self, view: BoardView, now: datetime) -> Loaded | None:
        """The list of `view` at `now`; None for views that time alone does not make."""
        bounds = self._cut(now).bounds(view)
        if bounds is None:
            return None
        ids = self.running.ids[slice(*bounds)]
        return replace(self, view=view, now=now, ids=ids, first_rows=())

    def counts_now(self) -> BoardCounts:
        """The numbers of the day, those that time moves counted anew."""
        cut = self._cut(self.now)
        return replace(
            self.counts,
            overdue=cut.now,
            due_soon=cut.soon - cut.now,
            due_today=cut.day_to - cut.day_from,
        )

    def _cut(self, now: datetime) -> Cuts:
        return cuts(self.running, now, self.calendar, self.due_soon_hours)


FIRST_ROWS = 40


def load(actions: HomeActions, view: BoardView) -> Loaded:
    """Ask for everything, with the first rows of `view`."""
    now = actions.now()
    running = actions.running()
    calendar = actions.calendar()
    hours = actions.due_soon_hours()
    bounds = cuts(running, now, calendar, hours).bounds(view)
    ids = running.ids[slice(*bounds)] if bounds else actions.ids(view, now)
    return Loaded(
        now=now,
        view=view,
        counts=actions.counts(now),
        running=running,
        calendar=calendar,
        due_soon_hours=hours,
        ids=ids,
        first_rows=tuple(actions.rows(ids[:FIRST_ROWS])),
    )
