"""One load of a day: its sheets, its figures, and the list behind one of them."""

from array import array
from dataclasses import dataclass
from datetime import date

from app.answers.board import BoardRow
from app.answers.day import DayFigure, DaySheet
from ui.models.board_cells import Minute, minute_of
from ui.screens.day.actions import DayActions

FIRST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Chosen:
    """What is looked at: a day, which of its sheets (0: as it is now, or the last), a figure."""

    day: date
    nth: int = 0
    figure: DayFigure = DayFigure.RECEIVED


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the screen shows until records change.

    `shown` is None for a day that was not closed. `is_live`: it is today as it would be closed now,
    with `promised` people who will come today; else a sheet that was made.
    """

    chosen: Chosen
    minute: Minute
    sheets: tuple[DaySheet, ...]
    shown: DaySheet | None
    is_live: bool
    has_more: bool
    promised: int
    ids: "array[int]"
    first_rows: tuple[BoardRow, ...]


def load(actions: DayActions, chosen: Chosen) -> Loaded:
    """Ask for the sheets, the figures and the first rows of the list."""
    now = actions.now()
    so_far = actions.so_far() if chosen.day == now.date() else None
    sheets = so_far.sheets if so_far else actions.sheets(chosen.day)
    shown = next((one for one in sheets if one.nth == chosen.nth), None)
    has_more = so_far is not None and so_far.has_more
    is_live = shown is None and has_more
    if so_far is not None and is_live:
        shown = so_far.so_far
    elif shown is None and sheets:
        shown = sheets[-1]
    ids = array("q")
    if shown is not None:
        ids = actions.ids(chosen.figure, None if is_live else shown)
    return Loaded(
        chosen=chosen,
        minute=minute_of(now, actions.calendar(), actions.due_soon_hours()),
        sheets=sheets,
        shown=shown,
        is_live=is_live,
        has_more=has_more,
        promised=so_far.promised if so_far else 0,
        ids=ids,
        first_rows=tuple(actions.rows(ids[:FIRST_ROWS])),
    )
