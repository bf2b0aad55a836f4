"""What the home screen asks of the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    # Loads with the first answer: not before the window is painted.
    from array import array

    from app.domain.board import BoardCounts, BoardRow, BoardView
    from app.domain.working_calendar import WorkingCalendar
    from ui.models.urgency import Running


class HomeActions(NamedTuple):
    """Synchronous verbs, run on the records lane.

    Attributes:
        now: the clock.
        counts: the numbers of the day.
        ids: the dossiers of a view in order of urgency.
        running: open dossiers whose clock runs and which have a due time, in order of it, ids and
            seconds since 1970; countdowns and the views that time moves live on it between loads.
        rows: rows of these dossiers.
        calendar: the office's calendar.
        due_soon_hours: working hours left from which a dossier is due soon.
    """

    now: Callable[[], datetime]
    counts: Callable[[datetime], BoardCounts]
    ids: Callable[[BoardView, datetime], array[int]]
    running: Callable[[], Running]
    rows: Callable[[Sequence[int]], Sequence[BoardRow]]
    calendar: Callable[[], WorkingCalendar]
    due_soon_hours: Callable[[], int]
