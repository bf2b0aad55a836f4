"""What use cases answer: frozen values that screens and the command line can show."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from app.domain.certification import CertifiedDocument
from app.domain.changes import Changed
from app.domain.dossier import Applicant, Dossier
from app.domain.fee import FeeLine
from app.domain.identity import IdDoubt
from app.domain.payment import Account, Payment
from app.domain.procedure import Procedure
from app.domain.states import DossierState


@dataclass(frozen=True, slots=True)
class ProcedureChoice:
    """A procedure as the search box lists it; `version` is the stored version's number."""

    version: int
    code: str
    name: str
    field: str
    is_complete: bool
    use_count: int


@dataclass(frozen=True, slots=True)
class StoredProcedure:
    """One version of a procedure with the number it is stored under."""

    version: int
    procedure: Procedure


@dataclass(frozen=True, slots=True)
class PersonOffer:
    """Someone met before: their latest particulars, how often and when last seen.

    `open_codes` are dossiers of theirs that are still open.
    """

    applicant: Applicant
    dossiers: int
    last_on: date
    open_codes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Twin:
    """An open dossier of the same person and procedure as one being typed.

    `papers` are the names of those handed in.
    """

    dossier_id: int
    code: str
    state: DossierState
    applicant: Applicant
    procedure_name: str
    case: str | None
    papers: tuple[str, ...]
    received_at: datetime
    due_at: datetime | None


@dataclass(frozen=True, slots=True)
class Registered:
    """A dossier was registered and is safe on disk.

    `content` is the frozen content of its receipt as canonical JSON (`app.printing.content`).
    `missing` names papers the catalogue requires that were not handed in, `doubts` what looks
    wrong about the applicant's identity number; `clock_went_back` asks for a second look.
    `certification` has the numbers given, `payment` the slip if something was paid at once.
    """

    dossier_id: int
    dossier_code: str
    due_at: datetime | None
    calendar_confirmed: bool
    ledger_hash: str
    content: bytes
    changed: Changed
    missing: tuple[str, ...] = ()
    doubts: tuple[IdDoubt, ...] = ()
    clock_went_back: bool = False
    certification: tuple[CertifiedDocument, ...] = ()
    fees: tuple[FeeLine, ...] = ()
    payment: Payment | None = None


@dataclass(frozen=True, slots=True)
class DossierChanged:
    """A dossier was changed: its new state and promise."""

    dossier_id: int
    dossier_code: str
    state: DossierState
    due_at: datetime | None
    version: int
    ledger_hash: str
    changed: Changed = Changed.DOSSIERS | Changed.OUTBOX


@dataclass(frozen=True, slots=True)
class MoneyMoved:
    """A slip was written: the dossier's answer, the slip, and where its money stands now."""

    dossier: DossierChanged
    payment: Payment
    account: Account
    changed: Changed = Changed.DOSSIERS | Changed.OUTBOX | Changed.MONEY


@dataclass(frozen=True, slots=True)
class DossierMoney:
    """What a dossier costs, every slip of it (oldest first), and where its money stands."""

    dossier_id: int
    dossier_code: str
    version: int
    lines: tuple[FeeLine, ...]
    payments: tuple[Payment, ...]
    account: Account


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One ledger row of a dossier, for reading: `changes` are (field, old, new) as text."""

    seq: int
    at: datetime
    officer: str
    station: int
    event: str
    from_state: str
    to_state: str
    reason: str
    changes: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PrintEntry:
    """One stored print: `copy_number` 1 is the first of this form and size, more are reprints."""

    id: int
    form: str
    paper: str
    copy_number: int
    printed_at: datetime
    officer: str
    printer: str
    pages: int


@dataclass(frozen=True, slots=True)
class DossierView:
    """A dossier opened: itself, its timeline (oldest first) and its prints (newest first).

    `pending_events` counts what the province has not acknowledged yet.
    """

    dossier: Dossier
    timeline: tuple[TimelineEntry, ...]
    prints: tuple[PrintEntry, ...]
    pending_events: int


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished intake; `body` is the form's own fields, `summary` names it for the clerk."""

    id: str
    saved_at: datetime
    summary: str
    body: Mapping[str, object] = field(default_factory=dict)


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
    """What an answer file did: events accepted, rejected, already known, unknown to us."""

    accepted: int
    rejected: int
    repeated: int
    unknown: tuple[str, ...]
    changed: Changed = Changed.OUTBOX


@dataclass(frozen=True, slots=True)
class ScoreProblem:
    """A dossier that would lower the commune's score if sent as it is; `problems` are kinds."""

    dossier_id: int
    dossier_code: str
    applicant: str
    problems: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ImportedRow:
    """What became of one record of an imported file: new, changed, unchanged or refused."""

    reference: str
    verdict: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """A file was taken whole; `rows` say what became of each record."""

    rows: tuple[ImportedRow, ...]
    changed: Changed

    def count(self, verdict: str) -> int:
        """How many records had `verdict`."""
        return sum(row.verdict == verdict for row in self.rows)
