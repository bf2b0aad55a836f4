"""What stands in the intake form, as plain values: kept as a draft, turned into a request."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import TypeVar

from PySide6.QtCore import QCoreApplication

from app.domain import charge_check
from app.domain.dossier import Applicant, ApplicantKind, IntakeRequest, SubmittedDocument
from app.domain.errors import FieldError, InvalidRequest
from app.domain.identity import IdKind, Sex
from app.domain.procedure import Channel, ReturnBy
from app.domain.relief import read_relief
from ui.screens.intake.certification_state import CertifiedState, rows_from
from ui.screens.intake.fee_state import NO_CHOICE, FeeState, fee_from, read_amount
from ui.widgets.fields_moment import read_moment
from ui.widgets.fields_personal import id_kind_of

E = TypeVar("E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class PersonState:
    """A person's fields as typed; `id_kind` None lets the number say what it is."""

    kind: ApplicantKind = ApplicantKind.CITIZEN
    full_name: str = ""
    personal_id: str = ""
    id_kind: IdKind | None = None
    born: str = ""
    sex: Sex | None = None
    phone: str = ""
    email: str = ""
    address: str = ""

    @property
    def is_blank(self) -> bool:
        """Whether nothing was typed."""
        texts = (self.full_name, self.personal_id, self.born, self.phone, self.email, self.address)
        return not any(text.strip() for text in texts)

    def applicant(self) -> Applicant:
        """The person as a request holds one; still to be checked."""
        is_citizen = self.kind is ApplicantKind.CITIZEN
        return Applicant(
            full_name=self.full_name,
            kind=self.kind,
            personal_id=self.personal_id,
            id_kind=self.id_kind or id_kind_of(self.kind, self.personal_id),
            born=self.born if is_citizen else "",
            sex=self.sex if is_citizen else None,
            phone=self.phone,
            email=self.email,
            address=self.address,
        )


@dataclass(frozen=True, slots=True)
class PaperState:
    """One line of the checklist; `is_extra` is a paper the catalogue does not ask for."""

    name: str
    code: str = ""
    originals: int = 1
    copies: int = 0
    is_present: bool = False
    is_extra: bool = False


@dataclass(frozen=True, slots=True)
class FormState:
    """The whole form."""

    channel: Channel = Channel.DIRECT
    applicant: PersonState = PersonState()
    representative: PersonState | None = None
    search_text: str = ""
    procedure_code: str = ""
    procedure_version: int | None = None
    procedure_name: str = ""
    case: str | None = None
    papers: tuple[PaperState, ...] = ()
    certification: tuple[CertifiedState, ...] = ()
    fee: FeeState = NO_CHOICE
    sets: str = "1"
    return_by: ReturnBy = ReturnBy.DESK
    note: str = ""
    received_at: str = ""
    filed_at: str = ""
    is_boundary_free: bool = False

    @property
    def is_blank(self) -> bool:
        """Whether nothing worth keeping was entered."""
        return (
            self.applicant.is_blank
            and (self.representative is None or self.representative.is_blank)
            and not self.procedure_code
            and not self.certification
            and not self.note.strip()
        )

    @property
    def summary(self) -> str:
        """Names the draft for the clerk: who, and what for."""
        who = self.applicant.full_name.strip() or self.applicant.personal_id.strip()
        what = self.procedure_name.strip() or self.search_text.strip()
        count = len(self.certification)
        words = QCoreApplication.translate("IntakeForm", "{0} giấy tờ chứng thực")
        papers = words.format(count) if count else ""
        return " · ".join(part for part in (who, what[:200], papers) if part)[:300]

    def request(self, *, now: datetime) -> IntakeRequest:
        """The request as `register_dossier` takes it, with every field checked.

        Raises:
            InvalidRequest: with every fault found, in the order of the form.
        """
        problems: list[FieldError] = []
        received_at = _moment(self.received_at, "received_at", now, problems)
        filed_at = _moment(self.filed_at, "filed_at", now, problems)
        request = replace(self.loose_request(), received_at=received_at, filed_at=filed_at)
        try:
            request = charge_check.check(request, now=now)
        except InvalidRequest as refusal:
            problems = [*refusal.problems, *problems]
        try:
            read_amount(self.fee.amount)
            if self.fee.relief:
                read_relief(self.fee.relief, field="exemption.relief")
        except FieldError as problem:
            problems.append(problem)
        if problems:
            raise InvalidRequest(problems=tuple(problems))
        return request

    def timed_request(self, *, now: datetime) -> IntakeRequest:
        """The request as far as it goes, with its times read: for the promise.

        Raises:
            InvalidRequest: a time cannot be read.
        """
        problems: list[FieldError] = []
        received_at = _moment(self.received_at, "received_at", now, problems)
        filed_at = _moment(self.filed_at, "filed_at", now, problems)
        if problems:
            raise InvalidRequest(problems=tuple(problems))
        return replace(self.loose_request(), received_at=received_at, filed_at=filed_at)

    def loose_request(self) -> IntakeRequest:
        """The request as far as it goes, unchecked and without times: for the live receipt."""
        request = IntakeRequest(
            procedure=self.procedure_code,
            case=self.case,
            channel=self.channel,
            applicant=self.applicant.applicant(),
            representative=self.representative.applicant() if self.representative else None,
            documents=tuple(
                SubmittedDocument(paper.name, paper.originals, paper.copies, paper.code)
                for paper in self.papers
                if paper.is_present
            ),
            sets=_sets(self.sets),
            return_by=self.return_by,
            boundary_free=self.is_boundary_free,
            note=self.note,
            certification=tuple(row.document() for row in self.certification),
        )
        return self.fee.charged(request, self.procedure_name)


def to_body(state: FormState) -> dict[str, object]:
    """`state` as a draft's body: plain JSON values."""
    return asdict(state)


def from_body(body: Mapping[str, object]) -> FormState:
    """The form a draft's body describes; what it does not say, or says wrongly, is left empty."""
    blank = FormState()
    version = body.get("procedure_version")
    representative = body.get("representative")
    papers = body.get("papers")
    return FormState(
        channel=_choice(Channel, body.get("channel")) or blank.channel,
        applicant=_person(body.get("applicant")),
        representative=_person(representative) if isinstance(representative, Mapping) else None,
        search_text=_text(body, "search_text"),
        procedure_code=_text(body, "procedure_code"),
        procedure_version=version if type(version) is int else None,
        procedure_name=_text(body, "procedure_name"),
        case=_text(body, "case") or None,
        papers=tuple(
            _paper(paper)
            for paper in (papers if isinstance(papers, list | tuple) else ())
            if isinstance(paper, Mapping) and isinstance(paper.get("name"), str)
        ),
        certification=rows_from(body.get("certification")),
        fee=fee_from(body.get("fee")),
        sets=_text(body, "sets") or blank.sets,
        return_by=_choice(ReturnBy, body.get("return_by")) or blank.return_by,
        note=_text(body, "note"),
        received_at=_text(body, "received_at"),
        filed_at=_text(body, "filed_at"),
        is_boundary_free=body.get("is_boundary_free") is True,
    )


def _person(value: object) -> PersonState:
    body: Mapping[str, object] = value if isinstance(value, Mapping) else {}
    return PersonState(
        kind=_choice(ApplicantKind, body.get("kind")) or ApplicantKind.CITIZEN,
        full_name=_text(body, "full_name"),
        personal_id=_text(body, "personal_id"),
        id_kind=_choice(IdKind, body.get("id_kind")),
        born=_text(body, "born"),
        sex=_choice(Sex, body.get("sex")),
        phone=_text(body, "phone"),
        email=_text(body, "email"),
        address=_text(body, "address"),
    )


def _paper(body: Mapping[str, object]) -> PaperState:
    return PaperState(
        name=_text(body, "name"),
        code=_text(body, "code"),
        originals=_number(body.get("originals"), 1),
        copies=_number(body.get("copies"), 0),
        is_present=body.get("is_present") is True,
        is_extra=body.get("is_extra") is True,
    )


def _moment(text: str, field: str, now: datetime, problems: list[FieldError]) -> datetime | None:
    try:
        return read_moment(text, now=now, field=field)
    except FieldError as refusal:
        problems.append(refusal)
        return None


def _sets(text: str) -> int:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else 0


def _text(body: Mapping[str, object], name: str) -> str:
    value = body.get(name)
    return value if isinstance(value, str) else ""


def _number(value: object, otherwise: int) -> int:
    return value if type(value) is int and 0 <= value <= 999 else otherwise


def _choice(kind: type[E], value: object) -> E | None:
    try:
        return kind(value) if isinstance(value, str) else None
    except ValueError:
        return None
