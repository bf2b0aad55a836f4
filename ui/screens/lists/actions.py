"""What the *Danh sách hồ sơ* screen asks of the desk."""

from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.answers.board import BoardRow
from app.answers.board_view import BoardView
from app.answers.dossier import BatchRow
from app.answers.listing import ListChoices, ListFilter, ListSort
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.errors import DeskError
from ui.operation import Report


@dataclass(frozen=True, slots=True)
class ListsActions:
    """Synchronous calls on the records queue; those marked outside run beside the records.

    Attributes:
        now: the clock.
        calendar: the office's calendar.
        due_soon_hours: working hours left from which a dossier is due soon.
        choices: what lists can be narrowed by.
        ids: a list of the board, or every dossier (None).
        matching: those of some ids that a filter lets pass.
        in_order: ids in another order.
        rows: rows of these dossiers.
        id_of: the dossier of a typed code; may raise `DeskError`.
        finish: finishes a stack; a row for each.
        save: (outside) writes a list as a spreadsheet; how many rows.
        say: the sentence of a refusal.
    """

    now: Callable[[], datetime]
    calendar: Callable[[], WorkingCalendar]
    due_soon_hours: Callable[[], int]
    choices: Callable[[], ListChoices]
    ids: Callable[[BoardView | None], "array[int]"]
    matching: Callable[[ListFilter, Sequence[int]], "array[int]"]
    in_order: Callable[[ListSort, "array[int]"], "array[int]"]
    rows: Callable[[Sequence[int]], Sequence[BoardRow]]
    id_of: Callable[[str], int]
    finish: Callable[[Sequence[int]], tuple[BatchRow, ...]]
    save: Callable[[Sequence[int], Path, Report], int]
    say: Callable[[DeskError], str]
