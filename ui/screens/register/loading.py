"""One load of the register: a time's figures, and the list behind one of them."""

from array import array
from dataclasses import dataclass

from app.answers.board import BoardRow
from app.answers.register import Figure, RegisterFigures
from app.domain.register.period import Period
from ui.models.board_cells import Minute, minute_of
from ui.screens.register.actions import RegisterActions

FIRST_ROWS = 40


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which list is looked at: of a time, a figure, and an officer if one is named."""

    period: Period
    figure: Figure = Figure.RECEIVED
    officer: str = ""


@dataclass(frozen=True, slots=True)
class Loaded:
    """Everything the screen shows until records change."""

    chosen: Chosen
    minute: Minute
    figures: RegisterFigures
    ids: "array[int]"
    first_rows: tuple[BoardRow, ...]


def load(actions: RegisterActions, chosen: Chosen) -> Loaded:
    """Ask for the figures and the first rows of the list."""
    ids = actions.ids(chosen.period, chosen.figure, chosen.officer)
    return Loaded(
        chosen=chosen,
        minute=minute_of(actions.now(), actions.calendar(), actions.due_soon_hours()),
        figures=actions.figures(chosen.period),
        ids=ids,
        first_rows=tuple(actions.rows(ids[:FIRST_ROWS])),
    )
