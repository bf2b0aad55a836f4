"""Promises of many dossiers at once: which run, and keeping what they were counted anew."""

from array import array
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, bindparam, insert, select, update

from app.domain.dossier.dossier import Dossier
from db.stores import dossiers
from db.stores.dossier_values import moment_text, promise_values
from db.tables.dossier import dossier, promise

_D = dossier.c
_RUNNING = (
    select(_D.id)
    .where(_D.ended_at.is_(None), _D.waiting_since.is_(None), _D.due_at.is_not(None))
    .order_by(_D.id)
)
_SAVE = (
    update(dossier)
    .where(_D.id == bindparam("of_id"), _D.version == bindparam("of_version"))
    .values({name: bindparam(f"new_{name}") for name in (
        "version", "due_at", "measured_due_at", "calendar_confirmed",
    )})
)  # fmt: skip
_ADD = insert(promise)


def running(connection: Connection) -> "array[int]":
    """Rows of the open dossiers whose clock runs towards a promise, oldest first."""
    return array("q", connection.execute(_RUNNING).scalars())


def some(connection: Connection, ids: Sequence[int]) -> list[Dossier]:
    """The dossiers in these rows, oldest first."""
    return list(dossiers.every(connection, select(_D.id).where(_D.id.in_(ids))))


def save(connection: Connection, pairs: Sequence[tuple[Dossier, Dossier]]) -> None:
    """Store what each is promised and measured against after being counted anew.

    Raises:
        ChangedMeanwhile: a stored version is no longer that of the first of its pair.
    """
    done = connection.execute(_SAVE, [_values(before, after) for before, after in pairs])
    if done.rowcount != len(pairs):
        raise dossiers.ChangedMeanwhile(code=pairs[0][0].shown_code)
    made = list(_made(pairs))
    if made:
        connection.execute(_ADD, made)


def _values(before: Dossier, after: Dossier) -> dict[str, Any]:
    return {
        "of_id": before.id,
        "of_version": before.version,
        "new_version": after.version,
        "new_due_at": moment_text(after.due_at),
        "new_measured_due_at": moment_text(after.measured_due_at),
        "new_calendar_confirmed": after.calendar_confirmed,
    }


def _made(pairs: Iterable[tuple[Dossier, Dossier]]) -> Iterable[dict[str, Any]]:
    for before, after in pairs:
        for position in range(len(before.promises), len(after.promises)):
            yield promise_values(before.id, position + 1, after.promises[position])
