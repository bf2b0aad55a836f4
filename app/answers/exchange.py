"""What waits for the province, what was sent, and what came back."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.changes import Changed


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


@dataclass(frozen=True, slots=True)
class ScoreProblem:
    """A dossier that would lower the commune's score if sent as it is; `problems` are kinds."""

    dossier_id: int
    dossier_code: str
    applicant: str
    problems: tuple[str, ...]
