"""What lists of certification show: the pile that waits for a signature, and a book's entries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.certification.books import CertificationKind, CertificationNumber
from app.domain.workflow.moves import state_row
from app.domain.workflow.states import DossierState


@dataclass(frozen=True, slots=True)
class AwaitingSignature:
    """A dossier whose papers wait to be signed; `documents` are entries, `copies` sheets."""

    dossier_id: int
    code: str
    applicant: str
    version: int
    state: DossierState
    received_at: datetime
    due_at: datetime | None
    documents: int
    copies: int
    amount: int


def by_due_time(pile: Iterable[AwaitingSignature]) -> tuple[AwaitingSignature, ...]:
    """What is due first comes first, so today's before tomorrow's; without a due time last."""
    return tuple(sorted(pile, key=lambda row: (row.due_at is None, row.due_at or row.received_at)))


@dataclass(frozen=True, slots=True)
class BookRow:
    """One entry of a book of certification."""

    number: CertificationNumber
    received_at: datetime
    applicant: str
    name: str
    pages: int
    copies: int
    amount: int
    kind: CertificationKind
    code: str
    state: DossierState
    officer: str

    @property
    def is_not_done(self) -> bool:
        """The dossier was withdrawn, stopped or refused: the number stays, marked not done."""
        return state_row(self.state).is_given_up
