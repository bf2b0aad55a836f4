"""The province's message: one event under the names of the national exchange.

The bytes are RFC 8785 canonical JSON (sorted keys, no spaces, UTF-8), so equal messages have equal
digests. A message of `loai` ``ho_so`` holds the whole dossier, the newest `phien_ban` wins;
``tien_trinh`` is one step and only accumulates. Minor versions of `v` add optional fields; a
reader refuses an unknown major version whole.
"""

from typing import Literal, TypeAlias

import msgspec
from msgspec import Struct

from app.domain.phrases import phrase
from app.exchange.event_shape import EventRefused
from app.exchange.province_v1 import wire_types as wire
from app.exchange.province_v1.dossier_shape import HoSo
from app.exchange.province_v1.progress_record import TienTrinh
from app.exchange.shape_faults import fault

FORMAT: Literal["1.0"] = "1.0"


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


Message: TypeAlias = DossierMessage | ProgressMessage

_ENCODER = msgspec.json.Encoder(order="sorted")
_DOSSIER = msgspec.json.Decoder(DossierMessage)
_PROGRESS = msgspec.json.Decoder(ProgressMessage)


def read_message(body: bytes) -> Message:
    """The message in `body`, every value checked.

    Raises:
        EventRefused: not a message of this version, or not its canonical bytes.
    """
    message = checked(body)
    if canonical(message) != body:
        raise EventRefused(code=message.ma_ho_so, place="v", why=phrase("không ở dạng chuẩn"))
    return message


def checked(body: bytes, *, code: str = "") -> Message:
    """The message in `body`, every value within its bounds.

    Args:
        body: the bytes of a message, canonical or not.
        code: the dossier's, for the refusal.

    Raises:
        EventRefused: a value does not fit; named by its place.
    """
    # No text in it can hold the bare quotes.
    decoder = _PROGRESS if b'"loai":"tien_trinh"' in body else _DOSSIER
    try:
        message: Message = decoder.decode(body)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        place, why = fault(error, whole=phrase("bản ghi"))
        raise EventRefused(code=code, place=place, why=why) from None
    return message


def canonical(message: Struct) -> bytes:
    """`message` as RFC 8785 canonical JSON."""
    return _ENCODER.encode(message)
