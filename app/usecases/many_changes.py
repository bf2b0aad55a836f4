"""One event of many dossiers at once: each with its version, its ledger row and its event.

What `app.usecases.dossier_change` does for one dossier, done for some hundreds with a statement for
each table. For moves that make no paper and lead nowhere: what they make of a dossier is its
promise alone.
"""

import hashlib
from collections.abc import Sequence

from app.domain.dossier.clock_effect import CHANGES, CountedAnew
from app.domain.dossier.dossier import Dossier
from app.domain.ledger import LedgerEntry
from app.domain.workflow.moves import move_of
from app.domain.workflow.states import DossierEvent
from app.exchange import events
from app.usecases.dossier_change import Changing, NotThisUseCase, facts_of
from app.usecases.ledger_values import canonical, differences
from db.stores import ledger, outbox
from db.stores.ledger import Entry
from db.stores.many import promises
from db.stores.outbox import NewEvent
from db.tables.exchange import EventKind
from db.tables.ledger import Subject


def change_promises(
    place: Changing,
    pairs: Sequence[tuple[Dossier, CountedAnew]],
    event: DossierEvent,
    reason: str,
) -> list[LedgerEntry]:
    """Promise each dossier anew by `event`; the ledger rows, in this order.

    Raises:
        IllegalMove: the event cannot happen in a dossier's state.
        ChangedMeanwhile: another change came between reading and writing.
        EventRefused: a value does not fit the exchange.
    """
    changed = [(before, _after(place, before, anew, event)) for before, anew in pairs]
    if not changed:
        return []
    promises.save(place.connection, changed)
    entries = [_entry(before, after, event, reason) for before, after in changed]
    rows = ledger.append_all(place.connection, place.actor, place.now, entries)
    _queue_events(place, [after for _, after in changed], rows)
    return rows


def _after(place: Changing, before: Dossier, anew: CountedAnew, event: DossierEvent) -> Dossier:
    move = move_of(before.state, event)
    if place.permission not in move.permissions or move.target or move.form or move.is_step:
        raise NotThisUseCase(event=event, permission=place.permission)
    return anew.of(before, version=before.version + 1)


def _entry(before: Dossier, after: Dossier, event: DossierEvent, reason: str) -> Entry:
    return Entry(
        subject=Subject.DOSSIER,
        reference=after.code,
        dossier_id=after.id,
        version=after.version,
        event=event.value,
        from_state=before.state.value,
        to_state=after.state.value,
        reason=reason,
        detail=canonical(differences(before, after, CHANGES)),
    )


def _queue_events(place: Changing, changed: Sequence[Dossier], rows: list[LedgerEntry]) -> None:
    """One event of each whole dossier."""
    position, sequence = outbox.next_places(place.connection, place.actor.station)
    made: list[NewEvent] = []
    for nth, (dossier, row) in enumerate(zip(changed, rows, strict=True)):
        facts = facts_of(place, position + nth)
        procedure = place.rules.procedure(dossier.procedure_version)
        body = events.promise_event(facts, dossier, procedure)
        made.append(
            NewEvent(
                position=position + nth,
                station=place.actor.station,
                sequence=sequence + nth,
                event_id=facts.event_id,
                ledger_seq=row.seq,
                dossier_id=dossier.id,
                dossier_code=dossier.code,
                kind=EventKind.DOSSIER,
                version=dossier.version,
                body=body,
                sha256=hashlib.sha256(body).hexdigest(),
            )
        )
    outbox.add(place.connection, made, place.now)
