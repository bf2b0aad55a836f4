"""People met before, and their open dossiers like the one being typed."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.dossier.dossier import Applicant
from app.domain.workflow.states import DossierState


@dataclass(frozen=True, slots=True)
class PersonOffer:
    """Someone met before: their latest particulars, how often and when last seen.

    `dossiers` counts those they brought for others too; `open_codes` are dossiers of their own
    that are still open.
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
