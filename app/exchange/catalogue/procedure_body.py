"""The canonical body of a procedure: how a version is stored, hashed and exchanged."""

import hashlib

import msgspec

from app.domain.catalogue.procedure import Procedure
from app.domain.errors import Damaged, DeskError

_encoder = msgspec.json.Encoder(order="sorted")
_decoder = msgspec.json.Decoder(Procedure)


class ProcedureBodyDamaged(Damaged):
    """A stored body is not a procedure. Facts: detail."""


def to_json(procedure: Procedure) -> bytes:
    """`procedure` as UTF-8 JSON with sorted keys: equal procedures give equal bytes."""
    return _encoder.encode(procedure)


def from_json(body: bytes) -> Procedure:
    """The procedure `to_json` wrote; keys of a later program are ignored.

    Raises:
        ProcedureBodyDamaged: it is something else.
    """
    try:
        return _decoder.decode(body)
    except (msgspec.MsgspecError, UnicodeDecodeError, DeskError) as problem:
        raise ProcedureBodyDamaged(detail=str(problem)) from problem


def encoded(procedure: Procedure) -> tuple[bytes, str]:
    """The body and its SHA-256 in hexadecimal digits."""
    body = to_json(procedure)
    return body, hashlib.sha256(body).hexdigest()
