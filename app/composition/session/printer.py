"""A form of a dossier, made, kept and handed to its printer as its profile says."""

from pathlib import Path

from app.composition.session.session import Session
from app.devices import escpos, raw_printer
from app.domain.forms.print_outcome import PrintOutcome
from app.domain.forms.print_request import PrintRequest
from app.printing.preview import page_images
from app.printing.profile import Kind, PrintProfile, Way
from app.printing.registry import form_of
from app.usecases.printing import prints
from app.usecases.queries import lookup
from ui.shell.printer import NoPrinter, PrintTarget, print_pdf

_THERMAL_DPI = 203


def print_form(
    session: Session,
    wanted: PrintRequest,
    paper: str = "",
    *,
    reason: str = "",
    file: str = "",
) -> PrintOutcome:
    """Print the wanted form on `paper` (empty: the office's usual one).

    The print is stored before it goes to the printer, so that a printer's failure loses nothing.

    `reason` is why it is printed again.

    Raises:
        NoSuchForm, PaperNotOffered, ReprintReasonMissing, and what `send` raises.
    """
    desk, actor = session.desk, session.actor
    settings = lookup.settings(desk, actor)
    form = form_of(wanted.form)
    size = paper or form.usual_paper(settings)
    printed = prints.next_print(desk, actor, wanted, paper=size, reason=reason)
    profile = form.profile(settings, size)
    copies = form.copies_on(size)
    try:
        name = send(
            printed.pdf,
            profile,
            title=f"MotCua-{form.code}-{wanted.subject_id}",
            file=file,
            part_pages=printed.pages // copies if copies > 1 else 0,
        )
    except Exception:
        session.paper_doubt.failed(profile)
        raise
    prints.note_printer(
        desk, actor, printed.print_id, name, reason=reason if printed.copy_number > 1 else ""
    )
    return PrintOutcome(
        printer=name,
        pages=printed.pages,
        copy_number=printed.copy_number,
        print_id=printed.print_id,
        asks_for_paper=session.paper_doubt.asks(
            profile,
            session.clock.now().date(),
            lambda: prints.paper_came_today(desk, actor, size, name),
        ),
        form=form.code,
    )


def lend_form(session: Session, wanted: PrintRequest, *, reason: str = "") -> Path:
    """A copy of the wanted form for the desktop's viewer, where no printer took it.

    Raises:
        NoSuchForm, PaperNotOffered, ReprintReasonMissing: as for `print_form`.
    """
    desk, actor = session.desk, session.actor
    paper = form_of(wanted.form).usual_paper(lookup.settings(desk, actor))
    printed = prints.next_print(desk, actor, wanted, paper=paper, reason=reason)
    return lend(session, printed.print_id, reason=reason if printed.copy_number > 1 else "")


def lend(session: Session, print_id: int, *, reason: str = "") -> Path:
    """A copy of a stored print for the desktop's viewer."""
    pdf = prints.lend(session.desk, session.actor, print_id, reason=reason)
    return session.loose_papers.put(f"MotCua-{print_id}.pdf", pdf)


def send(
    pdf: bytes, profile: PrintProfile, *, title: str, file: str = "", part_pages: int = 0
) -> str:
    """Hand a PDF to the printer of `profile`, or write it as printed to `file`; where it went.

    In duplex, each `part_pages` pages begin a sheet of their own.

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
        part_pages=part_pages,
    )
    return print_pdf(pdf, target, title=title)


def _send_dots(pdf: bytes, profile: PrintProfile, title: str) -> str:
    if not profile.device:
        raise NoPrinter
    right, down = (
        round(offset * _THERMAL_DPI / 25.4) for offset in (profile.right_mm, profile.down_mm)
    )
    pages = [
        escpos.GreyPage(bytes(page.data), page.width, page.height, page.stride)
        for page in page_images(pdf, _THERMAL_DPI)
    ]
    job = b"".join(escpos.raster(page, right=right, down=down) for page in pages)
    raw_printer.send(job * profile.copies, profile.device, title=title)
    return profile.device
