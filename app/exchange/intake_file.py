"""REQUEST.json: one intake as a file (`intake REQUEST.json`), read into a request."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from app.domain.catalogue.procedure import Channel, Procedure, ReturnBy
from app.domain.certification.books import CertificationKind, CertifiedDocument
from app.domain.clock import in_vietnam
from app.domain.dossier.dossier import (
    Applicant,
    ApplicantKind,
    IntakeRequest,
    RepresentativeRole,
    SubmittedDocument,
)
from app.domain.dossier.expected import expected
from app.domain.dossier.filing import FilingFacts, FilingSystem, OnlinePayment, answer_of
from app.domain.dossier.identity import IdKind, Sex
from app.domain.dossier.person_doubts import id_kind_of
from app.domain.errors import DeskError
from app.domain.money.fee import CollectAt, Exemption, FeeKind, FeeLine, kind_by_law
from app.domain.money.payment import Method, PaymentRequest
from app.domain.money.relief import Relief
from app.domain.phrases import phrase
from app.domain.text import cited, nfc
from app.exchange.shape_faults import fault
from app.outside import strict_json

MOST_BYTES = 4 * 1024 * 1024
Text = Annotated[str, msgspec.Meta(max_length=100_000)]
SexWord = Literal["MALE", "FEMALE", "M", "F", "Nam", "Nữ"]


class RequestShape(DeskError):
    """The file is JSON but not a request. Facts: place, why (in Vietnamese)."""


class NotATime(DeskError):
    """Facts: place, text."""


class NoSuchPaper(DeskError):
    """A paper named by number is not in the catalogue's list. Facts: index, papers."""


class _Person(msgspec.Struct, forbid_unknown_fields=True):
    full_name: Text
    kind: ApplicantKind = ApplicantKind.CITIZEN
    personal_id: Text | None = ""
    id_kind: IdKind | None = None
    born: Text | int | None = ""
    sex: SexWord | None = None
    phone: Text | None = ""
    email: Text | None = ""
    address: Text | None = ""
    title: Text | None = ""
    role: RepresentativeRole | None = None
    old_id: Text | None = ""


class Paper(msgspec.Struct, forbid_unknown_fields=True):
    """A paper by its name, or by its number in the catalogue's list."""

    name: Text | None = None
    index: int | None = None
    originals: int | None = None
    copies: int | None = None
    shown: bool | None = None


class Certified(msgspec.Struct, forbid_unknown_fields=True):
    """A paper certified in a book."""

    name: Text
    pages: int = 1
    copies: int = 1
    kind: CertificationKind | None = None


class _Fee(msgspec.Struct, forbid_unknown_fields=True):
    name: Text
    amount: int
    quantity: int = 1
    per: Text = ""
    kind: FeeKind | None = None
    source: Text = "Do cán bộ tiếp nhận ghi"


class _Exemption(msgspec.Struct, forbid_unknown_fields=True):
    ground: Text
    text: Text
    percent: int | None = None
    to_amount: int | None = None


class _Payment(msgspec.Struct, forbid_unknown_fields=True):
    method: Method = Method.CASH
    amount: int | None = None
    payer: Text = ""
    reference: Text = ""


class _Request(msgspec.Struct, forbid_unknown_fields=True):
    procedure: Text
    applicant: _Person
    documents: Literal["all"] | list[Paper]
    certification: list[Certified] = []
    fees: list[_Fee] | None = None
    exemption: _Exemption | None = None
    payment: _Payment | None = None
    collect_at: CollectAt = CollectAt.RECEIPT
    case: Text | None = None
    channel: Channel = Channel.DIRECT
    received_at: Text | None = None
    filed_at: Text | None = None
    representative: _Person | None = None
    sets: int = 1
    copies: int = 1
    return_by: ReturnBy = ReturnBy.DESK
    boundary_free: bool = False
    note: Text | None = ""
    official_code: Text | None = ""
    filed_with: FilingSystem | None = None
    vneid: bool | None = None
    digitised: bool | None = None
    paid_online: bool | OnlinePayment | None = None
    bases: list[Text] | None = None


class IntakeFile:
    """A request as read; papers may still stand for numbers of the catalogue's list."""

    def __init__(self, raw: _Request) -> None:
        self._raw = raw

    @property
    def procedure(self) -> str:
        """The procedure's code."""
        return self._raw.procedure.strip()

    def request(self, procedure: Procedure) -> IntakeRequest:
        """The request, its papers taken from `procedure` where the file names them by number.

        Raises:
            NoSuchPaper, NotATime: as named.
        """
        raw = self._raw
        return IntakeRequest(
            procedure=self.procedure,
            case=raw.case,
            channel=raw.channel,
            applicant=_applicant(raw.applicant),
            representative=_applicant(raw.representative) if raw.representative else None,
            documents=papers(raw.documents, procedure, raw.case, raw.channel),
            received_at=moment(raw.received_at, "received_at"),
            filed_at=moment(raw.filed_at, "filed_at"),
            sets=raw.sets,
            copies=raw.copies,
            return_by=raw.return_by,
            boundary_free=raw.boundary_free,
            note=raw.note or "",
            certification=certified(raw.certification),
            fees=None if raw.fees is None else tuple(_fee(one, raw.procedure) for one in raw.fees),
            exemption=_exemption(raw.exemption),
            payment=_payment(raw.payment),
            collect_at=raw.collect_at,
            official_code=raw.official_code or "",
            filing=_filing(raw),
        )


def read(content: bytes) -> IntakeFile:
    """Read REQUEST.json.

    Raises:
        FileNotJson: not JSON, or JSON that cannot be trusted.
        RequestShape: a key is missing, unknown or of the wrong type, named by its place.
    """
    value: Any = strict_json.read(content, most=MOST_BYTES)
    try:
        return IntakeFile(msgspec.convert(value, _Request))
    except msgspec.ValidationError as error:
        raise shape_fault(error) from None


def shape_fault(error: msgspec.ValidationError) -> RequestShape:
    """What does not fit, as facts a sentence can use."""
    place, why = fault(error, whole=phrase("tệp"))
    return RequestShape(place=place, why=why)


def _applicant(raw: _Person) -> Applicant:
    number = (raw.personal_id or "").strip()
    return Applicant(
        full_name=raw.full_name,
        kind=raw.kind,
        personal_id=number,
        id_kind=raw.id_kind or id_kind_of(raw.kind, number),
        born=str(raw.born or ""),
        sex=sex_of(raw.sex),
        phone=raw.phone or "",
        email=raw.email or "",
        address=raw.address or "",
        title=raw.title or "",
        role=raw.role,
        old_id=(raw.old_id or "").strip(),
    )


def sex_of(raw: SexWord | None) -> Sex | None:
    """The sex as a file may write it."""
    return {"M": Sex.MALE, "Nam": Sex.MALE, "MALE": Sex.MALE, None: None}.get(raw, Sex.FEMALE)


def _fee(raw: _Fee, procedure: str) -> FeeLine:
    """`amount` of the file is that of one unit; a kind not named is that of the procedure's fee."""
    kind = raw.kind or kind_by_law(procedure)
    whole = raw.amount * raw.quantity
    return FeeLine(raw.name, kind, raw.per, raw.amount, raw.quantity, whole, raw.source)


def _exemption(raw: _Exemption | None) -> Exemption | None:
    if raw is None:
        return None
    is_named = raw.percent is not None or raw.to_amount is not None
    return Exemption(raw.ground, raw.text, Relief(raw.percent, raw.to_amount) if is_named else None)


def _filing(raw: _Request) -> FilingFacts:
    paid = raw.paid_online
    if isinstance(paid, bool):  # where it is not said: on the national portal
        paid = OnlinePayment.PORTAL if paid else OnlinePayment.NONE
    return FilingFacts(
        system=raw.filed_with,
        vneid=answer_of(raw.vneid),
        digitised=answer_of(raw.digitised),
        payment=paid,
        bases=tuple(raw.bases or ()),
    )


def _payment(raw: _Payment | None) -> PaymentRequest | None:
    if raw is None:
        return None
    return PaymentRequest(raw.method, raw.amount, raw.payer, raw.reference)


def certified(raw: list[Certified]) -> tuple[CertifiedDocument, ...]:
    """Papers to be certified, as the domain holds them, in the order of the file."""
    return tuple(CertifiedDocument(one.name, one.pages, one.copies, one.kind) for one in raw)


def papers(
    raw: list[Paper] | str, procedure: Procedure, case: str | None, channel: Channel
) -> tuple[SubmittedDocument, ...]:
    """Papers of a file: ``all`` the catalogue lists for the case, or each by name or number.

    What the file does not say of a paper is as the catalogue asks for it; a name it does not know
    is one original handed in.

    Raises:
        RequestShape: one has neither name nor number.
        NoSuchPaper: a number is not in the catalogue's list.
    """
    asked = procedure.documents if case is None else procedure.documents_for(case)
    if isinstance(raw, str):
        return tuple(expected(paper, channel) for paper in asked)
    known = {_plain(paper.name): paper for paper in asked}
    found = []
    for place, paper in enumerate(raw):
        if paper.index is None:
            if paper.name is None:
                raise RequestShape(place=f"documents[{place}]", why=phrase("cần name hoặc index"))
            like = known.get(_plain(paper.name))
            shown = like is not None and expected(like, channel).shown
            usual = SubmittedDocument(paper.name, 0 if shown else 1, shown=shown)
            found.append(_as_written(paper, usual))
            continue
        if not 1 <= paper.index <= len(asked):
            raise NoSuchPaper(index=paper.index, papers=len(asked))
        found.append(_as_written(paper, expected(asked[paper.index - 1], channel)))
    return tuple(found)


def _as_written(written: Paper, usual: SubmittedDocument) -> SubmittedDocument:
    """`usual` with what the file says of it; whoever counts originals does not only show them."""
    shown = usual.shown and not written.originals if written.shown is None else written.shown
    originals = written.originals
    if originals is None:
        originals = 0 if shown else usual.originals
        if written.shown is False and not (originals or usual.copies or written.copies):
            originals = 1
    copies = usual.copies if written.copies is None else written.copies
    return replace(usual, originals=originals, copies=copies, shown=shown)


def _plain(name: str) -> str:
    return " ".join(nfc(name).split())


def moment(text: str | None, place: str) -> datetime | None:
    """A time as files write it (ISO 8601), as Vietnam's; None for none.

    Raises:
        NotATime: it is none.
    """
    if text is None:
        return None
    try:
        return in_vietnam(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        raise NotATime(place=place, text=cited(text)) from None
