"""Settings, catalogue versions and calendar parts, with the stamp that tells caches of change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import Connection, func, select

from app.domain.catalogue.procedure import Procedure
from app.domain.clock import utc_text
from db.engine.chosen import ENGINE
from db.stores.inserted import row_of
from db.tables.office import (
    calendar_part,
    office_setting,
    practice_mark,
    procedure_use,
    procedure_version,
    reference_stamp,
)


@dataclass(frozen=True, slots=True)
class StoredVersion:
    """One version of a procedure as stored; `body` is its canonical JSON."""

    id: int
    code: str
    revision: int
    name: str
    field: str
    is_complete: bool
    effective_from: date
    effective_to: date | None
    body: bytes
    sha256: str


_STAMP = select(reference_stamp.c.stamp).where(reference_stamp.c.id == 1)


def stamp(connection: Connection) -> int:
    """Grows whenever settings, catalogue or calendar change."""
    return connection.execute(_STAMP).scalar() or 0


def touch(connection: Connection) -> None:
    """Say that settings, catalogue or calendar changed."""
    connection.execute(_TOUCH, {"id": 1, "stamp": 1})


_TOUCH = ENGINE.upsert(reference_stamp, changes={"stamp": reference_stamp.c.stamp + 1})


def settings(connection: Connection) -> dict[str, str]:
    """Every setting that was ever set, as text."""
    return {row.key: row.value for row in connection.execute(select(office_setting))}


def set_setting(connection: Connection, key: str, value: str) -> None:
    """Keep one setting."""
    connection.execute(ENGINE.upsert(office_setting), {"key": key, "value": value})
    touch(connection)


def is_practice(connection: Connection) -> bool:
    """Whether this is a practice office: marked when it was made, for good."""
    return connection.execute(select(practice_mark.c.id)).first() is not None


def mark_practice(connection: Connection, now: datetime) -> None:
    """Make the office that is being made one for practice."""
    connection.execute(practice_mark.insert(), {"id": 1, "made_at": utc_text(now)})
    touch(connection)


def add_version(
    connection: Connection, procedure: Procedure, *, body: bytes, sha256: str
) -> StoredVersion:
    """Store a further version of a procedure; the one before ends where this begins."""
    revision = connection.execute(
        select(func.coalesce(func.max(procedure_version.c.revision), 0) + 1).where(
            procedure_version.c.code == procedure.code
        )
    ).scalar_one()
    values = {
        "code": procedure.code,
        "revision": revision,
        "name": procedure.name,
        "field": procedure.field,
        "is_complete": procedure.is_complete,
        "effective_from": procedure.effective_from.isoformat(),
        "effective_to": procedure.effective_to.isoformat() if procedure.effective_to else None,
        "body": body,
        "sha256": sha256,
    }
    result = connection.execute(procedure_version.insert().values(values))
    touch(connection)
    return StoredVersion(
        id=row_of(result),
        code=procedure.code,
        revision=revision,
        name=procedure.name,
        field=procedure.field,
        is_complete=procedure.is_complete,
        effective_from=procedure.effective_from,
        effective_to=procedure.effective_to,
        body=body,
        sha256=sha256,
    )


def versions(connection: Connection) -> list[StoredVersion]:
    """Versions of all procedures, oldest first within a code."""
    query = select(procedure_version).order_by(
        procedure_version.c.code, procedure_version.c.revision
    )
    return [
        StoredVersion(
            id=r.id,
            code=r.code,
            revision=r.revision,
            name=r.name,
            field=r.field,
            is_complete=r.is_complete,
            effective_from=date.fromisoformat(r.effective_from),
            effective_to=date.fromisoformat(r.effective_to) if r.effective_to else None,
            body=r.body,
            sha256=r.sha256,
        )
        for r in connection.execute(query)
    ]


def count_use(connection: Connection, code: str) -> None:
    """One dossier more of this procedure: the search box lists the most used first."""
    connection.execute(_COUNT_USE, {"code": code, "uses": 1})


_COUNT_USE = ENGINE.upsert(procedure_use, changes={"uses": procedure_use.c.uses + 1})


def uses(connection: Connection) -> Mapping[str, int]:
    """How many dossiers each procedure has had."""
    return {row.code: row.uses for row in connection.execute(select(procedure_use))}


def set_calendar_part(connection: Connection, part: str, body: bytes, *, confirmed: bool) -> None:
    """Keep one part of the calendar: ``sessions``, ``closures`` or a year."""
    values = {"part": part, "confirmed": confirmed, "body": body}
    connection.execute(ENGINE.upsert(calendar_part), values)
    touch(connection)


def calendar_parts(connection: Connection) -> dict[str, bytes]:
    """Every part of the calendar by name."""
    rows = connection.execute(select(calendar_part).order_by(calendar_part.c.part))
    return {row.part: row.body for row in rows}
