"""What lists of certification show: the pile that waits for a signature, and a book's entries."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from app.domain.certification.blocks import BookBlock, Span
from app.domain.certification.books import Book, CertificationKind, CertificationNumber
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
class BookClosing:
    """A book closed at the year's end: its entries, and the spans never used (maybe empty)."""

    at: datetime
    officer: str
    entries: int
    unused: str


@dataclass(frozen=True, slots=True)
class BookBlockState:
    """One block of a book's run: how many numbers are entered, and which are still open.

    `is_endless`: the office's whole run, so that only the next number is worth saying.
    """

    block: BookBlock
    entries: int
    open: tuple[Span, ...]

    @property
    def is_endless(self) -> bool:
        """It is the whole run of a year."""
        return not self.block.station

    def is_elsewhere(self, station: int) -> bool:
        """Another station's, of which nothing is entered here: its own print tells of it."""
        return self.block.station not in {0, station} and not self.entries

    def unused(self, station: int) -> tuple[Span, ...]:
        """What was left open, as far as `station` can tell; the end of an endless run is not."""
        if self.is_elsewhere(station):
            return ()
        return self.open[:-1] if self.is_endless else self.open


@dataclass(frozen=True, slots=True)
class BookPrint:
    """A book as it is printed and bound: of one month, or (`month` None) the year at its closing.

    `rows` are the entries of that time; `blocks` say how far the run had come at its end.
    """

    book: Book
    year: int
    month: int | None
    rows: tuple["BookRow", ...]
    blocks: tuple[BookBlockState, ...]
    left_out: tuple[Span, ...] = ()
    closing: BookClosing | None = None


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
