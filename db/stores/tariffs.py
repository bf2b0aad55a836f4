"""Tariffs taken from files, as the canonical bodies they came as."""

from datetime import date

from sqlalchemy import Connection, insert, select

from app.domain.catalogue.procedure import Provenance
from db.stores import reference
from db.tables.money import tariff_version


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
    values = {
        "code": code,
        "effective_from": effective_from.isoformat(),
        "provenance": provenance.value,
        "body": body,
        "sha256": sha256,
    }
    connection.execute(insert(tariff_version), values)
    reference.touch(connection)


def bodies(connection: Connection) -> tuple[bytes, ...]:
    """Every version taken, oldest first."""
    found = connection.execute(select(tariff_version.c.body).order_by(tariff_version.c.id))
    return tuple(found.scalars())
