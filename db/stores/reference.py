"""Settings, catalogue versions and calendar parts, with the stamp that tells caches of change."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.procedure import Procedure
from db.driver import run
from db.rows.office import calendar_part, office_setting, procedure_use, procedure_version


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


def stamp(connection: Connection) -> int:
    """Grows whenever settings, catalogue or calendar change."""
    row = run(connection, "SELECT stamp FROM reference_stamp WHERE id = 1").fetchone()
    return int(row[0]) if row else 0


def touch(connection: Connection) -> None:
    """Say that settings, catalogue or calendar changed."""
    connection.exec_driver_sql(
        "INSERT INTO reference_stamp(id, stamp) VALUES (1, 1) "
        "ON CONFLICT(id) DO UPDATE SET stamp = stamp + 1"
    )


def settings(connection: Connection) -> dict[str, str]:
    """Every setting that was ever set, as text."""
    return {row.key: row.value for row in connection.execute(select(office_setting))}


def set_setting(connection: Connection, key: str, value: str) -> None:
    """Keep one setting."""
    statement = insert(office_setting).values(key=key, value=value)
    connection.execute(
        statement.on_conflict_do_update(index_elements=["key"], set_={"value": value})
    )
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
        "is_complete": int(procedure.is_complete),
        "effective_from": procedure.effective_from.isoformat(),
        "effective_to": procedure.effective_to.isoformat() if procedure.effective_to else None,
        "body": body,
        "sha256": sha256,
    }
    result = connection.execute(procedure_version.insert().values(values))
    touch(connection)
    return StoredVersion(
        id=int(result.lastrowid),
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
            is_complete=bool(r.is_complete),
            effective_from=date.fromisoformat(r.effective_from),
            effective_to=date.fromisoformat(r.effective_to) if r.effective_to else None,
            body=r.body,
            sha256=r.sha256,
        )
        for r in connection.execute(query)
    ]


def count_use(connection: Connection, code: str) -> None:
    """One dossier more of this procedure: the search box lists the most used first."""
    run(
        connection,
        "INSERT INTO procedure_use(code, uses) VALUES (?, 1) "
        "ON CONFLICT(code) DO UPDATE SET uses = uses + 1",
        (code,),
    )


def uses(connection: Connection) -> Mapping[str, int]:
    """How many dossiers each procedure has had."""
    return {row.code: row.uses for row in connection.execute(select(procedure_use))}


def set_calendar_part(connection: Connection, part: str, body: bytes, *, confirmed: bool) -> None:
    """Keep one part of the calendar: ``sessions``, ``closures`` or a year."""
    values = {"confirmed": int(confirmed), "body": body}
    statement = insert(calendar_part).values(part=part, **values)
    connection.execute(statement.on_conflict_do_update(index_elements=["part"], set_=values))
    touch(connection)


def calendar_parts(connection: Connection) -> dict[str, bytes]:
    """Every part of the calendar by name."""
    rows = connection.execute(select(calendar_part).order_by(calendar_part.c.part))
    return {row.part: row.body for row in rows}
