"""Unfinished intakes, kept so that a power cut costs nobody their typing."""

from collections.abc import Mapping

from app.domain.actor import Actor
from app.domain.changes import Changed
from app.domain.permission import Permission
from app.usecases.desk import Desk
from app.usecases.unit import Request
from db.stores import drafts


def keep_draft(
    desk: Desk,
    actor: Actor,
    draft_id: str,
    body: Mapping[str, object],
    summary: str,
    *,
    request: Request | None = None,
) -> Changed:
    """Keep the form's fields as they stand; the same draft again takes its own place."""
    with desk.unit(actor, Permission.KEEP_DRAFT, request) as unit:

        def keep() -> Changed:
            drafts.keep(unit.connection, actor, draft_id, body, summary, unit.now)
            return Changed.DRAFTS

        return unit.once(Changed, (draft_id, body, summary), keep)


def drop_draft(
    desk: Desk, actor: Actor, draft_id: str, *, request: Request | None = None
) -> Changed:
    """Forget a draft; one that is not there is no matter."""
    with desk.unit(actor, Permission.DROP_DRAFT, request) as unit:

        def drop() -> Changed:
            drafts.drop(unit.connection, draft_id)
            return Changed.DRAFTS

        return unit.once(Changed, draft_id, drop)
