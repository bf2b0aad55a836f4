"""What the *Kết thúc ngày* screen asks of the desk."""

from array import array
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.answers.board import BoardRow
from app.answers.day import ClosedDay, DayFigure, DaySheet, DaySoFar
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.errors import DeskError


@dataclass(frozen=True, slots=True)
class DayActions:
    """Synchronous calls on the records queue; those marked outside run beside the records.

    Attributes:
        now: the clock.
        calendar: the office's calendar.
        due_soon_hours: working hours left from which a dossier is due soon.
        so_far: today as it would be closed now.
        sheets: the sheets of a day.
        ids: the dossiers behind a figure of a sheet; of today so far, without one.
        rows: rows of these dossiers.
        close: closes today with explanations by dossier; may raise `DeskError`.
        print_sheet: (outside) hands a sheet to the A4 printer; its name.
        save_sheet: (outside) writes a sheet as PDF to a file.
        say: the sentence of a refusal.
    """

    now: Callable[[], datetime]
    calendar: Callable[[], WorkingCalendar]
    due_soon_hours: Callable[[], int]
    so_far: Callable[[], DaySoFar]
    sheets: Callable[[date], tuple[DaySheet, ...]]
    ids: Callable[[DayFigure, DaySheet | None], "array[int]"]
    rows: Callable[[Sequence[int]], Sequence[BoardRow]]
    close: Callable[[Mapping[int, str]], ClosedDay]
    print_sheet: Callable[[DaySheet], str]
    save_sheet: Callable[[DaySheet, Path], None]
    say: Callable[[DeskError], str]
