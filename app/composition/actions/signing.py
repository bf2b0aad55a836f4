"""The *Chờ ký* screen's actions."""

from pathlib import Path

from app.answers.certification import BookPrint, by_due_time
from app.composition.session.printer import send
from app.composition.session.session import Session
from app.composition.session.words import say
from app.domain.certification.books import Book
from app.domain.forms.codes import BOOK_FORM
from app.exchange.target import Kind, Target
from app.printing.paper import Paper
from app.printing.registry import form_of
from app.usecases.certification import books, certifying
from app.usecases.dossier import taking_back
from app.usecases.queries import lookup
from ui.screens.signing import SigningActions
from ui.screens.signing.actions import BookActions


def signing_actions(session: Session) -> SigningActions:
    """Bind them to `session`."""
    return SigningActions(
        now=session.clock.now,
        pile=lambda: by_due_time(certifying.awaiting_signature(session.desk, session.actor)),
        mark_signed=session.bound(certifying.mark_signed),
        take_back=session.bound(taking_back.take_back),
        books=_book_actions(session),
        say=say,
    )


def _book_actions(session: Session) -> BookActions:
    desk, actor = session.desk, session.actor

    def print_book(printed: BookPrint) -> str:
        pdf = books.book_pdf(desk, actor, printed)
        profile = form_of(BOOK_FORM).profile(lookup.settings(desk, actor), Paper.A4)
        return send(pdf, profile, title=f"MotCua-so-chung-thuc-{printed.year}-{printed.month or 0}")

    def open_volume(book: Book) -> str:
        opened = books.open_volume(desk, actor, book)
        return f"{opened.volume:02d}/{opened.year}-{opened.book}"

    def save_book(printed: BookPrint, file: Path) -> None:
        pdf = books.book_pdf(desk, actor, printed)
        Target(file, Kind.PDF, session.folder, replaces=True).write(pdf)

    return BookActions(
        station=actor.station,
        now=session.clock.now,
        book=lambda book, year, month: books.book_print(desk, actor, book, year, month),
        print_book=print_book,
        save_book=save_book,
        open_volume=open_volume,
        close_book=lambda book, year: books.close_book(desk, actor, book, year),
        say=say,
    )
