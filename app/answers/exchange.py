"""What waits for the province, what was sent, and what came back."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.changes import Changed

_NAMED = 3


@dataclass(frozen=True, slots=True)
class OutboxSummary:
    """What waits for the province: unacknowledged events, dossiers, rejections."""

    pending_events: int
    pending_dossiers: int
    never_exported: int
    rejected: int
    oldest_at: datetime | None


@dataclass(frozen=True, slots=True)
class RejectedEvent:
    """An event the province refused, with its reason as it came."""

    event_id: str
    dossier_code: str
    kind: str
    message: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Exported:
    """A package was written and read back; nothing is acknowledged by that."""

    path: str
    package_id: str
    events: int
    dossiers: int
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What an answer file did: events accepted, rejected, already known, unknown to us.

    `mismatched` are events of ours that were answered under another version or other content:
    they wait as before.
    """

    accepted: int
    rejected: int
    repeated: int
    unknown: tuple[str, ...]
    mismatched: tuple[str, ...] = ()
    changed: Changed = Changed.OUTBOX


class ScoreProblemKind(StrEnum):
    """One thing the national scoring counts against the office, most costly first."""

    ENDED_LATE = "ENDED_LATE"
    OVERDUE = "OVERDUE"
    SEVERAL_SUPPLEMENTS = "SEVERAL_SUPPLEMENTS"
    NO_END = "NO_END"
    PROMISE_MISSING = "PROMISE_MISSING"
    ONLINE_WITHOUT_RESULT = "ONLINE_WITHOUT_RESULT"
    NOT_DIGITISED = "NOT_DIGITISED"
    IDENTITY_MISSING = "IDENTITY_MISSING"
    IDENTITY_NOT_EXCHANGED = "IDENTITY_NOT_EXCHANGED"
    PHONE_MISSING = "PHONE_MISSING"
    FIELD_CODE_MISSING = "FIELD_CODE_MISSING"


@dataclass(frozen=True, slots=True)
class ScoreProblem:
    """A dossier that would lower the commune's score if sent as it is; `problems` are kinds."""

    dossier_id: int
    dossier_code: str
    applicant: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProblemGroup:
    """Every dossier with one kind of problem."""

    kind: str
    dossiers: tuple[ScoreProblem, ...]

    @property
    def count(self) -> int:
        """How many dossiers."""
        return len(self.dossiers)

    @property
    def named(self) -> str:
        """The codes of the first few, with "…" if there are more."""
        codes = [each.dossier_code for each in self.dossiers[:_NAMED]]
        return ", ".join(codes) + (" …" if self.count > _NAMED else "")


def by_kind(problems: Iterable[ScoreProblem]) -> tuple[ProblemGroup, ...]:
    """The kinds found, most costly first; a dossier stands under each of its kinds."""
    found: dict[str, list[ScoreProblem]] = {kind.value: [] for kind in ScoreProblemKind}
    for problem in problems:
        for kind in problem.problems:
            found.setdefault(kind, []).append(problem)
    return tuple(ProblemGroup(kind, tuple(each)) for kind, each in found.items() if each)
