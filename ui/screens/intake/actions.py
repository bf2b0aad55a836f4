"""What the intake screen asks of the desk: actions given in, run off the GUI thread."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from app.answers.catalogue import ProcedureChoice, StoredProcedure
from app.answers.dossier import Draft, EarlyRefusal, Registered, TurnedAway
from app.answers.money import DossierMoney
from app.answers.people import PersonOffer, Twin
from app.domain.catalogue.procedure import Channel
from app.domain.certification.books import CertifiedDocument
from app.domain.deadline.time_limit import TimeLimit
from app.domain.dossier.dossier import IntakeRequest
from app.domain.dossier.held_data import AskReason, Base
from app.domain.errors import DeskError
from app.domain.forms.print_outcome import PrintOutcome
from app.domain.money.fee import FeeLine
from app.domain.money.tariff import Tariff
from app.printing.page_image import PageImage


@dataclass(frozen=True, slots=True)
class PromiseDay:
    """One row of the explanation: the day, why it counts or not, and the count so far.

    `reasons` are read one after the other; the last of several is what the day has in common with
    others, like its hours.
    """

    on: date
    reasons: tuple[str, ...]
    count: str = ""
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class PromisePreview:
    """What the request would be promised now.

    `due_at` None is "không quy định". `limit_text` and `basis` are sentences for the clerk,
    `fees_text` the fees of this channel, empty if none is known; with `names_fees` it says what
    each is, else it is amounts alone.
    """

    due_at: datetime | None
    calendar_confirmed: bool
    limit_text: str
    days: tuple[PromiseDay, ...] = ()
    basis: str = ""
    fees_text: str = ""
    names_fees: bool = False


@dataclass(frozen=True, slots=True)
class Cost:
    """What the request would cost: papers with their amounts, lines, and what is due in all.

    `tariff` is the one in force that day, None if none is.
    `is_open`: neither tariff nor catalogue names an amount, so one may be typed; `is_free`: the
    catalogue says that nothing is charged.
    """

    certification: tuple[CertifiedDocument, ...]
    lines: tuple[FeeLine, ...]
    due: int
    tariff: Tariff | None
    is_open: bool
    is_free: bool = False


@dataclass(frozen=True, slots=True)
class TurningAwayActions:
    """Synchronous actions; those marked outside may take long and run beside the records.

    Attributes:
        bases: databases the office is connected to.
        guide: the guidance slip of a request, as PDF: papers asked for beyond the catalogue, why,
            and why one is asked for whose data a base holds; nothing is kept.
        refuse: refuses to take a request in, for a reason, and drops the draft of this id.
        refusals: who was refused so today, newest first.
        refusal: the paper of a refusal, as PDF.
        print_slip: (outside) prints a guidance slip; where.
        print_refusal: (outside) prints the paper of a refusal; where.
        lend: a copy of a PDF under a file's name, for the desktop's own viewer.
    """

    bases: Callable[[], frozenset[Base]]
    guide: Callable[[IntakeRequest, Sequence[str], str, AskReason | None], bytes]
    refuse: Callable[[IntakeRequest, str, str], TurnedAway]
    refusals: Callable[[], tuple[EarlyRefusal, ...]]
    refusal: Callable[[int], bytes]
    print_slip: Callable[[bytes], str]
    print_refusal: Callable[[bytes], str]
    lend: Callable[[str, bytes], Path]


@dataclass(frozen=True, slots=True)
class IntakeActions:
    """Synchronous actions; those marked outside may take long and run beside the records.

    Attributes:
        now: the clock.
        procedures: those in force matching a text, most used first when it is empty.
        procedure: a stored version; `current` the one in force now of a code, None if none is.
        people: applicants met before whose number, phone or name begins like this.
        addresses: addresses met before that hold words beginning like those typed, best first.
        twins: open dossiers of an identity number or telephone and a procedure, newest first; last
            the identity number of old, empty if no card named one.
        promise: what `request` would be promised if received at its `received_at` or now.
        tariff: the tariff of certification in force today, None if none is.
        cost: what a request would cost if received at its `received_at` or now.
        picture: (outside) the first page of the receipt of `request`, at this width in pixels.
        register: keeps the dossier, and drops the draft, in one transaction.
        print_receipt: (outside) makes and prints the receipt of a registered dossier; the reason
            if it is printed again.
        print_slip: (outside) the same for the slip of the money just taken.
        money: how the money of a registered dossier stands.
        lend_receipt: (outside) a copy of that receipt for the desktop's own PDF viewer.
        paper_came: a print was looked at and is as it should be.
        save_draft: keeps the form's fields under an id, with a summary.
        complete_limit: completes a limit the catalogue leaves open, with its source.
        turning_away: for papers that are not taken in.
    """

    now: Callable[[], datetime]
    procedures: Callable[[str], tuple[ProcedureChoice, ...]]
    procedure: Callable[[int], StoredProcedure]
    current: Callable[[str], StoredProcedure | None]
    people: Callable[[str], tuple[PersonOffer, ...]]
    addresses: Callable[[str], tuple[str, ...]]
    twins: Callable[[str, str, str, str], tuple[Twin, ...]]
    promise: Callable[[IntakeRequest, datetime], PromisePreview]
    tariff: Callable[[], Tariff | None]
    cost: Callable[[IntakeRequest], Cost]
    picture: Callable[[IntakeRequest, datetime, int], PageImage]
    register: Callable[[IntakeRequest, str], Registered]
    print_receipt: Callable[[Registered, str], PrintOutcome]
    print_slip: Callable[[Registered, str], PrintOutcome]
    money: Callable[[int], DossierMoney]
    lend_receipt: Callable[[Registered, str], Path]
    paper_came: Callable[[int], None]
    save_draft: Callable[[str, Mapping[str, object], str], object]
    drop_draft: Callable[[str], object]
    drafts: Callable[[], tuple[Draft, ...]]
    complete_limit: Callable[[str, Channel, str | None, TimeLimit, str], StoredProcedure]
    turning_away: TurningAwayActions
    say: Callable[[DeskError], str]
