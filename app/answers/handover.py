"""What hand-over answers: a stack scanned, a record made, what a receiver found, who has what."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.catalogue.procedure import Provenance, Step
from app.domain.changes import Changed
from app.domain.deadline.remaining import Remaining
from app.domain.workflow.agencies import Agency
from app.domain.workflow.handover import Difference, HandedDossier, RecordNumber
from app.domain.workflow.stays import Stay

_CHANGED = Changed.DOSSIERS | Changed.OUTBOX


@dataclass(frozen=True, slots=True)
class ScannedDossier:
    """A dossier that may be handed over, as it was just scanned; `agency` is where it lies."""

    line: HandedDossier
    agency: str


@dataclass(frozen=True, slots=True)
class HandoverMade:
    """A record of hand-over was made; `giver` and `receiver` as people call them."""

    number: RecordNumber
    giver: str
    receiver: str
    codes: tuple[str, ...]
    papers: int
    ledger_hash: str
    changed: Changed = _CHANGED


@dataclass(frozen=True, slots=True)
class NotedDifference:
    """One thing a receiver found otherwise; `why` says where an extra one belongs.

    `is_settled` says of a missing one that it came later.
    """

    kind: Difference
    code: str
    why: str
    noted_at: datetime
    officer: str
    is_settled: bool = False


@dataclass(frozen=True, slots=True)
class Reception:
    """A stack was scanned back: codes in the order of record or scanner; `open` are not there."""

    number: RecordNumber
    receiver: str
    taken: tuple[str, ...]
    differences: tuple[NotedDifference, ...]
    listed: int
    open: int
    ledger_hash: str
    changed: Changed = _CHANGED


@dataclass(frozen=True, slots=True)
class RecordLine:
    """One line of a record and what became of it."""

    dossier: HandedDossier
    taken_at: datetime | None
    taken_by: str
    is_missed: bool


@dataclass(frozen=True, slots=True)
class HandoverRecord:
    """A record whole, with what its receiver found."""

    number: RecordNumber
    giver: str
    receiver: str
    officer: str
    made_at: datetime
    note: str
    lines: tuple[RecordLine, ...]
    differences: tuple[NotedDifference, ...]

    @property
    def taken(self) -> int:
        """How many of its dossiers the receiver has."""
        return sum(line.taken_at is not None for line in self.lines)


@dataclass(frozen=True, slots=True)
class RecordRow:
    """A record in a list; `waiting` of its dossiers were neither taken nor missed yet."""

    number: RecordNumber
    made_at: datetime
    giver: str
    receiver: str
    officer: str
    lines: int
    waiting: int


@dataclass(frozen=True, slots=True)
class LyingDossier:
    """An open dossier outside the desk: with whom, how it stands against its step, what is left."""

    dossier_id: int
    code: str
    applicant: str
    procedure: str
    agency: str
    stay: Stay
    due_at: datetime | None
    left: Remaining | None = None


@dataclass(frozen=True, slots=True)
class ProcedureSteps:
    """The steps in force for a procedure; `desk` is what the office calls its desk."""

    code: str
    name: str
    steps: tuple[Step, ...]
    provenance: Provenance
    desk: str
    changed: Changed = Changed.SETTINGS


@dataclass(frozen=True, slots=True)
class Agencies:
    """The agencies in use, and what the desk is called."""

    desk: str
    agencies: tuple[Agency, ...]
    changed: Changed = Changed.SETTINGS
