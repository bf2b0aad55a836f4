"""What the *Chờ ký* screen asks of the desk."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.answers.certification import AwaitingSignature, BookPrint
from app.answers.dossier import DossierChanged
from app.domain.certification.books import Book
from app.domain.dossier.opened import Opened
from app.domain.errors import DeskError


@dataclass(frozen=True, slots=True)
class BookActions:
    """Synchronous calls on the records queue; those marked outside run beside the records.

    Attributes:
        station: whose blocks are told as our own.
        now: the clock.
        book: a book as it is printed, of a month or (None) the whole year.
        print_book: (outside) hands it to the A4 printer; its name.
        save_book: (outside) writes it as PDF to a file.
        open_volume: the book goes on in a further volume; how that is called.
        close_book: the book of a year is closed for good; may raise `DeskError`.
        say: the sentence of a refusal.
    """

    station: int
    now: Callable[[], datetime]
    book: Callable[[Book, int, int | None], BookPrint]
    print_book: Callable[[BookPrint], str]
    save_book: Callable[[BookPrint, Path], None]
    open_volume: Callable[[Book], str]
    close_book: Callable[[Book, int], BookPrint]
    say: Callable[[DeskError], str]


@dataclass(frozen=True, slots=True)
class SigningActions:
    """Synchronous calls on the records queue.

    Attributes:
        now: the clock.
        pile: dossiers with papers to be signed, what is due first at the top.
        mark_signed: these dossiers are signed and sealed, all or none; may raise `DeskError`.
        books: what is asked about the books.
        take_back: what was marked signed just now is not; in the ledger too.
        say: the sentence of a refusal.
    """

    now: Callable[[], datetime]
    pile: Callable[[], tuple[AwaitingSignature, ...]]
    mark_signed: Callable[[Sequence[int]], tuple[DossierChanged, ...]]
    books: BookActions
    take_back: Callable[[Sequence[Opened]], tuple[DossierChanged, ...]]
    say: Callable[[DeskError], str]
