"""How the content of a form is kept: canonical JSON, made and read alike for every form."""

from typing import TypeVar

import msgspec

from app.domain.errors import Damaged
from app.domain.phrases import phrase

Content = TypeVar("Content")


class ContentUnreadable(Damaged):
    """Stored content of a form is not what was stored. Facts: reason."""


def to_json(content: object) -> bytes:
    """Canonical JSON: equal contents give equal bytes."""
    return msgspec.json.encode(content, order="sorted")


def from_json(stored: bytes | str, kind: type[Content]) -> Content:
    """The content `to_json` wrote, a value of the dataclass `kind`.

    Raises:
        ContentUnreadable: not JSON, or not the fields and types of `kind`.
    """
    try:
        return msgspec.json.decode(stored, type=kind)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        why = phrase("không đúng dạng")
        raise ContentUnreadable(reason=why, detail=str(error)) from error
