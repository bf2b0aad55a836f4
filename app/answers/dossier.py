"""What is asked of one dossier, and what registering or changing it answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import NamedTuple

from app.answers.exchange import Contradiction, RejectedEvent
from app.domain.catalogue.procedure import RequiredDocument
from app.domain.certification.books import CertifiedDocument
from app.domain.changes import Changed
from app.domain.dossier.dossier import Dossier
from app.domain.dossier.filing import CodeDoubt
from app.domain.dossier.names import NameDoubt, PersonDoubt
from app.domain.dossier.person_doubts import NOTHING_DOUBTED, DetailDoubts
from app.domain.forms.print_request import PrintRequest
from app.domain.money.fee import FeeLine
from app.domain.money.payment import Payment, SlipNumber
from app.domain.workflow.moves import IllegalMove
from app.domain.workflow.states import DossierEvent, DossierState
from app.domain.workflow.stays import Stay


class DoubtedName(NamedTuple):
    """A name that wants a second look: whose (``applicant``), why, and how it is likelier written.

    A name with small letters where capitals belong is only proposed otherwise, not doubted.
    """

    whose: str
    doubts: tuple[NameDoubt, ...]
    proposed: str


@dataclass(frozen=True, slots=True)
class Registered:
    """A dossier was registered and is safe on disk.

    `content` is the frozen content of its receipt as canonical JSON (`app.printing.content`).
    `missing` names papers the catalogue requires that were not handed in, `applicant_doubts` and
    `representative_doubts` what looks wrong about their numbers, `names` what does about people's
    names.
    `dossier_code` is the code on the slip: the official one where a portal gave it.
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
    applicant_doubts: DetailDoubts = NOTHING_DOUBTED
    representative_doubts: DetailDoubts = NOTHING_DOUBTED
    names: tuple[DoubtedName, ...] = ()
    certification: tuple[CertifiedDocument, ...] = ()
    fees: tuple[FeeLine, ...] = ()
    payment: Payment | None = None
    official_code: str = ""
    outside_hours: bool = False
    code_doubt: CodeDoubt | None = None

    @property
    def doubts(self) -> tuple[tuple[str, PersonDoubt | CodeDoubt], ...]:
        """What looks wrong about code and people, each behind its field (``applicant.phone``)."""
        return (
            *((("official_code", self.code_doubt),) if self.code_doubt else ()),
            *((f"{one.whose}.full_name", doubt) for one in self.names for doubt in one.doubts),
            *self.applicant_doubts.by_field("applicant"),
            *self.representative_doubts.by_field("representative"),
        )


@dataclass(frozen=True, slots=True)
class DossierChanged:
    """A dossier was changed: its new state and promise, and the paper that came of it, if any."""

    dossier_id: int
    dossier_code: str
    state: DossierState
    due_at: datetime | None
    version: int
    ledger_hash: str
    paper: PrintRequest | None = None
    changed: Changed = Changed.DOSSIERS | Changed.OUTBOX


@dataclass(frozen=True, slots=True)
class BatchRow:
    """What became of one dossier of a stack; not `is_done`: it stands in `state` as before."""

    dossier_id: int
    code: str
    applicant: str
    state: DossierState
    is_done: bool

    @property
    def refusal(self) -> IllegalMove:
        """Why it was not finished."""
        return IllegalMove(state=self.state, event=DossierEvent.FINISH)


@dataclass(frozen=True, slots=True)
class TurnedAway:
    """A filing was not taken in: the row of its refusal, and the number of its Form 03."""

    refusal_id: int
    number: str
    ledger_hash: str


@dataclass(frozen=True, slots=True)
class EarlyRefusal:
    """A filing that was refused before its receipt: the row and number of its Form 03."""

    refusal_id: int
    number: str
    refused_at: datetime
    applicant: str
    procedure: str


class FieldChange(NamedTuple):
    """A field's old and new value as people read them."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class TimelineEntry:
    """One ledger row of a dossier, for reading; `slip` is the money that moved with it."""

    seq: int
    at: datetime
    officer: str
    station: int
    event: str
    from_state: str
    to_state: str
    reason: str
    changes: tuple[FieldChange, ...] = ()
    slip: Payment | None = None


@dataclass(frozen=True, slots=True)
class PrintEntry:
    """One stored print: `copy_number` 1 is the first of this form and size, more are reprints.

    `subject_id` is what the form is about: the dossier, or the slip of money numbered `slip`.
    """

    id: int
    form: str
    subject_id: int
    paper: str
    copy_number: int
    printed_at: datetime
    officer: str
    printer: str
    pages: int
    slip: SlipNumber | None = None


@dataclass(frozen=True, slots=True)
class DossierView:
    """A dossier opened: itself, its timeline (oldest first) and its prints (newest first).

    `forms` are the codes of the forms that can be printed of it, each with the row of what it is
    about (the dossier, its last request for papers). `pending_events` counts what the
    province has not acknowledged yet; `contradictions` are those among its answers,
    `refusal` what it refused and did not take since. `listed` are the papers the procedure's
    catalogue names for it, `stays` where its papers lay, the last where they lie;
    `is_plan_checked` that somebody here confirmed the limits of its steps.
    """

    dossier: Dossier
    timeline: tuple[TimelineEntry, ...]
    prints: tuple[PrintEntry, ...]
    forms: Mapping[str, int]
    pending_events: int
    contradictions: tuple[Contradiction, ...] = ()
    refusal: RejectedEvent | None = None
    listed: tuple[RequiredDocument, ...] = ()
    stays: tuple[Stay, ...] = ()
    is_plan_checked: bool = False


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished intake; `body` is the form's own fields, `summary` names it for the clerk."""

    id: str
    saved_at: datetime
    summary: str
    body: Mapping[str, object] = field(default_factory=dict)
