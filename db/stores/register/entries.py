"""The register of dossiers: a year's numbers in the order of registration."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, exists, func, select
from sqlalchemy.sql.selectable import Subquery

from app.answers.register import RegisterRow, RegisterSums
from app.domain.catalogue.procedure import ReturnBy
from app.domain.clock import from_utc_text
from app.domain.dossier.dossier import PromiseKind
from app.domain.register.period import Period, year_period
from app.domain.workflow.moves import states_where
from app.domain.workflow.states import DossierState
from db.stores.dossier_values import shown_code
from db.stores.grouped import STREAMED
from db.tables.dossier import dossier, promise
from db.tables.office import procedure_version

_D = dossier.c
_GIVEN_UP = [state.value for state in states_where(is_given_up=True)]


def rows(connection: Connection, period: Period) -> Iterator[RegisterRow]:
    """The numbers of dossiers received in `period`, streamed: the first year's first.

    A number is its place among the year's dossiers as they were registered. None is ever taken
    away, so that there is no gap, and a dossier keeps its number whatever becomes of it.
    """
    numbered = _numbered(period)
    query = (
        select(
            numbered.c.nth,
            _D.day,
            shown_code(),
            procedure_version.c.name,
            _D.case_name,
            _D.sets,
            _D.full_name,
            _D.address,
            _D.phone,
            _D.boundary_free,
            _D.received_at,
            _D.due_at,
            _first_due().label("first_due_at"),
            _D.returned_at,
            _D.return_by,
            _D.returned_to,
            _D.state,
            _D.ended_at,
            _D.end_reason,
        )
        .join_from(numbered, dossier, _D.id == numbered.c.id)
        .join(procedure_version, procedure_version.c.id == _D.procedure_version)
        .where(_within(_D.day, period))
        .order_by(func.substr(_D.day, 1, 4), numbered.c.nth)
    )
    for row in connection.execute(query, execution_options=STREAMED):
        yield _row(row)


def sums(connection: Connection, period: Period) -> RegisterSums:
    """How many numbers `rows` gives, and how many of them ended how."""
    given_up = func.sum(case((_D.state.in_(_GIVEN_UP), 1), else_=0))
    returned = func.count(_D.returned_at)
    query = select(func.count(), returned, given_up).where(_within(_D.day, period))
    row = connection.execute(query.select_from(dossier)).one()
    return RegisterSums(row[0], row[1], row[2] or 0)


def _numbered(period: Period) -> Subquery:
    """Ids with their numbers, of every year `period` touches."""
    years = Period(year_period(period.first.year).first, year_period(period.last.year).last)
    year = func.substr(_D.day, 1, 4)
    nth = func.row_number().over(partition_by=year, order_by=_D.id)
    return select(_D.id, nth.label("nth")).where(_within(_D.day, years)).subquery()


def _within(day: ColumnElement[str], period: Period) -> ColumnElement[bool]:
    return day.between(period.first.isoformat(), period.last.isoformat())


def _first_due() -> ColumnElement[Any]:
    """The first promise of what was extended since."""
    extended = exists().where(
        promise.c.dossier_id == _D.id, promise.c.kind == PromiseKind.EXTENDED.value
    )
    first = select(promise.c.due_at).where(promise.c.dossier_id == _D.id, promise.c.position == 1)
    return case((extended.correlate(dossier), first.correlate(dossier).scalar_subquery()))


def _row(row: Row[Any]) -> RegisterRow:
    return RegisterRow(
        number=row.nth,
        day=date.fromisoformat(row.day),
        code=row.code,
        procedure=f"{row.name} – {row.case_name}" if row.case_name else row.name,
        sets=row.sets,
        applicant=row.full_name,
        address=row.address,
        phone=row.phone,
        is_elsewhere=row.boundary_free,
        received_at=from_utc_text(row.received_at),
        due_at=from_utc_text(row.due_at) if row.due_at else None,
        first_due_at=from_utc_text(row.first_due_at) if row.first_due_at else None,
        returned_at=from_utc_text(row.returned_at) if row.returned_at else None,
        return_by=ReturnBy(row.return_by),
        returned_to=row.returned_to,
        state=DossierState(row.state),
        ended_at=from_utc_text(row.ended_at) if row.ended_at else None,
        end_reason=row.end_reason,
    )
