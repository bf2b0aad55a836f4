"""Unfinished intakes: kept within half a second, dropped in the intake's own transaction."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, bindparam, delete, func, select

from app.answers.dossier import Draft
from app.domain.actor import Actor
from app.domain.clock import from_utc_text, utc_text
from app.domain.text import storable
from db.engine.chosen import ENGINE
from db.tables.dossier import draft


def keep(
    connection: Connection,
    actor: Actor,
    draft_id: str,
    body: Mapping[str, object],
    summary: str,
    now: datetime,
) -> None:
    """Store the form's fields as they stand."""
    values = {
        "id": draft_id,
        "station": actor.station,
        "officer": actor.officer,
        "saved_at": utc_text(now),
        "summary": storable(summary[:300]),
        "body": storable(json.dumps(body, ensure_ascii=False)),
    }
    connection.execute(_KEEP, values)


def drop(connection: Connection, draft_id: str) -> None:
    """Forget a draft; one that is not there is no matter."""
    connection.execute(_DROP, {"draft_id": draft_id})


_KEEP = ENGINE.upsert(draft)
_DROP = delete(draft).where(draft.c.id == bindparam("draft_id"))


def of_station(connection: Connection, station: int) -> tuple[Draft, ...]:
    """Drafts of a station, newest first."""
    rows = connection.execute(
        select(draft).where(draft.c.station == station).order_by(draft.c.saved_at.desc())
    )
    return tuple(
        Draft(r.id, from_utc_text(r.saved_at), r.summary, json.loads(r.body)) for r in rows
    )


def newest(connection: Connection) -> tuple[int, str]:
    """How many there are, and when the last was kept, as stored."""
    row = connection.execute(select(func.count(), func.max(draft.c.saved_at))).one()
    return row[0], row[1] or ""
