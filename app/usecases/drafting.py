"""Unfinished intakes, kept so that a power cut costs nobody their typing."""

from collections.abc import Mapping

from app.domain.actor import Actor
from app.domain.changes import Changed
from app.usecases.desk import Desk
from db.stores import drafts


def keep_draft(
    desk: Desk, actor: Actor, draft_id: str, body: Mapping[str, object], summary: str
) -> Changed:
    """Keep the form's fields as they stand."""
    now = desk.clock.now()
    with desk.records.write() as connection:
        drafts.keep(connection, actor, draft_id, body, summary, now)
    return Changed.DRAFTS


def drop_draft(desk: Desk, draft_id: str) -> Changed:
    """Forget a draft."""
    with desk.records.write() as connection:
        drafts.drop(connection, draft_id)
    return Changed.DRAFTS
