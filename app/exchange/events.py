"""Canonical events: one change of one dossier as the bytes that leave the house.

The bytes are RFC 8785 canonical JSON (sorted keys, no spaces, UTF-8), so equal events have equal
digests. They are read back against their own schema before they count: what is stored has been
checked as it will be read. An event of `loai` ``ho_so`` holds the whole dossier, the newest
`phien_ban` wins; ``tien_trinh`` is one step and only accumulates. Minor versions of `v` add
optional fields; a reader refuses an unknown major version whole.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

import msgspec
from msgspec import Struct

from app.domain.dossier import Dossier
from app.domain.errors import DeskError
from app.domain.procedure import Procedure
from app.domain.reasons import because
from app.domain.states import DossierEvent
from app.exchange import wire_types as wire
from app.exchange.dossier_record import dossier_record
from app.exchange.dossier_shape import HoSo
from app.exchange.progress_record import TienTrinh, progress_record
from app.exchange.shape_faults import fault
from app.exchange.wire_types import wire_instant

FORMAT: Literal["1.0"] = "1.0"


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


class AttachedFile(Struct, frozen=True, forbid_unknown_fields=True):
    """A file travelling beside the event, named by its content."""

    sha256: wire.Digest
    bytes: wire.Size
    ten: wire.RequiredLongName
    vai_tro: wire.RequiredCode


class DossierMessage(Struct, frozen=True, forbid_unknown_fields=True):
    """An event holding a whole dossier."""

    v: Literal["1.0"]
    event_id: wire.Uuid
    seq: wire.Seq
    ma_tram: wire.StationCode
    madonvi: wire.AgencyCode
    loai: Literal["ho_so"]
    ma_ho_so: wire.DossierCode
    phien_ban: wire.Version
    tao_luc: wire.Instant
    du_lieu: HoSo
    tep: tuple[AttachedFile, ...]


class ProgressMessage(Struct, frozen=True, forbid_unknown_fields=True):
    """An event holding one step of a dossier."""

    v: Literal["1.0"]
    event_id: wire.Uuid
    seq: wire.Seq
    ma_tram: wire.StationCode
    madonvi: wire.AgencyCode
    loai: Literal["tien_trinh"]
    ma_ho_so: wire.DossierCode
    phien_ban: wire.Version
    tao_luc: wire.Instant
    du_lieu: TienTrinh
    tep: tuple[AttachedFile, ...]


_ENCODER = msgspec.json.Encoder(order="sorted")
_DOSSIER = msgspec.json.Decoder(DossierMessage)
_PROGRESS = msgspec.json.Decoder(ProgressMessage)


def dossier_event(facts: EventFacts, dossier: Dossier, procedure: Procedure) -> bytes:
    """The canonical bytes of a whole dossier after a change.

    Raises:
        EventRefused: a value does not fit; named by its place.
    """
    message = DossierMessage(
        FORMAT,
        facts.event_id,
        facts.seq,
        str(facts.station),
        facts.agency_code,
        "ho_so",
        dossier.code,
        dossier.version,
        wire_instant(facts.created_at),
        dossier_record(dossier, procedure, office=facts.office),
        (),
    )
    return _checked(message, _DOSSIER, dossier.code)


def progress_event(facts: EventFacts, dossier: Dossier, event: DossierEvent, reason: str) -> bytes:
    """The canonical bytes of the step that led `dossier` to its state.

    Raises:
        EventRefused: a value does not fit; named by its place.
    """
    step = progress_record(
        dossier,
        event,
        reason,
        at=facts.created_at,
        officer=facts.officer,
        department=facts.department,
    )
    message = ProgressMessage(
        FORMAT,
        facts.event_id,
        facts.seq,
        str(facts.station),
        facts.agency_code,
        "tien_trinh",
        dossier.code,
        dossier.version,
        wire_instant(facts.created_at),
        step,
        (),
    )
    return _checked(message, _PROGRESS, dossier.code)


def read_event(body: bytes) -> DossierMessage | ProgressMessage:
    """The event in `body`, every value checked.

    Raises:
        EventRefused: not an event of this version, or not its canonical bytes.
    """
    decoder = _PROGRESS if b'"loai":"tien_trinh"' in body else _DOSSIER
    try:
        message: DossierMessage | ProgressMessage = decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise _refused(error, "") from None
    if canonical(message) != body:
        raise EventRefused(code=message.ma_ho_so, place="v", why=because("không ở dạng chuẩn"))
    return message


def canonical(message: Struct) -> bytes:
    """`message` as RFC 8785 canonical JSON."""
    return _ENCODER.encode(message)


def _checked(
    message: Struct,
    decoder: msgspec.json.Decoder[DossierMessage] | msgspec.json.Decoder[ProgressMessage],
    code: str,
) -> bytes:
    try:
        body = _ENCODER.encode(message)
        decoder.decode(body)
    except (msgspec.DecodeError, UnicodeError, TypeError) as error:
        raise _refused(error, code) from None
    return body


def _refused(error: Exception, code: str) -> EventRefused:
    place, why = fault(error, whole=because("tin"))
    return EventRefused(code=code, place=place, why=why)
