"""Where the papers of dossiers went: rows in, domain values out."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Integer, Row, Select, bindparam, delete, func, insert, select

from app.domain.clock import from_utc_text, utc_text
from app.domain.workflow.handing import DESK, Handing
from app.domain.workflow.handover import HandedDossier
from app.domain.workflow.states import DossierState
from db.stores.dossier_values import moment_of, moment_text
from db.stores.handover.step_text import step_of, step_text
from db.tables.dossier import dossier, submitted_document
from db.tables.handover import handing
from db.tables.office import procedure_version

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


def lying_outside(agency: str | None = None) -> Select[tuple[int]]:
    """Asks for the rows of dossiers that lie outside the desk, or with `agency`, and are open."""
    where = handing.c.agency != DESK if agency is None else handing.c.agency == agency
    return (
        select(handing.c.dossier_id)
        .join_from(handing, dossier, dossier.c.id == handing.c.dossier_id)
        .where(handing.c.left_at.is_(None), where, dossier.c.ended_at.is_(None))
    )


def lying_at_the_desk() -> Select[tuple[int]]:
    """Asks for the rows of open dossiers that never left the desk, or came back to it."""
    away = lying_outside()
    return select(dossier.c.id).where(dossier.c.ended_at.is_(None), dossier.c.id.not_in(away))


@dataclass(frozen=True, slots=True)
class Brief:
    """What a scan needs of a dossier: its line of a record, its state, where its papers went."""

    line: HandedDossier
    state: DossierState
    handings: tuple[Handing, ...]


def brief(connection: Connection, dossier_id: int) -> Brief:
    """The dossier in row `dossier_id`, which is there, read in two steps."""
    asked = {"wanted": dossier_id}
    row = connection.execute(_BRIEF, asked).one()
    line = HandedDossier(
        dossier_id,
        row.official_code or row.code,
        row.full_name,
        row.procedure,
        row.originals,
        row.copies,
        moment_of(row.due_at),
    )
    went = handings_of(connection.execute(_WENT, asked)) if row.went else ()
    return Brief(line, DossierState(row.state), went)


_WANTED = bindparam("wanted", type_=Integer)
_PAPER = submitted_document.c
_BRIEF = (
    select(
        dossier.c.code,
        dossier.c.official_code,
        dossier.c.full_name,
        dossier.c.state,
        dossier.c.due_at,
        procedure_version.c.name.label("procedure"),
        select(func.coalesce(func.sum(_PAPER.originals), 0))
        .where(_PAPER.dossier_id == _WANTED, _PAPER.shown.is_(False))
        .scalar_subquery()
        .label("originals"),
        select(func.coalesce(func.sum(_PAPER.copies), 0))
        .where(_PAPER.dossier_id == _WANTED)
        .scalar_subquery()
        .label("copies"),
        select(func.count()).where(handing.c.dossier_id == _WANTED).scalar_subquery().label("went"),
    )
    .select_from(
        dossier.join(procedure_version, procedure_version.c.id == dossier.c.procedure_version)
    )
    .where(dossier.c.id == _WANTED)
)
_WENT = ROWS.where(handing.c.dossier_id == _WANTED)


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
