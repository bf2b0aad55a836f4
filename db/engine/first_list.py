"""The home screen's first list in SQLite's own words, read by the driver alone.

It answers what `db.stores.board` does, before SQLAlchemy has loaded: see `run.py bench start`.
"""

import json
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from app.answers.board import BoardCounts, BoardRow, BoardView
from app.domain.clock import from_utc_text
from app.domain.workflow.moves import states_where
from app.domain.workflow.states import BoardPlace, DossierState
from db.engine.opening import connect, header_of, rows_of
from db.engine.witnessed import require_witness
from db.folder import DATABASE_FILE
from db.keys import read_key
from db.schema import APPLICATION_ID, SCHEMA_VERSION, check_known

_OPEN = "ended_at IS NULL"
_WORK = f"{_OPEN} AND waiting_since IS NULL"
_LEFT = ", ".join(f"'{state}'" for state in states_where(place=BoardPlace.TO_COLLECT))
_DONE = f"finished_at IS NOT NULL AND returned_at IS NULL AND state IN ({_LEFT})"
_NEW = "state = 'PENDING' AND position > (SELECT coalesce(max(last_position), 0) FROM package)"
_UNSENT = f"SELECT DISTINCT dossier_id FROM outbox WHERE {_NEW}"  # noqa: S608 - constants
_DAY = "SELECT agency FROM number_series WHERE series = 'DOSSIER' AND period = :day"
_LATER = "SELECT 1 FROM apology l WHERE l.dossier_id = a.dossier_id AND l.id > a.id"
_UNNOTIFIED = f"SELECT dossier_id FROM apology a WHERE notices = '' AND NOT EXISTS ({_LATER})"  # noqa: S608 - constants
_NEW_AND_SHORT = "received_at >= :day_from AND (limit_unit = 'SAME_DAY' OR due_at < :day_to)"
_READY = f"{_WORK} AND due_at < :apology AND (due_at < :now OR NOT ({_NEW_AND_SHORT}))"
_SORRY = (
    f"SELECT id FROM dossier WHERE {_READY} UNION "  # noqa: S608 - constants
    f"SELECT id FROM dossier WHERE {_OPEN} AND id IN ({_UNNOTIFIED})"
)
_VIEWS = {
    BoardView.OPEN: (_OPEN, "due_at NULLS LAST, id"),
    BoardView.RECEIVED_TODAY: (f"day = :day AND agency IN ({_DAY})", "id DESC"),
    BoardView.DUE_TODAY: (f"{_OPEN} AND due_at >= :day_from AND due_at < :day_to", "due_at, id"),
    BoardView.DUE_SOON: (f"{_WORK} AND due_at >= :now AND due_at <= :soon", "due_at, id"),
    BoardView.OVERDUE: (f"{_WORK} AND due_at < :now", "due_at, id"),
    BoardView.APOLOGY: (f"id IN ({_SORRY})", "due_at NULLS LAST, id"),
    BoardView.PAUSED: ("waiting_since IS NOT NULL", "waiting_since, id"),
    BoardView.TO_COLLECT: (_DONE, "finished_at, id"),
    BoardView.UNSENT: (f"id IN ({_UNSENT})", "id"),
}
_COUNTS = {
    view.name.lower(): f"SELECT count(*) FROM dossier WHERE {where}"  # noqa: S608 - constants
    for view, (where, _) in _VIEWS.items()
} | {
    "unsent": f"SELECT count(*) FROM ({_UNSENT})",  # noqa: S608 - constants
    "oldest_unsent_at": f"SELECT created_at FROM outbox WHERE {_NEW} ORDER BY position LIMIT 1",  # noqa: S608 - constants
    "oldest_pause_at": "SELECT min(waiting_since) FROM dossier WHERE waiting_since IS NOT NULL",
    "drafts": "SELECT count(*) FROM draft",
    "to_sign": f"SELECT count(*) FROM dossier WHERE {_WORK} AND EXISTS "  # noqa: S608 - constants
    "(SELECT 1 FROM certification_document WHERE dossier_id = dossier.id)",
}
_ROWS = (
    "SELECT d.id, coalesce(nullif(d.official_code, ''), d.code), d.full_name, p.name, d.state, "
    "d.received_at, d.due_at, d.calendar_confirmed, d.ended_at, d.waiting_since, d.phone, d.code "
    "FROM dossier d JOIN procedure_version p ON p.id = d.procedure_version WHERE d.id IN ({marks})"
)


class FirstList:
    """One snapshot of the records in `folder`; refuses those that must not be opened."""

    def __init__(self, folder: Path) -> None:
        path, key = folder / DATABASE_FILE, read_key(folder)
        found = header_of(path, key)[1]
        check_known(found)
        self.is_readable = found == SCHEMA_VERSION
        """Whether the records are of this program's schema already."""
        self._connection = connect(path, key, application_id=APPLICATION_ID)
        self.require_witness = partial(require_witness, self._connection, folder)
        self._connection.execute("BEGIN")
        self._ask = partial(rows_of, self._connection)

    def settings(self) -> dict[str, str]:
        """Every setting that was ever set, as text."""
        return dict(self._ask("SELECT key, value FROM office_setting"))

    def calendar_parts(self) -> dict[str, bytes]:
        """Every part of the calendar by name."""
        return dict(self._ask("SELECT part, body FROM calendar_part ORDER BY part"))

    def counts(self, times: Mapping[str, str]) -> BoardCounts:
        """The numbers of the day; `times` as `db.stores.board` makes them."""
        row = self._ask("SELECT " + ", ".join(f"({sql})" for sql in _COUNTS.values()), times)[0]
        values: list[Any] = [from_utc_text(one) if isinstance(one, str) else one for one in row]
        return BoardCounts(**dict(zip(_COUNTS, values, strict=True)))

    def ids(self, view: BoardView, times: Mapping[str, str]) -> "array[int]":
        """Ids of a view in order of urgency."""
        where, order = _VIEWS[view]
        ordered = f"SELECT id FROM dossier WHERE {where} ORDER BY {order}"  # noqa: S608 - constants
        # As one text: a row at a time takes longer.
        row = self._ask(f"SELECT group_concat(id) FROM ({ordered})", times)[0]  # noqa: S608 - constants
        return array("q", json.loads(f"[{row[0] or ''}]"))

    def rows(self, wanted: Sequence[int]) -> tuple[BoardRow, ...]:
        """Rows of these dossiers, in the order asked for; unknown ids are left out."""
        found = self._ask(_ROWS.format(marks=",".join("?" * len(wanted))), tuple(wanted))
        rows = {row[0]: _row(*row) for row in found}
        return tuple(rows[one] for one in wanted if one in rows)

    def close(self) -> None:
        """Let the records go."""
        self._connection.close()


def _row(*row: Any) -> BoardRow:  # noqa: ANN401 - the driver's
    times = [from_utc_text(text) if text else None for text in (*row[5:7], *row[8:10])]
    state, confirmed = DossierState(row[4]), bool(row[7])
    values: list[Any] = [*row[:4], state, *times[:2], confirmed, *times[2:], row[10]]
    return replace(BoardRow(*values), own_code=row[11])
