"""Unfinished intakes: kept within half a second, dropped in the intake's own transaction."""

import json
from collections.abc import Mapping
from datetime import datetime

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from app.domain.actor import Actor
from app.domain.answers import Draft
from app.domain.clock import from_utc_text, utc_text
from db.driver import run
from db.rows.dossier import draft


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
        "summary": summary[:300],
        "body": json.dumps(body, ensure_ascii=False),
    }
    statement = insert(draft).values(values)
    connection.execute(
        statement.on_conflict_do_update(
            index_elements=[draft.c.id],
            set_={name: value for name, value in values.items() if name != "id"},
        )
    )


def drop(connection: Connection, draft_id: str) -> None:
    """Forget a draft; one that is not there is no matter."""
    run(connection, "DELETE FROM draft WHERE id = ?", (draft_id,))


def of_station(connection: Connection, station: int) -> tuple[Draft, ...]:
    """Drafts of a station, newest first."""
    rows = connection.execute(
        select(draft).where(draft.c.station == station).order_by(draft.c.saved_at.desc())
    )
    return tuple(
        Draft(r.id, from_utc_text(r.saved_at), r.summary, json.loads(r.body)) for r in rows
    )
