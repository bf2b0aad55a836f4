"""A look at records that stay closed: whose they are and which numbers they gave, of any schema.

For data that are about to be replaced, or were: nothing is migrated, nothing written, and what
cannot be read is left out.
"""

import contextlib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

from db.engine.errors import NotOurDatabase
from db.engine.face import Glimpse
from db.engine.opening import read_only
from db.keys import DataKey
from db.schema import APPLICATION_ID, FIRST_SCHEMA, check_known

_NUMBERS = "SELECT series, period, agency, station, first, last FROM number_series"
_SETTINGS = "SELECT key, value FROM office_setting"
_DOSSIERS = "SELECT count(*), min(received_at), max(received_at) FROM dossier"
_FIRST_ROW = "SELECT hash FROM ledger WHERE chain = 0 AND seq = 1"
_MARK = "SELECT 1 FROM practice_mark"
_MARK_BEFORE = "SELECT 1 FROM office_setting WHERE key = 'practice' AND value = 'true'"


def glimpse(path: Path, key: DataKey) -> Glimpse:
    """What the records at `path` say of themselves.

    Raises:
        NotOurDatabase: they cannot be read with this key.
        TrialSchema: they are of a trial version.
        dbapi2.OperationalError: the system does not let them be read.
    """
    with read_only(path, key) as connection:
        if connection.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise NotOurDatabase(path=str(path))
        found = int(connection.execute("PRAGMA user_version").fetchone()[0])
        if found < FIRST_SCHEMA:
            check_known(found)
        settings = {row[0]: row[1] for row in _rows(connection, _SETTINGS)}
        dossiers = (_rows(connection, _DOSSIERS) or [(0, None, None)])[0]
        return Glimpse(
            office=settings.get("office", ""),
            agency_code=settings.get("agency_code", ""),
            is_practice=bool(_rows(connection, _MARK) or _rows(connection, _MARK_BEFORE)),
            dossiers=dossiers[0],
            received=(dossiers[1], dossiers[2]),
            first_hash=next((row[0] for row in _rows(connection, _FIRST_ROW)), ""),
            numbers=tuple(_rows(connection, _NUMBERS)),
            settings=settings,
        )


def _rows(connection: dbapi2.Connection, sql: str) -> Sequence[Any]:
    """What can be read: nothing of a missing table, of a damaged one what comes before."""
    found: list[Any] = []
    with contextlib.suppress(dbapi2.DatabaseError):
        for row in connection.execute(sql):
            found.append(row)  # noqa: PERF402 - one by one, so that those before a fault are kept
    return found
