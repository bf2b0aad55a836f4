"""Tariffs taken from files, as the canonical bodies they came as."""

from datetime import date

from sqlalchemy import Connection

from app.domain.procedure import Provenance
from db.driver import run
from db.stores import reference


def add(
    connection: Connection,
    code: str,
    effective_from: date,
    provenance: Provenance,
    *,
    body: bytes,
    sha256: str,
) -> None:
    """Store a further version of a tariff; caches learn of it."""
    run(
        connection,
        "INSERT INTO tariff_version(code, effective_from, provenance, body, sha256) "
        "VALUES (?, ?, ?, ?, ?)",
        (code, effective_from.isoformat(), provenance.value, body, sha256),
    )
    reference.touch(connection)


def bodies(connection: Connection) -> tuple[bytes, ...]:
    """Every version taken, oldest first."""
    found = run(connection, "SELECT body FROM tariff_version ORDER BY id")
    return tuple(row[0] for row in found)
