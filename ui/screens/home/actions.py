"""What the home screen asks of the desk."""

from array import array
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import NamedTuple

from app.answers.board import BoardCounts, BoardRow, BoardView
from app.answers.safety import LastBackup
from app.answers.watched import Watched
from app.domain.deadline.working_calendar import WorkingCalendar
from ui.models.urgency import Running


class HomeActions(NamedTuple):
    """Synchronous actions, run on the queue for reading.

    Attributes:
        now: the clock.
        counts: the numbers of the day.
        ids: the dossiers of a view in order of urgency.
        running: open dossiers whose clock runs and which have a due time, in order of it, ids and
            seconds since 1970; countdowns and the views that time moves live on it between loads.
            None while only the first list can be read: nothing moves until it is asked for anew.
        rows: rows of these dossiers.
        calendar: the office's calendar.
        due_soon_hours: working hours left from which a dossier is due soon.
        refused: how many dossiers the province refused that nobody mended yet.
        last_backup: how old the last checked copy is, and what failed since.
        watched: what the program watches by itself.
    """

    now: Callable[[], datetime]
    counts: Callable[[datetime], BoardCounts]
    ids: Callable[[BoardView, datetime], "array[int]"]
    running: Callable[[], Running | None]
    rows: Callable[[Sequence[int]], Sequence[BoardRow]]
    calendar: Callable[[], WorkingCalendar]
    due_soon_hours: Callable[[], int]
    refused: Callable[[], int]
    last_backup: Callable[[], LastBackup]
    watched: Callable[[], Watched]
