"""From F9 to the paper handed to the spooler, beside the bare work it cannot do without.

Ours: the dossier registered, its receipt made, kept, drawn at the printer's resolution and handed
to QPrinter, printed noted in the ledger. Beside it: the same registration, the PDF made but not
kept, the same page drawn at 300 dpi, and QPrinter given that picture and nothing else. Both print
to a PDF file, which takes a picture as a spooler does.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.composition.session.printer import print_form
from app.composition.session.session import Session
from app.composition.window import application
from app.domain.clock import SetClock
from app.domain.forms.codes import RECEIPT_FORM
from app.domain.forms.print_request import PrintRequest
from app.printing.preview import page_images
from app.printing.registry import form_of
from tests.bench.bench_intake import keep_draft, register
from tests.bench.measuring import office
from tests.bench.measuring.places import SMALL, Places
from tests.bench.measuring.table import Row, ratio_row
from tests.bench.measuring.turns import in_turn, medians, show

PAPER = "a4x2"
DPI = 300
A_TURN = 3


def run(places: Places) -> list[Row]:
    """Both in turn."""
    application()
    folder = places.copy(SMALL, "print")
    desk = places.desk(folder)
    session = Session(folder, SetClock(office.NOW), officer="Hoàng Thị Lan")
    session.use(desk)
    spool = str(places.folder / "spool.pdf")

    def ours() -> None:
        wanted = PrintRequest(RECEIPT_FORM, register(desk).dossier_id)
        print_form(session, wanted, PAPER, file=spool)

    def bare() -> None:
        rendered = form_of(RECEIPT_FORM).render(register(desk).content, paper=PAPER, copy_number=1)
        (page,) = page_images(rendered.pdf, DPI)
        image = QImage(
            page.data, page.width, page.height, page.stride, QImage.Format.Format_Grayscale8
        )
        _print_bare(image, spool)

    ways = {"save, PDF, page, bare QPrinter": bare, "F9 to the spooler": ours}
    times = in_turn(ways, places.rounds, each=A_TURN, before=lambda: keep_draft(desk))
    show(times, beside="save, PDF, page, bare QPrinter")
    middle = medians(times)
    return [
        ratio_row(
            "print, F9 to the spooler", middle["F9 to the spooler"],
            middle["save, PDF, page, bare QPrinter"], 1.2, unit="ms",
            beside="save + PDF + 300 dpi page + bare QPrinter",
        )
    ]  # fmt: skip


def _print_bare(image: QImage, file: str) -> None:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(file)
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    painter = QPainter(printer)
    painter.drawImage(QRectF(0, 0, image.width(), image.height()), image)
    painter.end()
