"""The figures of a day, and the dossiers behind each: one definition for both."""

from array import array
from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, Connection, func, select

from app.answers.board import BoardView
from app.answers.board_times import Times
from app.answers.day import DayFigure, LateLine
from app.domain.clock import from_utc_text
from db.stores import board
from db.stores.dossier_values import shown_code
from db.tables.dossier import dossier

_D = dossier.c
_VIEWS = {
    DayFigure.DUE_TODAY: BoardView.DUE_TODAY,
    DayFigure.OVERDUE: BoardView.OVERDUE,
    DayFigure.APOLOGY: BoardView.APOLOGY,
    DayFigure.TO_COLLECT: BoardView.TO_COLLECT,
    DayFigure.UNSENT: BoardView.UNSENT,
}
"""Figures of now are the board's own lists."""


def counts(
    connection: Connection, figures: Sequence[DayFigure], at: Times
) -> Mapping[DayFigure, int]:
    """How many dossiers are behind each of `figures`, which are of now."""
    columns = [
        select(func.count()).select_from(dossier).where(_where(figure, at)).scalar_subquery()
        for figure in figures
    ]
    return dict(zip(figures, connection.execute(select(*columns)).one(), strict=True))


def ids(connection: Connection, figure: DayFigure, at: Times) -> "array[int]":
    """The dossiers behind a figure of now, the most pressing first."""
    if figure in _VIEWS:
        return board.ids(connection, _VIEWS[figure], at)
    found = select(_D.id).where(_where(figure, at)).order_by(_D.due_at, _D.id)
    return array("q", connection.execute(found).scalars())


def late(connection: Connection, at: Times, most: int) -> tuple[LateLine, ...]:
    """Up to `most` dossiers that are overdue, the longest overdue first."""
    rows = connection.execute(
        select(_D.id, shown_code(), _D.full_name, _D.due_at)
        .where(board.where_of(BoardView.OVERDUE, at))
        .order_by(_D.due_at, _D.id)
        .limit(most)
    )
    return tuple(
        LateLine(row.id, row.code, row.full_name, from_utc_text(row.due_at)) for row in rows
    )


def _where(figure: DayFigure, at: Times) -> ColumnElement[bool]:
    if figure in _VIEWS:
        return board.where_of(_VIEWS[figure], at)
    # Of those that ended, the index of what waits to be collected knows the few that matter.
    open_ones = select(_D.id).where(board.where_of(BoardView.DUE_TODAY, at))
    ended = select(_D.id).where(
        board.where_of(BoardView.TO_COLLECT, at),
        _D.due_at >= at["day_from"],
        _D.due_at < at["day_to"],
    )
    return _D.id.in_(open_ones.union(ended))
