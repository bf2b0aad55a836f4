"""The province's answers (`.mcr`): each names one version of one event and closes only that.

The file is ``{"v": "1.0", "package_id": …, "ket_qua": [answer, …]}`` or the plain list of answers;
an answer is ``{"event_id", "phien_ban", "sha256", "ma", "error_code"?, "message"?,
"ma_ho_so_quoc_gia"?}`` with `ma` DA_NHAN (taken), TRUNG (had it already), CU_HON (has a newer
version), TU_CHOI (refused) or THU_LAI (send again). Other keys are passed over: later minor
versions add some. Answers may come late, twice and in any order and lead to the same state.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from app.domain.errors import DeskError
from app.domain.phrases import phrase
from app.domain.text import nfc
from app.exchange import strict_json
from app.exchange.province_v1 import wire_types as wire
from app.exchange.shape_faults import fault
from app.exchange.strict_json import FileNotJson

MOST_BYTES = 16 * 2**20
MOST_ANSWERS = 200_000
MESSAGE_LIMIT = 2_000
_VERSION = re.compile(r"1(\.\d{1,4})?", re.ASCII)


class AnswersWrongShape(DeskError):
    """The file is JSON but no answer file; nothing was changed.

    Facts: place, why (in Vietnamese).
    """


class AnswersNewer(DeskError):
    """The file is of a later format; nothing was changed. Facts: version."""


class DigestMismatch(DeskError):
    """An answer names an event of ours with other content: somebody's copy is not what we sent.

    It changes nothing. Facts: event_id, what (in Vietnamese).
    """


class Verdict(StrEnum):
    """What the province says of one event."""

    TAKEN = "DA_NHAN"
    REPEATED = "TRUNG"
    OUTDATED = "CU_HON"
    REFUSED = "TU_CHOI"
    SEND_AGAIN = "THU_LAI"


class EventState(StrEnum):
    """Where an event stands with the province; each may only give way to a later one."""

    PENDING = "PENDING"
    REJECTED = "REJECTED"
    ACCEPTED = "ACCEPTED"


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer as read; texts are clean, `official_code` is empty if none was given."""

    event_id: str
    version: int
    sha256: str
    verdict: Verdict
    error_code: str = ""
    message: str = ""
    official_code: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """What an answer does: the new state and what to keep beside it; state None, nothing."""

    state: str | None
    message: str = ""


class AnswerShape(Struct, frozen=True):
    """One entry of `ket_qua`."""

    event_id: Annotated[
        str,
        Meta(
            pattern="^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$",
            max_length=36,
            extra_json_schema={"format": "uuid"},
        ),
    ]
    phien_ban: wire.Version
    sha256: Annotated[str, Meta(pattern="^[0-9a-fA-F]{64}$", max_length=64)]
    ma: Verdict
    error_code: Annotated[str, Meta(max_length=100)] | int | None = None
    message: Annotated[str, Meta(max_length=100_000)] | None = None
    ma_ho_so_quoc_gia: Annotated[str, Meta(pattern="^[0-9A-Za-z./_-]*$", max_length=60)] | None = (
        None
    )


class AnswerFileShape(Struct, frozen=True):
    """A whole answer file."""

    ket_qua: Annotated[list[AnswerShape], Meta(max_length=MOST_ANSWERS)]
    v: Annotated[str, Meta(max_length=20)] = "1.0"
    package_id: Annotated[str, Meta(max_length=100)] = ""


def read(content: bytes) -> tuple[Answer, ...]:
    """The answers in a file, in its order.

    Raises:
        FileNotJson: too large, cut, too deep, doubled keys, NaN or a broken character.
        AnswersNewer: of a later major version.
        AnswersWrongShape: a key is missing or a value is not what it must be, named by its place.
    """
    value = strict_json.read(content, most=MOST_BYTES)
    if isinstance(value, list):
        value = {"ket_qua": value}
    if isinstance(value, dict):
        version = value.get("v", "1.0")
        if isinstance(version, str) and not _VERSION.fullmatch(version):
            raise AnswersNewer(version=version[:20])
    try:
        shape = msgspec.convert(value, AnswerFileShape)
    except msgspec.ValidationError as error:
        place, why = fault(error, whole=phrase("tệp"))
        raise AnswersWrongShape(place=place, why=why) from None
    return tuple(_answer(entry) for entry in shape.ket_qua)


def decide(answer: Answer, *, state: str, version: int, rendered: Collection[str]) -> Decision:
    """What `answer` does to the event it names.

    An event the province has is never lost again by a late refusal, and a refused one may still be
    taken: of contradicting answers the same one wins in any order.

    Args:
        answer: one answer.
        state: where the event stands, a value of `EventState`.
        version: the event's version.
        rendered: the digests of every message the event was ever rendered to.

    Raises:
        DigestMismatch: the answer names another version or other content.
    """
    if answer.sha256 not in rendered:
        raise DigestMismatch(event_id=answer.event_id, what=phrase("nội dung"))
    if answer.version != version:
        raise DigestMismatch(event_id=answer.event_id, what=phrase("phiên bản"))
    reached = _REACHED[answer.verdict]
    if _ORDER.index(reached) <= _ORDER.index(EventState(state)):
        return Decision(None)
    return Decision(reached.value, _remark(answer))


_ORDER = tuple(EventState)
_REACHED = {
    Verdict.TAKEN: EventState.ACCEPTED,
    Verdict.REPEATED: EventState.ACCEPTED,
    Verdict.OUTDATED: EventState.ACCEPTED,
    Verdict.REFUSED: EventState.REJECTED,
    Verdict.SEND_AGAIN: EventState.PENDING,
}


def _remark(answer: Answer) -> str:
    parts = [part for part in (answer.error_code, answer.message) if part]
    if answer.verdict is Verdict.REFUSED and not parts:
        return str(phrase("Tỉnh từ chối, không nêu lý do"))  # stored, and said by the screen
    return ": ".join(parts)


def _answer(entry: AnswerShape) -> Answer:
    return Answer(
        event_id=entry.event_id.lower(),
        version=entry.phien_ban,
        sha256=entry.sha256.lower(),
        verdict=entry.ma,
        error_code="" if entry.error_code is None else _clean(str(entry.error_code)),
        message=_clean(entry.message or ""),
        official_code=entry.ma_ho_so_quoc_gia or "",
    )


def _clean(text: str) -> str:
    """What the province wrote, on one line: hidden characters go, an answer is never refused.

    Of a text beyond the limit the beginning is kept, and "…" says that there was more.
    """
    shown = "".join(c if c.isprintable() else " " for c in nfc(text[:MESSAGE_LIMIT]))
    return " ".join(shown.split()) + ("…" if len(text) > MESSAGE_LIMIT else "")


__all__ = [
    "Answer", "AnswersNewer", "AnswersWrongShape", "Decision", "DigestMismatch", "EventState",
    "FileNotJson", "Verdict", "decide", "read",
]  # fmt: skip
