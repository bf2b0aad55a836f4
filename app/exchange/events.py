"""Make our event of a change, and be sure at once that every dialect can say it."""

from datetime import datetime

from app.domain.catalogue.procedure import Procedure
from app.domain.dossier.dossier import Dossier
from app.domain.workflow.states import DossierEvent, DossierState
from app.exchange import dialects
from app.exchange.event_shape import (
    VERSION,
    DossierChanged,
    DossierMoved,
    Event,
    EventFacts,
    EventRefused,
    MovedDossier,
    ProcedureFacts,
    decoded,
    encoded,
    read_event,
)


def dossier_event(facts: EventFacts, dossier: Dossier, procedure: Procedure) -> bytes:
    """The canonical bytes of a whole dossier after a change.

    Raises:
        EventRefused: a value does not fit, here or in a dialect; named by its place.
    """
    return _checked(_changed(facts, dossier, procedure))


def promise_event(facts: EventFacts, dossier: Dossier, procedure: Procedure) -> bytes:
    """As `dossier_event`, where nothing but the promise changed of a dossier that was said before.

    All else was let pass by the event before; a time always fits.

    Raises:
        EventRefused: a text holds a broken character.
    """
    return encoded(_changed(facts, dossier, procedure))


def _changed(facts: EventFacts, dossier: Dossier, procedure: Procedure) -> DossierChanged:
    return DossierChanged(
        VERSION,
        facts.event_id,
        facts.seq,
        facts.station,
        facts.created_at,
        facts.agency_code,
        facts.office,
        facts.department,
        facts.officer,
        dossier,
        ProcedureFacts(
            procedure.code,
            procedure.name,
            procedure.field,
            procedure.field_code,
            procedure.service_level,
            procedure.outcomes,
        ),
    )


def step_event(
    facts: EventFacts,
    dossier: Dossier,
    procedure: Procedure,
    event: DossierEvent,
    reason: str,
    *,
    from_state: DossierState | None,
) -> bytes:
    """The canonical bytes of the step that led `dossier` to its state.

    Args:
        facts: where it happened.
        dossier: after the step.
        procedure: the version it was received under.
        event: what happened.
        reason: why, empty if nobody has to say.
        from_state: where the dossier stood before, None at its receipt.

    Raises:
        EventRefused: a value does not fit, here or in a dialect; named by its place.
    """
    return _checked(
        DossierMoved(
            VERSION,
            facts.event_id,
            facts.seq,
            facts.station,
            facts.created_at,
            facts.agency_code,
            facts.office,
            facts.department,
            facts.officer,
            event,
            from_state,
            dossier.state,
            reason,
            MovedDossier(
                dossier.code,
                dossier.official_code,
                dossier.version,
                dossier.procedure_code,
                procedure.field_code,
                dossier.received_at,
                dossier.due_at,
                _promised_at(dossier),
                _began_at(dossier, event),
                dossier.code_outside,
            ),
            facts.officer_title,
        )
    )


def _began_at(dossier: Dossier, event: DossierEvent) -> datetime:
    """When the step that `event` ends began: receipt, begin or end of the last wait, or finish."""
    if event is DossierEvent.COMPLETE and dossier.pauses:
        return dossier.pauses[-1].asked_at
    if event is DossierEvent.RETURN and dossier.finished_at is not None:
        return dossier.finished_at
    waited = [pause.completed_at for pause in dossier.pauses if pause.completed_at is not None]
    return max([dossier.received_at, *waited])


def _promised_at(dossier: Dossier) -> datetime | None:
    return dossier.promises[-1].due_at if dossier.promises else None


def _checked(event: Event) -> bytes:
    """The bytes of `event`, read back as an export will read them, and said in every dialect."""
    body = encoded(event)
    stored = decoded(body, code=event.dossier.code)
    for dialect in dialects.DIALECTS:
        dialect.check(stored)
    return body


__all__ = [
    "EventFacts",
    "EventRefused",
    "dossier_event",
    "promise_event",
    "read_event",
    "step_event",
]
