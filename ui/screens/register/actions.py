"""What the *Sổ theo dõi* screen asks of the desk."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.answers.board import BoardRow
from app.answers.register import Figure, RegisterFigures, RegisterSums
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.errors import DeskError
from app.domain.register.period import Period
from ui.operation import Report


@dataclass(frozen=True, slots=True)
class RegisterActions:
    """Synchronous calls on the queue for reading; those marked outside run beside it.

    Attributes:
        now: the clock.
        calendar: the office's calendar.
        due_soon_hours: working hours left from which a dossier is due soon.
        figures: what is counted of a time.
        ids: the dossiers behind a figure; of one officer, if named.
        rows: rows of these dossiers.
        save: (outside) writes the register of a time to a file, a paper or a sheet by its suffix.
        print_register: (outside) hands the register of a time to the A4 printer; its name.
        say: the sentence of a refusal.
    """

    now: Callable[[], datetime]
    calendar: Callable[[], WorkingCalendar]
    due_soon_hours: Callable[[], int]
    figures: Callable[[Period], RegisterFigures]
    ids: Callable[[Period, Figure, str], "array[int]"]
    rows: Callable[[Sequence[int]], Sequence[BoardRow]]
    save: Callable[[Period, Path, Report], RegisterSums]
    print_register: Callable[[Period, Report], str]
    say: Callable[[DeskError], str]
