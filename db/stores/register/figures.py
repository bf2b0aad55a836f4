"""What is counted of a time, and the dossiers behind each figure: one definition for both."""

from array import array
from collections.abc import Iterator, Mapping
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, case, func, select

from app.answers.board import BoardView
from app.answers.board_times import Times
from app.answers.register import Figure, OfficerFigures
from app.domain.clock import VIETNAM, from_utc_text, utc_text
from app.domain.deadline.standing import Standing, ended_standing
from app.domain.register.period import Period
from app.domain.workflow.moves import states_where
from db.stores import board
from db.stores.grouped import STREAMED
from db.tables.dossier import dossier

_D = dossier.c
_OF_NOW = {
    Figure.OPEN: BoardView.OPEN,
    Figure.OVERDUE: BoardView.OVERDUE,
    Figure.PAUSED: BoardView.PAUSED,
}
"""Figures of now are the board's own lists."""
_OF_STANDING = {
    Standing.EARLY: Figure.EARLY,
    Standing.ON_TIME: Figure.ON_TIME,
    Standing.LATE: Figure.LATE,
    Standing.NO_LIMIT: Figure.NO_LIMIT,
}
_GIVEN_UP = frozenset(state.value for state in states_where(is_given_up=True))


def counts(connection: Connection, period: Period, at: Times) -> Mapping[Figure, int]:
    """Every figure of `period`; `at` is now, for those of now."""
    found = dict.fromkeys(Figure, 0)
    for _, figure in _ended(connection, period):
        found[figure] += 1
    conditions = {Figure.RECEIVED: _received(period)} | {
        figure: board.where_of(view, at) for figure, view in _OF_NOW.items()
    }
    columns = [
        select(func.count()).select_from(dossier).where(condition).scalar_subquery()
        for condition in conditions.values()
    ]
    found.update(zip(conditions, connection.execute(select(*columns)).one(), strict=True))
    return found


def ids(
    connection: Connection, period: Period, figure: Figure, at: Times, *, officer: str = ""
) -> "array[int]":
    """The dossiers behind a figure, as they were registered; those of one officer, if named.

    Figures of now come in the board's order: the most pressing first.
    """
    if figure in _OF_NOW:
        view = _OF_NOW[figure]
        if not officer:
            return board.ids(connection, view, at)
        mine = select(_D.id).where(board.where_of(view, at), _D.officer == officer)
        return _column(connection, mine.order_by(*board.ORDER[view]))
    if figure is Figure.RECEIVED:
        received = select(_D.id).where(_received(period))
        return _column(connection, received.order_by(_D.id))
    return array("q", (one for one, found in _ended(connection, period) if found is figure))


def officers(connection: Connection, at: Times) -> list[OfficerFigures]:
    """What is open now with each officer, in no order."""

    def how_many(view: BoardView) -> ColumnElement[int]:
        return func.sum(case((board.where_of(view, at), 1), else_=0))

    query = (
        select(
            _D.officer,
            func.count(),
            how_many(BoardView.OVERDUE),
            how_many(BoardView.PAUSED),
        )
        .where(board.where_of(BoardView.OPEN, at))
        .group_by(_D.officer)
    )
    return [OfficerFigures(*row) for row in connection.execute(query)]


def _received(period: Period) -> ColumnElement[bool]:
    return _D.day.between(period.first.isoformat(), period.last.isoformat())


def _ended(connection: Connection, period: Period) -> Iterator[tuple[int, Figure]]:
    """Dossiers whose processing ended in `period`, and how each stood then."""
    query = (
        select(_D.id, _D.state, _D.ended_at, _D.measured_due_at)
        .where(
            _D.ended_at >= utc_text(_begin(period.first)),
            _D.ended_at < utc_text(_begin(period.last + timedelta(days=1))),
        )
        .order_by(_D.id)
    )
    for row in connection.execute(query, execution_options=STREAMED):
        if row.state in _GIVEN_UP:
            yield row.id, Figure.GIVEN_UP
            continue
        due = from_utc_text(row.measured_due_at) if row.measured_due_at else None
        yield row.id, _OF_STANDING[ended_standing(from_utc_text(row.ended_at), due)]


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, VIETNAM)


def _column(connection: Connection, query: Any) -> "array[int]":  # noqa: ANN401 - a select
    return array("q", connection.execute(query).scalars())
