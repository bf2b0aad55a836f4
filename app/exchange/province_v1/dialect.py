"""Our event as the province's message, made when it is exported."""

from app.exchange.event_shape import (
    DossierChanged,
    DossierMoved,
    Event,
    decoded,
)
from app.exchange.province_v1.dossier_record import dossier_record
from app.exchange.province_v1.messages import (
    FORMAT,
    DossierMessage,
    Message,
    ProgressMessage,
    canonical,
    checked,
)
from app.exchange.province_v1.progress_record import progress_record
from app.exchange.province_v1.wire_types import wire_instant


def render(body: bytes) -> bytes:
    """The bytes of the message that says the event stored as `body`.

    Bounds are not checked again: `check` did so when the event was made.

    Raises:
        EventRefused: `body` is no event of ours.
    """
    return canonical(_message(decoded(body)))


def check(event: Event) -> None:
    """Refuse an event the province would not take.

    Raises:
        EventRefused: a value does not fit; named by its place in the message.
    """
    checked(canonical(_message(event)), code=event.dossier.code)


def _message(event: Event) -> Message:
    return _of_dossier(event) if isinstance(event, DossierChanged) else _of_step(event)


def _of_dossier(event: DossierChanged) -> DossierMessage:
    return DossierMessage(
        FORMAT,
        event.event_id,
        event.position,
        str(event.station),
        event.agency_code,
        "ho_so",
        event.dossier.code_outside,
        event.dossier.version,
        wire_instant(event.created_at),
        dossier_record(event.dossier, event.procedure, office=event.office),
        (),
    )


def _of_step(event: DossierMoved) -> ProgressMessage:
    return ProgressMessage(
        FORMAT,
        event.event_id,
        event.position,
        str(event.station),
        event.agency_code,
        "tien_trinh",
        event.dossier.code_outside or event.dossier.code,
        event.dossier.version,
        wire_instant(event.created_at),
        progress_record(event),
        (),
    )
