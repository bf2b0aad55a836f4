"""REQUEST.json: one intake as a file (`intake REQUEST.json`), read into a request."""

from datetime import datetime
from typing import Annotated, Any, Literal

import msgspec

from app.domain.catalogue.procedure import Channel, Procedure, ReturnBy
from app.domain.certification.books import CertificationKind, CertifiedDocument
from app.domain.clock import in_vietnam
from app.domain.dossier.dossier import Applicant, ApplicantKind, IntakeRequest, SubmittedDocument
from app.domain.dossier.identity import IdKind, Sex, guess_kind
from app.domain.errors import DeskError
from app.domain.money.fee import CollectAt, Exemption, FeeKind, FeeLine
from app.domain.money.payment import Method, PaymentRequest
from app.domain.money.relief import Relief
from app.domain.phrases import phrase
from app.exchange import strict_json
from app.exchange.shape_faults import fault

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


class Paper(msgspec.Struct, forbid_unknown_fields=True):
    """A paper by its name, or by its number in the catalogue's list."""

    name: Text | None = None
    index: int | None = None
    originals: int | None = None
    copies: int | None = None


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
    kind: FeeKind = FeeKind.FEE
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
    return_by: ReturnBy = ReturnBy.DESK
    boundary_free: bool = False
    note: Text | None = ""


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
            documents=papers(raw.documents, procedure, raw.case),
            received_at=_moment(raw.received_at, "received_at"),
            filed_at=_moment(raw.filed_at, "filed_at"),
            sets=raw.sets,
            return_by=raw.return_by,
            boundary_free=raw.boundary_free,
            note=raw.note or "",
            certification=certified(raw.certification),
            fees=None if raw.fees is None else tuple(map(_fee, raw.fees)),
            exemption=_exemption(raw.exemption),
            payment=_payment(raw.payment),
            collect_at=raw.collect_at,
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
        id_kind=raw.id_kind or kind_of(number),
        born=str(raw.born or ""),
        sex=sex_of(raw.sex),
        phone=raw.phone or "",
        email=raw.email or "",
        address=raw.address or "",
    )


def kind_of(number: str) -> IdKind:
    """The kind of an identity number whose kind the file does not name."""
    return guess_kind(number) if number else IdKind.PERSONAL_ID


def sex_of(raw: SexWord | None) -> Sex | None:
    """The sex as a file may write it."""
    return {"M": Sex.MALE, "Nam": Sex.MALE, "MALE": Sex.MALE, None: None}.get(raw, Sex.FEMALE)


def _fee(raw: _Fee) -> FeeLine:
    """`amount` of the file is that of one unit."""
    whole = raw.amount * raw.quantity
    return FeeLine(raw.name, raw.kind, raw.per, raw.amount, raw.quantity, whole, raw.source)


def _exemption(raw: _Exemption | None) -> Exemption | None:
    if raw is None:
        return None
    is_named = raw.percent is not None or raw.to_amount is not None
    return Exemption(raw.ground, raw.text, Relief(raw.percent, raw.to_amount) if is_named else None)


def _payment(raw: _Payment | None) -> PaymentRequest | None:
    if raw is None:
        return None
    return PaymentRequest(raw.method, raw.amount, raw.payer, raw.reference)


def certified(raw: list[Certified]) -> tuple[CertifiedDocument, ...]:
    """Papers to be certified, as the domain holds them, in the order of the file."""
    return tuple(CertifiedDocument(one.name, one.pages, one.copies, one.kind) for one in raw)


def papers(
    raw: list[Paper] | str, procedure: Procedure, case: str | None
) -> tuple[SubmittedDocument, ...]:
    """Papers of a file: ``all`` the catalogue lists for the case, or each by name or number.

    Raises:
        RequestShape: one has neither name nor number.
        NoSuchPaper: a number is not in the catalogue's list.
    """
    asked = procedure.documents if case is None else procedure.documents_for(case)
    if isinstance(raw, str):
        return tuple(
            SubmittedDocument(
                paper.name,
                paper.originals if paper.originals or paper.copies else 1,
                paper.copies,
                paper.code,
            )
            for paper in asked
        )
    found = []
    for place, paper in enumerate(raw):
        if paper.index is None:
            if paper.name is None:
                raise RequestShape(place=f"documents[{place}]", why=phrase("cần name hoặc index"))
            counts = (1 if paper.originals is None else paper.originals, paper.copies or 0)
            found.append(SubmittedDocument(paper.name, *counts))
            continue
        if not 1 <= paper.index <= len(asked):
            raise NoSuchPaper(index=paper.index, papers=len(asked))
        wanted = asked[paper.index - 1]
        originals = wanted.originals if paper.originals is None else paper.originals
        copies = wanted.copies if paper.copies is None else paper.copies
        found.append(SubmittedDocument(wanted.name, originals, copies, wanted.code))
    return tuple(found)


def _moment(text: str | None, place: str) -> datetime | None:
    if text is None:
        return None
    try:
        return in_vietnam(datetime.fromisoformat(text))
    except (ValueError, OverflowError):
        raise NotATime(place=place, text=text[:60]) from None
