"""The province's answers (`.mcr`): each names one version of one event and closes only that.

The file is ``{"v": "1.0", "package_id": …, "ket_qua": [answer, …]}`` or the plain list of answers;
an answer is ``{"event_id", "phien_ban", "sha256", "ma", "error_code"?, "message"?,
"ma_ho_so_quoc_gia"?}`` with `ma` DA_NHAN (taken), TRUNG (had it already), CU_HON (has a newer
version), TU_CHOI (refused) or THU_LAI (send again). Other keys are passed over: later minor
versions add some. Answers may come late, twice and in any order and lead to the same state.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

import msgspec
from msgspec import Meta, Struct

from app.domain.errors import DeskError
from app.domain.look_alikes import tidy
from app.domain.phrases import phrase
from app.domain.text import cited
from app.exchange.province_v1 import wire_types as wire
from app.exchange.shape_faults import fault
from app.outside import strict_json
from app.outside.strict_json import FileNotJson

MOST_BYTES = 16 * 2**20
MOST_ANSWERS = 200_000
MESSAGE_LIMIT = 2_000
_MOST_REMARKS = 20
"""Remarks that are kept beside an event; all of them stay with their answers."""
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
class AnswerFile:
    """An answer file as read; `agency` is the office it says it is for, empty if it does not."""

    answers: tuple[Answer, ...]
    agency: str = ""


@dataclass(frozen=True, slots=True)
class Decision:
    """Where an event stands, and what to keep beside it."""

    state: EventState
    remark: str = ""


class AnswerShape(Struct, frozen=True):
    """One entry of `ket_qua`."""

    event_id: Annotated[
        str,
        Meta(
            pattern=r"^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$(?!\n)",
            max_length=36,
            extra_json_schema={"format": "uuid"},
        ),
    ]
    phien_ban: wire.Version
    sha256: Annotated[str, Meta(pattern=r"^[0-9a-fA-F]{64}$(?!\n)", max_length=64)]
    ma: Verdict
    error_code: Annotated[str, Meta(max_length=100)] | int | None = None
    message: Annotated[str, Meta(max_length=100_000)] | None = None
    ma_ho_so_quoc_gia: (
        Annotated[str, Meta(pattern=r"^[0-9A-Za-z./_-]*$(?!\n)", max_length=60)] | None
    ) = None


class AnswerFileShape(Struct, frozen=True):
    """A whole answer file."""

    ket_qua: Annotated[list[AnswerShape], Meta(max_length=MOST_ANSWERS)]
    v: Annotated[str, Meta(max_length=20)] = "1.0"
    package_id: Annotated[str, Meta(max_length=100)] = ""
    madonvi: Annotated[str, Meta(max_length=100)] = ""


def read(content: bytes) -> AnswerFile:
    """The answers in a file, in its order, and whose they are.

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
            raise AnswersNewer(version=cited(version))
    try:
        shape = msgspec.convert(value, AnswerFileShape)
    except msgspec.ValidationError as error:
        place, why = fault(error, whole=phrase("tệp"))
        raise AnswersWrongShape(place=place, why=why) from None
    return AnswerFile(tuple(_answer(entry) for entry in shape.ket_qua), shape.madonvi.strip())


def check(answer: Answer, *, version: int, rendered: Collection[str]) -> None:
    """Let pass an answer to what we sent.

    Args:
        answer: one answer.
        version: the version of the event it names.
        rendered: the digests of every message the event was ever rendered to.

    Raises:
        DigestMismatch: the answer names another version or other content.
    """
    if answer.sha256 not in rendered:
        raise DigestMismatch(event_id=answer.event_id, what=phrase("nội dung"))
    if answer.version != version:
        raise DigestMismatch(event_id=answer.event_id, what=phrase("phiên bản"))


def speaks_for(answer: Answer) -> EventState:
    """The state an answer speaks for."""
    return _REACHED[answer.verdict]


def settled(said: Iterable[tuple[EventState, str]], *, state: EventState) -> Decision:
    """Where an event stands after all that was said of it: states and remarks, in any order.

    An event the province has is never lost again by a late refusal, and a refused one may still be
    taken. The remarks are those of the state reached, each once.

    Args:
        said: of every answer to the event.
        state: where it stands already.
    """
    known = tuple(said)
    reached = max((state, *(each for each, _ in known)), key=_ORDER.index)
    words = sorted({remark for each, remark in known if each is reached and remark})
    more = ("…",) if len(words) > _MOST_REMARKS else ()
    return Decision(reached, " · ".join((*words[:_MOST_REMARKS], *more)))


_ORDER = tuple(EventState)
_REACHED = {
    Verdict.TAKEN: EventState.ACCEPTED,
    Verdict.REPEATED: EventState.ACCEPTED,
    Verdict.OUTDATED: EventState.ACCEPTED,
    Verdict.REFUSED: EventState.REJECTED,
    Verdict.SEND_AGAIN: EventState.PENDING,
}


def remark(answer: Answer) -> str:
    """What an answer says beside its verdict, empty for nothing."""
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
    shown = "".join(c if c.isprintable() else " " for c in tidy(text[:MESSAGE_LIMIT]))
    return " ".join(shown.split()) + ("…" if len(text) > MESSAGE_LIMIT else "")


__all__ = [
    "Answer", "AnswerFile", "AnswersNewer", "AnswersWrongShape", "Decision", "DigestMismatch",
    "EventState", "FileNotJson", "Verdict", "check", "read", "remark", "settled", "speaks_for",
]  # fmt: skip
