"""Where the papers of dossiers went: rows in, domain values out."""

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, insert, select

from app.domain.clock import from_utc_text, utc_text
from app.domain.workflow.handing import DESK, Handing
from db.stores.dossier_values import moment_of, moment_text
from db.stores.handover.step_text import step_of, step_text
from db.tables.dossier import dossier
from db.tables.handover import handing

OF_DOSSIER = handing.c.dossier_id
ROWS = select(handing).order_by(handing.c.dossier_id, handing.c.position)


def save(connection: Connection, dossier_id: int, handings: tuple[Handing, ...]) -> None:
    """Store where the papers of a dossier went, all of it anew: seldom more than a few rows."""
    connection.execute(delete(handing).where(handing.c.dossier_id == dossier_id))
    if handings:
        connection.execute(insert(handing), list(_values(dossier_id, handings)))


def of_dossier(connection: Connection, dossier_id: int) -> tuple[Handing, ...]:
    """Where the papers of a dossier went, oldest first."""
    return handings_of(connection.execute(ROWS.where(handing.c.dossier_id == dossier_id)))


def handings_of(rows: Iterable[Row[Any]]) -> tuple[Handing, ...]:
    """Those of one dossier's rows."""
    return tuple(map(_handing, rows))


def lying_outside(connection: Connection, agency: str | None = None) -> tuple[int, ...]:
    """Dossiers that lie outside the desk (or with `agency`) and have not ended, longest first."""
    where = handing.c.agency != DESK if agency is None else handing.c.agency == agency
    found = connection.execute(
        select(OF_DOSSIER)
        .join_from(handing, dossier, dossier.c.id == handing.c.dossier_id)
        .where(handing.c.left_at.is_(None), where, dossier.c.ended_at.is_(None))
        .order_by(handing.c.handed_at, OF_DOSSIER)
    )
    return tuple(found.scalars())


def _values(dossier_id: int, handings: tuple[Handing, ...]) -> Iterator[dict[str, Any]]:
    for position, one in enumerate(handings, start=1):
        yield {
            "dossier_id": dossier_id,
            "position": position,
            "agency": one.agency,
            "handed_at": utc_text(one.handed_at),
            "handed_by": one.handed_by,
            "record": one.record,
            "step": step_text(one.step),
            "left_step": step_text(one.left),
            "taken_at": moment_text(one.taken_at),
            "taken_by": one.taken_by,
            "missed_at": moment_text(one.missed_at),
            "left_at": moment_text(_left_at(one, handings[position:])),
        }


def _left_at(one: Handing, later: tuple[Handing, ...]) -> datetime | None:
    """When the papers were no longer there; None: they lie there."""
    if not one.counts:
        return one.missed_at
    return next((each.since for each in later if each.counts), None)


def _handing(row: Row[Any]) -> Handing:
    return Handing(
        agency=row.agency,
        handed_at=from_utc_text(row.handed_at),
        handed_by=row.handed_by,
        record=row.record,
        step=step_of(row.step),
        left=step_of(row.left_step),
        taken_at=moment_of(row.taken_at),
        taken_by=row.taken_by,
        missed_at=moment_of(row.missed_at),
    )
