"""Every change of a dossier leaves by this door: ledger row, events, and nothing without both."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

import uuid_utils
from sqlalchemy import Connection

from app.domain.actor import Actor
from app.domain.dossier import Dossier
from app.domain.ledger import LedgerEntry
from app.domain.procedure import Procedure
from app.domain.states import DossierEvent
from app.exchange import events
from app.settings import Settings
from db.rows.trail import EventKind, Subject
from db.stores import ledger, outbox
from db.stores.ledger import Entry
from db.stores.outbox import NewEvent


@dataclass(frozen=True, slots=True)
class Change:
    """What happened: the event, its reason, and old and new values by field name."""

    event: DossierEvent
    reason: str = ""
    values: Mapping[str, tuple[object, object]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a change happens: one writing transaction, who acts, when, under which rules."""

    connection: Connection
    actor: Actor
    now: datetime
    settings: Settings


def record(
    scene: Scene, before: Dossier | None, after: Dossier, procedure: Procedure, change: Change
) -> LedgerEntry:
    """Write the ledger row of a change and its events; the dossier itself is already stored."""
    from_state = before.state.value if before else ""
    row = ledger.append(
        scene.connection,
        scene.actor,
        scene.now,
        Entry(
            subject=Subject.DOSSIER,
            reference=after.code,
            dossier_id=after.id,
            event=change.event.value,
            from_state=from_state,
            to_state=after.state.value,
            reason=change.reason,
            detail=canonical(change.values),
        ),
    )
    seq = outbox.next_seq(scene.connection)
    kinds = [EventKind.DOSSIER]
    if from_state != after.state.value:
        kinds.append(EventKind.PROGRESS)
    made = [
        _event(scene, after, procedure, change, kind, row, seq + offset)
        for offset, kind in enumerate(kinds)
    ]
    outbox.add(scene.connection, made, scene.now)
    return row


def _event(
    scene: Scene,
    dossier: Dossier,
    procedure: Procedure,
    change: Change,
    kind: EventKind,
    row: LedgerEntry,
    seq: int,
) -> NewEvent:
    event_id = str(uuid_utils.uuid7())
    facts = events.EventFacts(
        event_id=event_id,
        seq=seq,
        created_at=scene.now,
        agency_code=scene.settings.agency_code,
        office=scene.settings.office,
        department=scene.settings.department,
        station=scene.actor.station,
        officer=scene.actor.officer,
    )
    if kind is EventKind.DOSSIER:
        body = events.dossier_event(facts, dossier, procedure)
    else:
        body = events.progress_event(facts, dossier, change.event, change.reason)
    return NewEvent(
        seq=seq,
        event_id=event_id,
        ledger_seq=row.seq,
        dossier_id=dossier.id,
        dossier_code=dossier.code,
        kind=kind,
        version=dossier.version,
        body=body,
        sha256=hashlib.sha256(body).hexdigest(),
    )


def canonical(values: Mapping[str, object]) -> str:
    """`values` as canonical JSON for the ledger: sorted keys, no spaces, empty if nothing."""
    if not values:
        return ""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
