"""What a correction of a dossier asks for."""

from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.dossier.dossier import Applicant, Dossier, SubmittedDocument
from app.domain.dossier.filing import UNKNOWN, known_system
from app.domain.errors import FieldError


class RefusedByProvince(FieldError):
    """What the province refused is to be mended. Facts: field (may be empty), words."""


class OfficialCodeSent(FieldError):
    """The province may have the dossier under its present code. Facts: field, code."""


class ProcedureNotChosen(FieldError):
    """What was typed to find a procedure is none that was chosen. Facts: field, text."""


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to stand instead, unchecked as it was typed; None leaves a part as it is.

    `official_code` is the code a portal gave; empty: none did. These count the promise anew:
    `procedure`, the code of the one it belongs under; `case`, its case there (None beside a
    procedure: it has none); `received_at`, when it was received.
    """

    applicant: Applicant | None = None
    representative: Applicant | None = None
    no_representative: bool = False
    documents: tuple[SubmittedDocument, ...] | None = None
    note: str | None = None
    official_code: str | None = None
    procedure: str | None = None
    case: str | None = None
    received_at: datetime | None = None

    @property
    def counts_anew(self) -> bool:
        """Whether the promise rests on something that is named."""
        return any(one is not None for one in (self.procedure, self.case, self.received_at))


def with_code(dossier: Dossier, code: str) -> Dossier:
    """`dossier` under the official `code`; by the one it had it is still found."""
    had = dict.fromkeys((*dossier.former_codes, dossier.official_code))
    former = tuple(one for one in had if one and one != code)
    return replace(dossier, official_code=code, former_codes=former)


def filed_under(dossier: Dossier, code: str) -> Dossier:
    """`with_code`, where the filing itself has this code: that is the one told outside."""
    facts = dossier.filing or UNKNOWN
    if code:
        facts = replace(facts, system=known_system(facts, dossier.channel))
    filing = None if facts == UNKNOWN else facts
    return replace(with_code(dossier, code), filing=filing)
