"""From F9 to the paper handed to the spooler, beside the bare work it cannot do without.

Ours: the dossier registered, its receipt made, kept, drawn at the printer's resolution and handed
to QPrinter, printed noted in the ledger. Beside it: the same registration, the PDF made but not
kept, the same page drawn at 300 dpi, and QPrinter given that picture and nothing else. Both print
to a PDF file, which takes a picture as a spooler does.
"""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.domain.clock import SetClock
from app.printing.preview import page_images
from app.printing.render import render_print
from app.wiring.printer import print_form
from app.wiring.session import Session
from app.wiring.window import application
from tests.bench import office
from tests.bench.bench_intake import keep_draft, register
from tests.bench.places import SMALL, Places
from tests.bench.table import Row, ratio_row
from tests.bench.turns import in_turn, medians, show

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
        print_form(session, register(desk).dossier_id, "01", PAPER, file=spool)

    def bare() -> None:
        rendered = render_print(register(desk).content, paper=PAPER, copy_number=1, form="01")
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
