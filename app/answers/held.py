"""Papers that were asked for although a connected base holds their data, as they are reported."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.dossier.held_data import AskReason, Base


@dataclass(frozen=True, slots=True)
class HeldAsked:
    """One such paper: of which dossier, when, why, and who asked.

    `why` is what the applicant was told; `reason` why the base that holds the data did not do.
    """

    dossier_id: int
    dossier_code: str
    applicant: str
    procedure: str
    asked_at: datetime
    paper: str
    base: Base
    reason: AskReason
    why: str
    officer: str


@dataclass(frozen=True, slots=True)
class HeldReport:
    """What was asked for from `first` to `last`, both days included, the oldest first.

    `is_practice` says that everybody in it is invented.
    """

    office: str
    first: date
    last: date
    rows: tuple[HeldAsked, ...]
    is_practice: bool = False
