"""A form of a dossier, made, kept and handed to its printer as the profile of its paper says."""

from app.devices import escpos, raw_printer
from app.printing.preview import page_images
from app.printing.profile import Kind, PrintProfile, Way, profile_for
from app.usecases import lookup, printing
from app.wiring.session import Session
from ui.screens.intake.actions import PrintOutcome
from ui.shell.printer import NoPrinter, PrintTarget, print_pdf

_THERMAL_DPI = 203


def print_form(
    session: Session, dossier_id: int, form: str, paper: str = "", *, file: str = ""
) -> PrintOutcome:
    """Print `form` of a dossier on `paper` (empty: the office's usual one).

    The print is stored before it goes to the printer, so that a printer's failure loses nothing.

    Raises:
        NoSuchForm, PaperNotOffered, and what `send` raises.
    """
    settings = lookup.settings(session.desk)
    size = paper or printing.usual_paper(settings, form)
    printed = printing.next_print(session.desk, session.actor, dossier_id, form=form, paper=size)
    profile = profile_for(settings, size)
    name = send(printed.pdf, profile, title=f"MotCua-{dossier_id}-{form}", file=file)
    printing.note_printer(session.desk, printed.print_id, name)
    return PrintOutcome(printer=name, pages=printed.pages, copy_number=printed.copy_number)


def send(pdf: bytes, profile: PrintProfile, *, title: str, file: str = "") -> str:
    """Hand a PDF to the printer of `profile`, or write it as printed to `file`; where it went.

    Raises:
        NoPrinter, UnknownPrinter, PrintFailed, RawPrinterMissing, RawPrintFailed: as named.
    """
    if profile.way is Way.ESCPOS and not file:
        return _send_dots(pdf, profile, title)
    target = PrintTarget(
        name=profile.printer,
        file=file,
        copies=profile.copies,
        tray=profile.tray,
        is_duplex=profile.is_duplex,
        right_mm=profile.right_mm,
        down_mm=profile.down_mm,
        is_thermal=profile.kind is not Kind.SHEET,
    )
    return print_pdf(pdf, target, title=title)


def _send_dots(pdf: bytes, profile: PrintProfile, title: str) -> str:
    if not profile.device:
        raise NoPrinter
    right, down = (
        round(offset * _THERMAL_DPI / 25.4) for offset in (profile.right_mm, profile.down_mm)
    )
    pages = [
        escpos.GreyPage(page.data, page.width, page.height, page.stride)
        for page in page_images(pdf, _THERMAL_DPI)
    ]
    job = b"".join(escpos.raster(page, right=right, down=down) for page in pages)
    raw_printer.send(job * profile.copies, profile.device, title=title)
    return profile.device
