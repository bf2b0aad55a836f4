"""Our own event: everything about one change of one dossier, in our words and no dialect's.

`DossierChanged` holds the whole dossier as it stands after a change, the newest version wins;
`DossierMoved` is one step from state to state and only accumulates. Names are those of the moment
of the change. Times keep the offset they were given with. Events never leave the machine: a
dialect (`app.exchange.dialects`) says them in the words of whoever takes them.

Stored events must stay readable. A later program may add fields that have a default; whatever else
changes of `Dossier` or of these types raises `VERSION` and needs a reader of the earlier one.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from app.domain.catalogue.procedure import Outcome, ServiceLevel
from app.domain.dossier.correction import filed_under
from app.domain.dossier.dossier import Dossier
from app.domain.errors import DeskError
from app.domain.phrases import phrase
from app.domain.workflow.states import DossierEvent, DossierState
from app.exchange.shape_faults import fault

VERSION: Literal[1] = 1


class EventRefused(DeskError):
    """A value does not fit the exchange; nothing was written.

    Facts: code, place, why (in Vietnamese).
    """


@dataclass(frozen=True, slots=True)
class EventFacts:
    """Where an event comes from: all that is not in the dossier.

    `event_id` is a UUIDv7 as text, `seq` the event's number in the outbox, `station` from 1.
    """

    event_id: str
    seq: int
    created_at: datetime
    agency_code: str
    office: str
    department: str
    station: int
    officer: str
    officer_title: str = ""


class ProcedureFacts(Struct, frozen=True, forbid_unknown_fields=True):
    """The procedure a dossier was received under, as published then."""

    code: str
    name: str
    field: str
    field_code: str
    service_level: ServiceLevel
    outcomes: tuple[Outcome, ...]


class MovedDossier(Struct, frozen=True, forbid_unknown_fields=True):
    """What is said of a dossier at a step.

    `due_at` is as in `Dossier`; `promised_at` is the last time promised, also while it waits;
    `began_at` is when the step before this moment began; `code_outside` as in `Dossier`, empty in
    events from before.
    """

    code: str
    official_code: str
    version: int
    procedure_code: str
    field_code: str
    received_at: datetime
    due_at: datetime | None
    promised_at: datetime | None
    began_at: datetime | None = None
    code_outside: str = ""


class DossierChanged(
    Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="DOSSIER_CHANGED"
):
    """The whole dossier after a change; `position` is the event's number in the outbox."""

    v: Literal[1]
    event_id: str
    position: int
    station: int
    created_at: datetime
    agency_code: str
    office: str
    department: str
    officer: str
    dossier: Dossier
    procedure: ProcedureFacts


class DossierMoved(
    Struct, frozen=True, forbid_unknown_fields=True, tag_field="kind", tag="DOSSIER_MOVED"
):
    """One step of a dossier; `from_state` None is its receipt."""

    v: Literal[1]
    event_id: str
    position: int
    station: int
    created_at: datetime
    agency_code: str
    office: str
    department: str
    officer: str
    event: DossierEvent
    from_state: DossierState | None
    to_state: DossierState
    reason: str
    dossier: MovedDossier
    officer_title: str = ""


Event: TypeAlias = DossierChanged | DossierMoved

_ENCODER = msgspec.json.Encoder(order="sorted")
_DECODER: msgspec.json.Decoder[Event] = msgspec.json.Decoder(DossierChanged | DossierMoved)


def encoded(event: Event) -> bytes:
    """`event` as RFC 8785 canonical JSON: equal events have equal bytes and digests.

    Raises:
        EventRefused: a text holds a broken character.
    """
    try:
        return _ENCODER.encode(event)
    except (UnicodeError, TypeError) as error:
        raise _refused(error, event.dossier.code) from None


def decoded(body: bytes, *, code: str = "") -> Event:
    """The event in `body`, every value of its type.

    Args:
        body: as `encoded` made it, which is not checked: see `read_event`.
        code: the dossier's, for the refusal.

    Raises:
        EventRefused: not an event of this version.
    """
    try:
        return _DECODER.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError, DeskError) as error:
        raise _refused(error, code) from None


def leaving_as(body: bytes, official_code: str) -> bytes:
    """The event in `body` under another official code; empty: under our own alone.

    For what never left: its code was corrected first.

    Raises:
        EventRefused: `body` is no event of this version.
    """
    event = decoded(body)
    if isinstance(event, DossierChanged):
        dossier: Dossier | MovedDossier = filed_under(event.dossier, official_code)
    else:
        dossier = msgspec.structs.replace(
            event.dossier,
            official_code=official_code,
            code_outside=official_code or event.dossier.code,
        )
    return encoded(msgspec.structs.replace(event, dossier=dossier))


def read_event(body: bytes) -> Event:
    """The event in `body`, believing nothing.

    Raises:
        EventRefused: not an event of this version, or not canonical bytes, so that an unknown or
            doubled key is found wherever it stands. An earlier program's lack of a field that has
            a default is none.
    """
    event = decoded(body)
    plain = msgspec.json.decode(body)
    whole = msgspec.json.decode(encoded(event))
    if _ENCODER.encode(plain) != body or not _holds(whole, plain):
        raise EventRefused(code=event.dossier.code, place="v", why=phrase("không ở dạng chuẩn"))
    return event


def _holds(whole: object, part: object) -> bool:
    """Whether `whole` says all that `part` says, and is otherwise silent or of later fields."""
    if isinstance(whole, dict) and isinstance(part, dict):
        return all(key in whole and _holds(whole[key], value) for key, value in part.items())
    if isinstance(whole, list) and isinstance(part, list):
        return len(whole) == len(part) and all(map(_holds, whole, part))
    return whole == part


def _refused(error: Exception, code: str) -> EventRefused:
    place, why = fault(error, whole=phrase("bản ghi"))
    return EventRefused(code=code, place=place, why=why)
