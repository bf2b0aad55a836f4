"""One load of the board: the numbers of the day, the list, and what time moves among them."""

from __future__ import annotations

from array import array
from dataclasses import dataclass, replace
from datetime import datetime

from app.answers.board import BoardCounts, BoardRow, BoardView
from app.answers.safety import LastBackup
from app.answers.watched import Watched
from app.domain.deadline.working_calendar import WorkingCalendar
from ui.models.urgency import Running, cuts
from ui.screens.home.actions import HomeActions


@dataclass(frozen=True, slots=True)
class Loaded:
    """One load of the board: everything the screen needs until records change."""

    now: datetime
    view: BoardView
    counts: BoardCounts
    running: Running | None
    calendar: WorkingCalendar
    due_soon_hours: int
    ids: array[int]
    first_rows: tuple[BoardRow, ...]
    refused: int
    last_backup: LastBackup
    watched: Watched

    def at(self, now: datetime) -> Loaded:
        """The same load at `now`."""
        return replace(self, now=now)

    def recut(self, view: BoardView, now: datetime) -> Loaded | None:
        """The list of `view` at `now`; None for views that time alone does not make."""
        ids = _moved_by_time(self.running, view, now, self.calendar, self.due_soon_hours)
        return None if ids is None else replace(self, view=view, now=now, ids=ids, first_rows=())

    def counts_now(self) -> BoardCounts:
        """The numbers of the day, those that time moves counted anew."""
        if self.running is None:
            return self.counts
        cut = cuts(self.running, self.now, self.calendar, self.due_soon_hours)
        return replace(
            self.counts,
            overdue=cut.now,
            due_soon=cut.soon - cut.now,
            due_today=cut.day_to - cut.day_from,
        )


FIRST_ROWS = 40


def load(actions: HomeActions, view: BoardView) -> Loaded:
    """Ask for everything, with the first rows of `view`."""
    now = actions.now()
    running = actions.running()
    calendar = actions.calendar()
    hours = actions.due_soon_hours()
    ids = _moved_by_time(running, view, now, calendar, hours)
    if ids is None:
        ids = actions.ids(view, now)
    return Loaded(
        now=now,
        view=view,
        counts=actions.counts(now),
        running=running,
        calendar=calendar,
        due_soon_hours=hours,
        ids=ids,
        first_rows=tuple(actions.rows(ids[:FIRST_ROWS])),
        refused=actions.refused(),
        last_backup=actions.last_backup(),
        watched=actions.watched(),
    )


def _moved_by_time(
    running: Running | None, view: BoardView, now: datetime, calendar: WorkingCalendar, hours: int
) -> array[int] | None:
    """The ids of `view` out of what is held in memory; None where they must be asked for."""
    if running is None:
        return None
    bounds = cuts(running, now, calendar, hours).bounds(view)
    return None if bounds is None else running.ids[slice(*bounds)]
