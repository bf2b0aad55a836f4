"""A dossier, the people and papers in it, and what a request to register one must hold."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from app.domain.catalogue.procedure import Channel, ReturnBy, ServiceLevel
from app.domain.certification.books import CertifiedDocument
from app.domain.deadline.apology import Apology
from app.domain.deadline.pauses import PauseKind, PauseMode
from app.domain.deadline.time_limit import TimeLimit
from app.domain.dossier.asked import AskedPaper
from app.domain.dossier.filing import UNKNOWN, FilingFacts
from app.domain.dossier.held_data import AskReason
from app.domain.dossier.identity import IdKind, Sex
from app.domain.money.fee import CollectAt, Exemption, FeeLine
from app.domain.money.payment import PaymentRequest
from app.domain.workflow.handing import Handing
from app.domain.workflow.states import DossierState


class ApplicantKind(StrEnum):
    """LoaiDoiTuong 1 to 4 of the national exchange; a dialect says what a household is to it."""

    CITIZEN = "CITIZEN"
    HOUSEHOLD_BUSINESS = "HOUSEHOLD_BUSINESS"
    BUSINESS = "BUSINESS"
    STATE_AGENCY = "STATE_AGENCY"
    ORGANISATION = "ORGANISATION"


class RepresentativeRole(StrEnum):
    """For whom somebody comes: by authority given them, or as the body's or household's own."""

    AGENT = "AGENT"
    OWN = "OWN"


@dataclass(frozen=True, slots=True)
class Applicant:
    """Whose dossier it is, or who brings it for another.

    `personal_id` is the identity number of `id_kind`, empty if the person has none at hand;
    `old_id` the one of before that a card names beside it, by which the person was met earlier.
    `born` is ISO, a month (``1960-02``) or a year alone, or empty. Every text is NFC and clean
    (`app.domain.dossier.intake_check`).

    Of who brings it `title` is what they are there (``Giám đốc``) and `role` for whom they come,
    None as is usual for such an applicant (`app.domain.dossier.representing`).
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
    title: str = ""
    role: RepresentativeRole | None = None
    old_id: str = ""


@dataclass(frozen=True, slots=True)
class SubmittedDocument:
    """A paper handed in; `code` is the catalogue's paper code if it has one.

    Of a paper that is `shown` (xuất trình) the original was looked at and given back: no originals
    are handed in, copies may be.
    """

    name: str
    originals: int = 1
    copies: int = 0
    code: str = ""
    shown: bool = False


@dataclass(frozen=True, slots=True)
class IntakeRequest:
    """What the clerk hands to `register_dossier`, already checked.

    `received_at` None means now. `filed_at` is when an online or postal filing reached the office,
    None at the desk; the time from then to receipt is the wait reports ask for. `official_code` is
    the code a portal has given it already, `filing` what is known of that filing.

    `certification` are the papers to be certified, in the order of their numbers. `fees` None means
    what tariff and catalogue say, for `copies` of the result where that fee is per copy;
    `exemption` waives all of them, `payment` pays at once.
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
    official_code: str = ""
    filing: FilingFacts = UNKNOWN
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Pause:
    """A wait for the applicant, from `asked_at` to `completed_at` (None while it lasts).

    `papers` are names of what is waited for; `asked` says of each how many of which kind and what
    came of it, empty where names alone were kept. `asked_by` and `completed_by` are the officers;
    empty where that was not kept yet. `held_reason` says why a paper was asked for whose data a
    connected base holds.
    """

    kind: PauseKind
    asked_at: datetime
    completed_at: datetime | None
    reason: str
    papers: tuple[str, ...] = ()
    asked_by: str = ""
    completed_by: str = ""
    held_reason: AskReason | None = None
    asked: tuple[AskedPaper, ...] = ()

    @property
    def wanted(self) -> tuple[AskedPaper, ...]:
        """What is waited for, paper by paper, also where names alone were kept."""
        return self.asked or tuple(AskedPaper(name) for name in self.papers)


class PromiseKind(StrEnum):
    """Why the promised time stands as it does."""

    FIRST = "FIRST"
    PAUSED = "PAUSED"
    RESTARTED = "RESTARTED"
    EXTENDED = "EXTENDED"
    CORRECTED = "CORRECTED"
    """Counted anew: it was received under another procedure or at another time than written."""
    CLOSURE = "CLOSURE"
    """Counted anew after a closure of the desk was declared or undone."""


@dataclass(frozen=True, slots=True)
class Promise:
    """A time promised to the applicant; None is "không quy định".

    `closure` is the number of the declaration that moved it, 0 where none did.
    """

    kind: PromiseKind
    due_at: datetime | None
    calendar_confirmed: bool
    made_at: datetime
    closure: int = 0


@dataclass(frozen=True, slots=True)
class Dossier:
    """One dossier as it stands; `version` grows by one with every change.

    `due_at` is the last promise (None: no limit, or paused with an open end); `measured_due_at`
    the first promise as moved by pauses, against which on time is measured. `procedure_version`
    is the stored version of the procedure it was received under, `form_set` the set of forms.
    `former_codes` are official codes that were mistaken or took another's place: still found by.
    `apologies` are the extensions of its promise, oldest first; `handings` where its papers went.
    `tracking` is the number of the post its result went by, `outside_hours` that it was received at
    the desk while the office was closed.
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
    tracking: str = ""
    outside_hours: bool = False
    official_code: str = ""
    missing: tuple[str, ...] = field(default=())
    certification: tuple[CertifiedDocument, ...] = ()
    fees: tuple[FeeLine, ...] = ()
    filing: FilingFacts | None = None
    former_codes: tuple[str, ...] = ()
    apologies: tuple[Apology, ...] = ()
    handings: tuple[Handing, ...] = ()

    @property
    def unsent_apology(self) -> Apology | None:
        """The last apology, while its applicant has not been notified of it."""
        last = self.apologies[-1] if self.apologies else None
        return None if last is None or last.notices else last

    @property
    def shown_code(self) -> str:
        """The code it is called by on screen and paper: the official one once there is one."""
        return self.official_code or self.code

    @property
    def code_outside(self) -> str:
        """The code messages bear: the portal's of what was filed with one, else ours for good."""
        is_filed = self.filing is not None and self.filing.system is not None
        return self.official_code if is_filed and self.official_code else self.code

    @property
    def supplement_requests(self) -> int:
        """How often papers were asked for; more than one counts as late nationally."""
        return sum(p.kind is PauseKind.SUPPLEMENT for p in self.pauses)
