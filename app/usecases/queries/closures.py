"""Closures of the desk that were declared, and whom they concern."""

from app.answers.closures import ClosureEntry, MovedPromise
from app.domain.actor import Actor
from app.domain.deadline.closures import Declaration, meant
from app.domain.permission import Permission
from app.usecases.desk import Desk
from db.stores.deadline import closures as store


def closures(desk: Desk, actor: Actor) -> tuple[ClosureEntry, ...]:
    """Every declaration, the last first, with how many promises it moved."""
    with desk.view(actor, Permission.CLOSURES) as view:
        declared = store.every(view.connection)
        counts = store.counts(view.connection)
    undone = {one.undoes: one.number for one in declared}
    return tuple(
        ClosureEntry(one, counts.get(one.number, 0), undone.get(one.number))
        for one in reversed(declared)
    )


def closure_calls(
    desk: Desk, actor: Actor, named: str
) -> tuple[Declaration, tuple[MovedPromise, ...]]:
    """The declaration meant by its number or decision, and whom to call because of it.

    Raises:
        UnknownClosure, SeveralClosures: as named.
    """
    with desk.view(actor, Permission.CLOSURE_CALLS) as view:
        found = meant(store.every(view.connection), named)
        return found, tuple(store.moved(view.connection, found.number))
