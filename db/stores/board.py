"""The lists and counts of the home screen."""

import json
from array import array
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, Text, cast, exists, func, select
from sqlalchemy.sql.roles import OrderByRole

from app.answers.board import BoardCounts, BoardRow, BoardView
from app.answers.board_times import Times
from app.domain.clock import from_utc_text
from app.domain.workflow.moves import states_where
from app.domain.workflow.states import BoardPlace, DossierState
from db.engine.chosen import ENGINE
from db.stores.deadline import apologies
from db.stores.dossier_values import shown_code
from db.stores.outbox import never_sent
from db.tables.certification import certification_document
from db.tables.dossier import dossier, draft
from db.tables.exchange import outbox
from db.tables.office import procedure_version
from db.tables.series import Series, number_series

_D = dossier.c
_OPEN = _D.ended_at.is_(None)
_AT_WORK = _OPEN & _D.waiting_since.is_(None)
_TO_COLLECT = [state.value for state in states_where(place=BoardPlace.TO_COLLECT)]


def where_of(view: BoardView, at: Times) -> ColumnElement[bool]:  # noqa: C901, PLR0911 - a case a view
    """Which dossiers a view shows."""
    match view:
        case BoardView.OPEN:
            return _OPEN
        case BoardView.RECEIVED_TODAY:
            return _received_on(at["day"])
        case BoardView.DUE_TODAY:
            return _OPEN & (_D.due_at >= at["day_from"]) & (_D.due_at < at["day_to"])
        case BoardView.DUE_SOON:
            return _AT_WORK & (_D.due_at >= at["now"]) & (_D.due_at <= at["soon"])
        case BoardView.OVERDUE:
            return _AT_WORK & (_D.due_at < at["now"])
        case BoardView.APOLOGY:
            return apologies.wanted(at)
        case BoardView.PAUSED:
            return _D.waiting_since.is_not(None)
        case BoardView.TO_COLLECT:
            # As the index of what waits to be collected has it.
            waits = _D.finished_at.is_not(None) & _D.returned_at.is_(None)
            return waits & _D.state.in_(_TO_COLLECT)
        case BoardView.UNSENT:
            return _D.id.in_(select(outbox.c.dossier_id).where(never_sent()))


ORDER: dict[BoardView, tuple[OrderByRole, ...]] = {
    BoardView.OPEN: (_D.due_at.nulls_last(), _D.id),
    BoardView.RECEIVED_TODAY: (_D.id.desc(),),
    BoardView.DUE_TODAY: (_D.due_at, _D.id),
    BoardView.DUE_SOON: (_D.due_at, _D.id),
    BoardView.OVERDUE: (_D.due_at, _D.id),
    BoardView.APOLOGY: (_D.due_at.nulls_last(), _D.id),
    BoardView.PAUSED: (_D.waiting_since, _D.id),
    BoardView.TO_COLLECT: (_D.finished_at, _D.id),
    BoardView.UNSENT: (_D.id,),
}


def _received_on(day: str) -> ColumnElement[bool]:
    """By the index of numbers, which holds the day behind the agency."""
    agencies = select(number_series.c.agency).where(
        number_series.c.series == Series.DOSSIER.value, number_series.c.period == day
    )
    return (_D.day == day) & _D.agency.in_(agencies)


def ids(connection: Connection, view: BoardView, at: Times) -> "array[int]":
    """Ids of a view in order of urgency: 8 bytes each, whatever their number."""
    (found,) = _columns(connection, select(_D.id).where(where_of(view, at)).order_by(*ORDER[view]))
    return found


def running(connection: Connection) -> "tuple[array[int], array[int]]":
    """Ids and due times (seconds since 1970) of dossiers whose clock runs, in order of due time."""
    due = ENGINE.seconds(_D.due_at).label("due")
    ordered = select(_D.id, due).where(_AT_WORK, _D.due_at.is_not(None))
    running_ids, due_at = _columns(connection, ordered.order_by(_D.due_at, _D.id))
    return running_ids, due_at


def _columns(connection: Connection, ordered: Select[Any]) -> "list[array[int]]":
    """The query's columns of numbers, each in one text: a row at a time takes longer."""
    rows = ordered.subquery()
    parts = [func.aggregate_strings(cast(column, Text), ",") for column in rows.c]
    texts = connection.execute(select(*parts)).one()
    return [array("q", json.loads(f"[{text or ''}]")) for text in texts]


BOARD_ROW = select(
    _D.id,
    shown_code(),
    _D.full_name,
    procedure_version.c.name,
    _D.state,
    _D.received_at,
    _D.due_at,
    _D.calendar_confirmed,
    _D.ended_at,
    _D.waiting_since,
    _D.phone,
    _D.code,
).join_from(dossier, procedure_version, procedure_version.c.id == _D.procedure_version)


def rows(connection: Connection, wanted: Sequence[int]) -> tuple[BoardRow, ...]:
    """Rows of these dossiers, in the order asked for; unknown ids are left out."""
    if not wanted:
        return ()
    found = connection.execute(BOARD_ROW.where(_D.id.in_(wanted))).all()
    by_id = {row.id: board_row(row) for row in found}
    return tuple(by_id[one] for one in wanted if one in by_id)


def counts(connection: Connection, at: Times) -> BoardCounts:
    """The numbers of the day."""
    counted = [view for view in BoardView if view is not BoardView.UNSENT]
    unsent = select(outbox.c.dossier_id).where(never_sent())
    to_sign = exists().where(certification_document.c.dossier_id == _D.id)
    row = connection.execute(
        select(
            *(_count(where_of(view, at)).label(view.name) for view in counted),
            select(func.count(unsent.subquery().c.dossier_id.distinct()))
            .scalar_subquery()
            .label("unsent"),
            select(outbox.c.created_at)
            .where(never_sent())
            .order_by(outbox.c.position)
            .limit(1)
            .scalar_subquery()
            .label("oldest_unsent"),
            select(func.min(_D.waiting_since))
            .where(_D.waiting_since.is_not(None))
            .scalar_subquery()
            .label("oldest_pause"),
            select(func.count()).select_from(draft).scalar_subquery().label("drafts"),
            _count(_AT_WORK & to_sign).label("to_sign"),
        )
    ).one()
    number = row._mapping  # noqa: SLF001 - public in SQLAlchemy, so named for safety
    return BoardCounts(
        open=number[BoardView.OPEN.name],
        received_today=number[BoardView.RECEIVED_TODAY.name],
        due_today=number[BoardView.DUE_TODAY.name],
        due_soon=number[BoardView.DUE_SOON.name],
        overdue=number[BoardView.OVERDUE.name],
        paused=number[BoardView.PAUSED.name],
        to_collect=number[BoardView.TO_COLLECT.name],
        unsent=row.unsent,
        oldest_unsent_at=from_utc_text(row.oldest_unsent) if row.oldest_unsent else None,
        oldest_pause_at=from_utc_text(row.oldest_pause) if row.oldest_pause else None,
        drafts=row.drafts,
        to_sign=row.to_sign,
        apology=number[BoardView.APOLOGY.name],
    )


def _count(which: ColumnElement[bool]) -> Any:  # noqa: ANN401 - a scalar of a query
    return select(func.count()).select_from(dossier).where(which).scalar_subquery()


def board_row(row: Row[*tuple[Any, ...]]) -> BoardRow:
    """A `BoardRow` from the columns of `BOARD_ROW`."""
    number, code, name, procedure, state, received, due, confirmed, ended, waiting, phone, own = row
    return BoardRow(
        number,
        code,
        name,
        procedure,
        DossierState(state),
        from_utc_text(received),
        from_utc_text(due) if due else None,
        confirmed,
        from_utc_text(ended) if ended else None,
        from_utc_text(waiting) if waiting else None,
        phone,
        own_code=own,
    )
