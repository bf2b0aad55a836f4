"""A form of a dossier, made, kept and handed to the remembered printer."""

from app.usecases import lookup, printing
from app.wiring.session import Session
from ui.screens.intake.actions import PrintOutcome
from ui.shell.printer import PrintTarget, print_pdf


def print_form(
    session: Session, dossier_id: int, form: str, paper: str = "", *, file: str = ""
) -> PrintOutcome:
    """Print `form` of a dossier on `paper` (empty: the office's usual one).

    The print is stored before it goes to the printer, so that a printer's failure loses nothing.

    Raises:
        NoSuchForm, PaperNotOffered, NoPrinter, UnknownPrinter, PrintFailed: as named.
    """
    settings = lookup.settings(session.desk)
    size = paper or settings.paper
    printed = printing.next_print(session.desk, session.actor, dossier_id, form=form, paper=size)
    target = PrintTarget(settings.printer, file, settings.print_copies)
    name = print_pdf(printed.pdf, target, title=f"MotCua-{dossier_id}-{form}")
    printing.note_printer(session.desk, printed.print_id, name)
    return PrintOutcome(printer=name, pages=printed.pages, copy_number=printed.copy_number)
