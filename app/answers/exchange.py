"""What waits for the province, what was sent, and what came back."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.changes import Changed

_NAMED = 3


@dataclass(frozen=True, slots=True)
class OutboxSummary:
    """What waits for the province: unacknowledged events, dossiers, refusals.

    `pending_…` wait for an answer, whether exported or not; `never_exported` events and
    `unsent_dossiers` were in no package yet, the oldest of those since `oldest_unsent_at`.
    `rejected` are dossiers whose refusal is open, `to_mend` those of them nobody mended yet.
    """

    pending_events: int
    pending_dossiers: int
    never_exported: int
    rejected: int
    oldest_at: datetime | None
    unsent_dossiers: int
    oldest_unsent_at: datetime | None
    to_mend: int = 0


class Mending(StrEnum):
    """How far somebody is with mending what the province refused."""

    NONE = "NONE"
    UNSENT = "UNSENT"
    """It was mended, and did not leave yet."""
    SENT = "SENT"
    """It was mended and sent, and the province did not answer yet."""


@dataclass(frozen=True, slots=True)
class RejectedEvent:
    """A dossier the province refused, with its reasons as they came, those of the last event first.

    `field` is what of the dossier it is about, as requests name it; empty if nobody can tell.
    """

    event_id: str
    dossier_code: str
    kind: str
    message: str
    at: datetime
    dossier_id: int = 0
    field: str = ""
    mending: Mending = Mending.NONE


@dataclass(frozen=True, slots=True)
class Exported:
    """A package was written and read back; nothing is acknowledged by that."""

    path: str
    package_id: str
    events: int
    dossiers: int
    bytes: int
    sha256: str
    is_practice: bool = False


class ContradictionKind(StrEnum):
    """How answers of the province contradict each other, or what is known here."""

    SEVERAL_CODES = "SEVERAL_CODES"
    SHARED_CODE = "SHARED_CODE"
    OTHERS_CODE = "OTHERS_CODE"
    CODE_IN_REFUSAL = "CODE_IN_REFUSAL"
    TAKEN_AND_REFUSED = "TAKEN_AND_REFUSED"


@dataclass(frozen=True, slots=True)
class Contradiction:
    """Answers about one dossier that cannot all be right.

    `codes` are the official codes it is about; none of them is bound by such answers.
    """

    kind: ContradictionKind
    dossier_id: int
    dossier_code: str
    codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Acknowledged:
    """What an answer file did: events accepted, rejected, already known, unknown to us.

    `mismatched` are events of ours that were answered under another version or other content:
    they wait as before. `contradictions` are those that stand about the dossiers of the file.
    """

    accepted: int
    rejected: int
    repeated: int
    unknown: tuple[str, ...]
    mismatched: tuple[str, ...] = ()
    changed: Changed = Changed.OUTBOX
    contradictions: tuple[Contradiction, ...] = ()


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
    FILING_UNKNOWN = "FILING_UNKNOWN"


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
        return self.naming(str)

    def naming(self, shown: Callable[[str], str]) -> str:
        """The same with each code as it is `shown`."""
        codes = [shown(each.dossier_code) for each in self.dossiers[:_NAMED]]
        return ", ".join(codes) + (" …" if self.count > _NAMED else "")


def by_kind(problems: Iterable[ScoreProblem]) -> tuple[ProblemGroup, ...]:
    """The kinds found, most costly first; a dossier stands under each of its kinds."""
    found: dict[str, list[ScoreProblem]] = {kind.value: [] for kind in ScoreProblemKind}
    for problem in problems:
        for kind in problem.problems:
            found.setdefault(kind, []).append(problem)
    return tuple(ProblemGroup(kind, tuple(each)) for kind, each in found.items() if each)
