"""A dossier, the people and papers in it, and what a request to register one must hold."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.catalogue.procedure import Channel, ReturnBy, ServiceLevel
from app.domain.certification.books import CertifiedDocument
from app.domain.deadline.pauses import PauseKind, PauseMode
from app.domain.deadline.time_limit import TimeLimit
from app.domain.dossier.identity import IdKind, Sex
from app.domain.money.fee import CollectAt, Exemption, FeeLine
from app.domain.money.payment import PaymentRequest
from app.domain.workflow.states import DossierState


class ApplicantKind(StrEnum):
    """LoaiDoiTuong 1 to 4 of the national exchange."""

    CITIZEN = "CITIZEN"
    BUSINESS = "BUSINESS"
    STATE_AGENCY = "STATE_AGENCY"
    ORGANISATION = "ORGANISATION"


@dataclass(frozen=True, slots=True)
class Applicant:
    """Whose dossier it is, or who brings it for another.

    `personal_id` is the identity number of `id_kind`, empty if the person has none at hand.
    `born` is ISO, a year alone, or empty. Every text is NFC and clean
    (`app.domain.dossier.intake_check`).
    """

    full_name: str
    kind: ApplicantKind = ApplicantKind.CITIZEN
    personal_id: str = ""
    id_kind: IdKind = IdKind.PERSONAL_ID
    born: str = ""
    sex: Sex | None = None
    phone: str = ""
    email: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class SubmittedDocument:
    """A paper handed in; `code` is the catalogue's paper code if it has one."""

    name: str
    originals: int = 1
    copies: int = 0
    code: str = ""


@dataclass(frozen=True, slots=True)
class IntakeRequest:
    """What the clerk hands to `register_dossier`, already checked.

    `received_at` None means now. `filed_at` is when an online or postal filing reached the office,
    None at the desk; the time from then to receipt is the wait reports ask for.

    `certification` are the papers to be certified, in the order of their numbers. `fees` None means
    what tariff and catalogue say; `exemption` waives all of them, `payment` pays at once.
    """

    procedure: str
    applicant: Applicant
    documents: tuple[SubmittedDocument, ...]
    case: str | None = None
    channel: Channel = Channel.DIRECT
    representative: Applicant | None = None
    received_at: datetime | None = None
    filed_at: datetime | None = None
    sets: int = 1
    return_by: ReturnBy = ReturnBy.DESK
    boundary_free: bool = False
    note: str = ""
    certification: tuple[CertifiedDocument, ...] = ()
    fees: tuple[FeeLine, ...] | None = None
    exemption: Exemption | None = None
    payment: PaymentRequest | None = None
    collect_at: CollectAt = CollectAt.RECEIPT


@dataclass(frozen=True, slots=True)
class Pause:
    """A wait for the applicant, from `asked_at` to `completed_at` (None while it lasts)."""

    kind: PauseKind
    asked_at: datetime
    completed_at: datetime | None
    reason: str
    papers: tuple[str, ...] = ()


class PromiseKind(StrEnum):
    """Why the promised time stands as it does."""

    FIRST = "FIRST"
    PAUSED = "PAUSED"
    RESTARTED = "RESTARTED"
    EXTENDED = "EXTENDED"


@dataclass(frozen=True, slots=True)
class Promise:
    """A time promised to the applicant; None is "không quy định"."""

    kind: PromiseKind
    due_at: datetime | None
    calendar_confirmed: bool
    made_at: datetime


@dataclass(frozen=True, slots=True)
class Dossier:
    """One dossier as it stands; `version` grows by one with every change.

    `due_at` is the last promise (None: no limit, or paused with an open end); `measured_due_at`
    the first promise as moved by pauses, against which on time is measured. `procedure_version`
    is the stored version of the procedure it was received under, `form_set` the set of forms.
    `missing` names what it lacks where it is looked at (`app.domain.dossier.missing`); it is not
    stored.
    """

    id: int
    code: str
    version: int
    state: DossierState
    procedure_version: int
    procedure_code: str
    procedure_name: str
    case: str | None
    channel: Channel
    service_level: ServiceLevel
    boundary_free: bool
    applicant: Applicant
    representative: Applicant | None
    documents: tuple[SubmittedDocument, ...]
    sets: int
    return_by: ReturnBy
    note: str
    received_at: datetime
    filed_at: datetime | None
    limit: TimeLimit
    pause_mode: PauseMode
    due_at: datetime | None
    measured_due_at: datetime | None
    calendar_confirmed: bool
    form_set: str
    officer: str
    station: int
    pauses: tuple[Pause, ...] = ()
    promises: tuple[Promise, ...] = ()
    finished_at: datetime | None = None
    returned_at: datetime | None = None
    ended_at: datetime | None = None
    returned_to: str = ""
    returned_identity: str = ""
    end_reason: str = ""
    official_code: str = ""
    missing: tuple[str, ...] = field(default=())
    certification: tuple[CertifiedDocument, ...] = ()
    fees: tuple[FeeLine, ...] = ()

    @property
    def supplement_requests(self) -> int:
        """How often papers were asked for; more than one counts as late nationally."""
        return sum(p.kind is PauseKind.SUPPLEMENT for p in self.pauses)
