"""Declarations of closures, and the dossiers whose promise one of them moved."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, func, insert, select

from app.answers.closures import MovedPromise
from app.domain.actor import Actor
from app.domain.clock import from_utc_text, utc_text
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.closures import ClosureKind, Declaration
from db.stores.dossier_values import moment_of, shown_code
from db.stores.grouped import STREAMED
from db.stores.inserted import row_of
from db.tables.closures import closure
from db.tables.dossier import dossier, promise
from db.tables.office import procedure_version

_D = dossier.c


def add(
    connection: Connection,
    actor: Actor,
    now: datetime,
    of: Closure,
    kind: ClosureKind,
    undoes: int | None = None,
) -> int:
    """Keep a declaration; its number."""
    values = {
        "kind": kind.value,
        "from_at": utc_text(of.from_at),
        "to_at": utc_text(of.to_at),
        "reason": of.reason,
        "decision": of.decision,
        "declared_at": utc_text(now),
        "officer": actor.officer,
        "station": actor.station,
        "undoes": undoes,
    }
    return row_of(connection.execute(insert(closure), values))


def every(connection: Connection) -> tuple[Declaration, ...]:
    """Every declaration, the first first."""
    return tuple(map(_declaration, connection.execute(select(closure).order_by(closure.c.id))))


def by_number(connection: Connection, number: int) -> Declaration:
    """The declaration with this number, which there is."""
    return _declaration(connection.execute(select(closure).where(closure.c.id == number)).one())


def counts(connection: Connection) -> dict[int, int]:
    """How many promises each declaration moved; those that moved none are left out."""
    rows = connection.execute(
        select(promise.c.closure, func.count())
        .where(promise.c.closure.is_not(None))
        .group_by(promise.c.closure)
    )
    return {int(number): int(count) for number, count in rows}


def moved(connection: Connection, number: int) -> Iterator[MovedPromise]:
    """The promises a declaration moved, streamed in the order of dossiers, with whom to call.

    What was promised since is not looked at; of a dossier that has ended meanwhile that is said.
    """
    earlier = promise.alias("earlier")
    before = and_(
        earlier.c.dossier_id == promise.c.dossier_id,
        earlier.c.position == promise.c.position - 1,
    )
    rows = connection.execute(
        select(
            _D.id,
            shown_code(),
            _D.full_name,
            _D.phone,
            _D.ended_at,
            procedure_version.c.name.label("procedure"),
            earlier.c.due_at.label("old_due_at"),
            promise.c.due_at,
        )
        .join_from(promise, dossier, _D.id == promise.c.dossier_id)
        .join(earlier, before)
        .join(procedure_version, procedure_version.c.id == _D.procedure_version)
        .where(promise.c.closure == number)
        .order_by(promise.c.dossier_id),
        execution_options=STREAMED,
    )
    return map(_moved, rows)


def _moved(row: Row[Any]) -> MovedPromise:
    return MovedPromise(
        dossier_id=row.id,
        code=row.code,
        name=row.full_name,
        phone=row.phone,
        procedure=row.procedure,
        old_due_at=moment_of(row.old_due_at),
        new_due_at=moment_of(row.due_at),
        has_ended=row.ended_at is not None,
    )


def _declaration(row: Row[Any]) -> Declaration:
    return Declaration(
        number=row.id,
        kind=ClosureKind(row.kind),
        closure=Closure(
            from_utc_text(row.from_at), from_utc_text(row.to_at), row.reason, row.decision
        ),
        declared_at=from_utc_text(row.declared_at),
        officer=row.officer,
        undoes=row.undoes,
    )
