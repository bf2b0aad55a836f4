"""The whole form as one plain value: kept as a draft, turned into a request."""

from dataclasses import dataclass, field, replace
from datetime import datetime

from PySide6.QtCore import QCoreApplication

from app.domain.catalogue.procedure import Channel, ReturnBy
from app.domain.dossier import charge_check
from app.domain.dossier.dossier import IntakeRequest
from app.domain.errors import FieldError, InvalidRequest
from ui.screens.intake.state.fee import NO_CHOICE, FeeState
from ui.screens.intake.state.filing import NOTHING_FILED, FilingState
from ui.screens.intake.state.papers import CertifiedState, PaperState
from ui.screens.intake.state.person import NOBODY, PersonState
from ui.widgets.fields.moment import read_moment
from ui.widgets.text.shortened import shortened


@dataclass(frozen=True, slots=True)
class FormState:
    """The whole form.

    `unentered_…` stand in the lines that Enter makes rows of; they are kept with a draft, but no
    step of what Ctrl+Z takes back.
    """

    channel: Channel = Channel.DIRECT
    applicant: PersonState = NOBODY
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
    unentered_paper: str = field(default="", compare=False)
    unentered_certified: str = field(default="", compare=False)
    official_code: str = ""
    filing: FilingState = NOTHING_FILED

    @property
    def is_blank(self) -> bool:
        """Whether nothing worth keeping was entered."""
        return (
            self.applicant.is_blank
            and (self.representative is None or self.representative.is_blank)
            and not self.procedure_code
            and not self.certification
            and not any(text.strip() for text in self._loose_texts())
        )

    def _loose_texts(self) -> tuple[str, ...]:
        """What may stand in the form without a person or a procedure."""
        return (
            self.search_text, self.note, self.received_at, self.filed_at, self.fee.amount,
            self.unentered_paper, self.unentered_certified, self.official_code,
        )  # fmt: skip

    @property
    def summary(self) -> str:
        """Names the draft for the clerk: who, and what for."""
        what = self.procedure_name.strip() or self.search_text.strip()
        count = len(self.certification)
        words = QCoreApplication.translate("IntakeForm", "{0} giấy tờ chứng thực")
        papers = words.format(count) if count else ""
        parts = (self.applicant.who, shortened(what, 200), papers)
        return shortened(" · ".join(part for part in parts if part), 300)

    def request(self, *, now: datetime) -> IntakeRequest:
        """The request as `register_dossier` takes it, with every field checked.

        Raises:
            InvalidRequest: with every fault found, in the order of the form.
        """
        request, problems = self._timed(now)
        try:
            request = charge_check.check(request, now=now)
        except InvalidRequest as refusal:
            problems = [*refusal.problems, *problems]
        problems = [*problems, *self.fee.faults()]
        if problems:
            raise InvalidRequest(problems=tuple(problems))
        return request

    def timed_request(self, *, now: datetime) -> IntakeRequest:
        """The request as far as it goes, with its times read: for the promise.

        Raises:
            InvalidRequest: a time cannot be read.
        """
        request, problems = self._timed(now)
        if problems:
            raise InvalidRequest(problems=tuple(problems))
        return request

    def loose_request(self) -> IntakeRequest:
        """The request as far as it goes, unchecked and without times: for the live receipt."""
        request = IntakeRequest(
            procedure=self.procedure_code,
            case=self.case,
            channel=self.channel,
            applicant=self.applicant.applicant(),
            representative=self.representative.applicant() if self.representative else None,
            documents=tuple(paper.document() for paper in self.papers if paper.is_present),
            sets=_sets(self.sets),
            return_by=self.return_by,
            boundary_free=self.is_boundary_free,
            note=self.note,
            certification=tuple(row.document() for row in self.certification),
            official_code=self.official_code,
            filing=self.filing.facts(),
        )
        return self.fee.charged(request, self.procedure_name)

    def _timed(self, now: datetime) -> tuple[IntakeRequest, list[FieldError]]:
        """The request with the times that can be read, and what is wrong with the others."""
        problems: list[FieldError] = []
        received_at = _moment(self.received_at, "received_at", now, problems)
        filed_at = _moment(self.filed_at, "filed_at", now, problems)
        request = replace(self.loose_request(), received_at=received_at, filed_at=filed_at)
        return request, problems


def _moment(text: str, field: str, now: datetime, problems: list[FieldError]) -> datetime | None:
    try:
        return read_moment(text, now=now, field=field)
    except FieldError as refusal:
        problems.append(refusal)
        return None


def _sets(text: str) -> int:
    digits = text.strip()
    return int(digits) if digits.isascii() and digits.isdigit() and len(digits) <= 4 else 0
