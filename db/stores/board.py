"""The lists and counts of the home screen."""

from array import array
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from app.domain.board import BoardCounts, BoardRow, BoardView
from app.domain.clock import from_utc_text, to_minute, utc_text
from app.domain.states import DossierState
from db.driver import run

if TYPE_CHECKING:
    # The first list is read before SQLAlchemy is loaded.
    from db.driver import AnyConnection

# By CHECK, what has not ended is open, and what waits has a moment since when.
_OPEN = "ended_at IS NULL"
_AT_WORK = f"{_OPEN} AND waiting_since IS NULL"
NEVER_EXPORTED = "state = 'PENDING' AND seq > (SELECT coalesce(max(last_seq), 0) FROM package)"
"""Events that never left: every package held all that waited up to its last number."""
_UNSENT = f"SELECT DISTINCT dossier_id FROM outbox WHERE {NEVER_EXPORTED}"  # noqa: S608 - constants
# By the index of numbers, which holds the day behind the agency.
_TODAY = "day = :day AND agency IN (SELECT agency FROM number_series WHERE day = :day)"
# Where, and in which order, each view reads. Times: :now, :soon, :day_from, :day_to (UTC text);
# :day as ISO text.
_VIEWS = {
    BoardView.OPEN: (_OPEN, "due_at NULLS LAST, id"),
    BoardView.RECEIVED_TODAY: (_TODAY, "id DESC"),
    BoardView.DUE_TODAY: (f"{_OPEN} AND due_at >= :day_from AND due_at < :day_to", "due_at, id"),
    BoardView.DUE_SOON: (f"{_AT_WORK} AND due_at >= :now AND due_at <= :soon", "due_at, id"),
    BoardView.OVERDUE: (f"{_AT_WORK} AND due_at < :now", "due_at, id"),
    BoardView.PAUSED: ("waiting_since IS NOT NULL", "waiting_since, id"),
    BoardView.TO_COLLECT: ("state = 'FINISHED'", "finished_at, id"),
    BoardView.UNSENT: (f"id IN ({_UNSENT})", "id"),
}
ROW_COLUMNS = (
    "d.id, d.code, d.full_name, p.name, d.state, d.received_at, d.due_at, d.calendar_confirmed, "
    "d.ended_at, d.waiting_since, d.phone"
)
ROW_SOURCE = "dossier d JOIN procedure_version p ON p.id = d.procedure_version"


def times(now: datetime, soon: datetime) -> dict[str, str]:
    """What the views compare with: now, the end of what is due soon, and today's bounds."""
    now = to_minute(now)
    midnight = now.replace(hour=0, minute=0, second=0, microsecond=0)
    return {
        "now": utc_text(now),
        "soon": utc_text(soon),
        "day": midnight.date().isoformat(),
        "day_from": utc_text(midnight),
        "day_to": utc_text(midnight + timedelta(days=1)),
    }


def ids(connection: "AnyConnection", view: BoardView, at: dict[str, str]) -> "array[int]":
    """Ids of a view in order of urgency: 8 bytes each, whatever their number."""
    where, order = _VIEWS[view]
    ordered = f"SELECT id FROM dossier WHERE {where} ORDER BY {order}"  # noqa: S608 - constants
    (found,) = _columns(connection, ordered, "id", at)
    return found


def running(connection: "AnyConnection") -> "tuple[array[int], array[int]]":
    """Ids and due times (seconds since 1970) of dossiers whose clock runs, in order of due time."""
    ordered = (
        "SELECT id, unixepoch(due_at) AS due FROM dossier "  # noqa: S608 - constants
        f"WHERE {_AT_WORK} AND due_at IS NOT NULL ORDER BY due_at, id"
    )
    running_ids, due_at = _columns(connection, ordered, "id due", {})
    return running_ids, due_at


def _columns(
    connection: "AnyConnection", ordered: str, names: str, at: dict[str, str]
) -> "list[array[int]]":
    """Columns of numbers of the query `ordered`, each in one text: a row at a time takes longer."""
    parts = ", ".join(f"group_concat({name})" for name in names.split())
    row = run(connection, f"SELECT {parts} FROM ({ordered})", at).fetchone()  # noqa: S608 - constants
    return [array("q", map(int, text.split(",")) if text else ()) for text in row]


def rows(connection: "AnyConnection", wanted: Sequence[int]) -> tuple[BoardRow, ...]:
    """Rows of these dossiers, in the order asked for; unknown ids are left out."""
    marks = ",".join("?" * len(wanted))
    found = run(
        connection,
        f"SELECT {ROW_COLUMNS} FROM {ROW_SOURCE} WHERE d.id IN ({marks})",  # noqa: S608 - marks
        tuple(wanted),
    )
    by_id = {row[0]: board_row(row) for row in found}
    return tuple(by_id[one] for one in wanted if one in by_id)


def counts(connection: "AnyConnection", at: dict[str, str]) -> BoardCounts:
    """The numbers of the day."""
    parts = [
        f"(SELECT count(*) FROM dossier WHERE {where})"  # noqa: S608 - constants
        for view, (where, _) in _VIEWS.items()
        if view is not BoardView.UNSENT
    ]
    parts.append(f"(SELECT count(*) FROM ({_UNSENT}))")  # noqa: S608 - constants
    parts.append(
        f"(SELECT created_at FROM outbox WHERE {NEVER_EXPORTED} ORDER BY seq LIMIT 1)"  # noqa: S608 - constants
    )
    parts.append("(SELECT min(waiting_since) FROM dossier WHERE waiting_since IS NOT NULL)")
    parts.append("(SELECT count(*) FROM draft)")
    parts.append(
        f"(SELECT count(*) FROM dossier WHERE {_AT_WORK} AND EXISTS "  # noqa: S608 - constants
        "(SELECT 1 FROM certification_document WHERE dossier_id = dossier.id))"
    )
    row = run(connection, f"SELECT {', '.join(parts)}", at).fetchone()
    numbers = dict(zip([v for v in _VIEWS if v is not BoardView.UNSENT], row, strict=False))
    unsent, oldest_unsent, oldest_pause, drafts, to_sign = row[len(numbers) :]
    return BoardCounts(
        open=numbers[BoardView.OPEN],
        received_today=numbers[BoardView.RECEIVED_TODAY],
        due_today=numbers[BoardView.DUE_TODAY],
        due_soon=numbers[BoardView.DUE_SOON],
        overdue=numbers[BoardView.OVERDUE],
        paused=numbers[BoardView.PAUSED],
        to_collect=numbers[BoardView.TO_COLLECT],
        unsent=unsent,
        oldest_unsent_at=from_utc_text(oldest_unsent) if oldest_unsent else None,
        oldest_pause_at=from_utc_text(oldest_pause) if oldest_pause else None,
        drafts=drafts,
        to_sign=to_sign,
    )


def board_row(row: Sequence[Any]) -> BoardRow:
    """A `BoardRow` from the columns of `ROW_COLUMNS`."""
    (ident, code, name, procedure, state, received, due, confirmed, ended, waiting, phone) = row
    return BoardRow(
        id=ident,
        code=code,
        applicant=name,
        procedure=procedure,
        state=DossierState(state),
        received_at=from_utc_text(received),
        due_at=from_utc_text(due) if due else None,
        calendar_confirmed=bool(confirmed),
        ended_at=from_utc_text(ended) if ended else None,
        waiting_since=from_utc_text(waiting) if waiting else None,
        phone=phone,
    )
