"""Hand a stored PDF to a printer without a dialog: rasterised at the printer's own resolution.

What is printed is what was stored: the same bytes, drawn by PDFium, one grey image per page.
"""

from dataclasses import dataclass

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.domain.errors import DeskError
from app.printing.preview import PageImage, page_images

MOST_DPI = 600
"""More makes pages no sharper, only larger."""


class NoPrinter(DeskError):
    """No printer is chosen and the system has none. No facts."""


class UnknownPrinter(DeskError):
    """The remembered printer is not there. Facts: printer."""


class PrintFailed(DeskError):
    """The printer did not take the pages. Facts: printer."""


@dataclass(frozen=True, slots=True)
class PrintTarget:
    """Where to print: a printer by name (empty: the system's default), or a PDF file.

    `copies` of the whole job; a file takes one.
    """

    name: str = ""
    file: str = ""
    copies: int = 1


def printer_names() -> tuple[str, ...]:
    """Printers the system knows, the default first; may take seconds where one is on a network."""
    default = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return tuple(dict.fromkeys(name for name in (default, *names) if name))


def print_pdf(pdf: bytes, target: PrintTarget, *, title: str) -> str:
    """Print every page of `pdf` at its own size; the printer's name.

    Safe off the GUI thread: nothing is shown.

    Raises:
        NoPrinter, UnknownPrinter, PrintFailed: as named; nothing is lost, print again.
    """
    printer, name = _printer(target)
    printer.setDocName(title)
    printer.setFullPage(True)
    if not target.file:
        printer.setCopyCount(target.copies)
    dpi = min(printer.resolution(), MOST_DPI)
    pages = page_images(pdf, dpi)
    _set_page(printer, pages[0])
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed(printer=name)
    try:
        for number, page in enumerate(pages):
            if number:
                _set_page(printer, page)
                if not printer.newPage():
                    raise PrintFailed(printer=name)
            _draw(painter, printer, page)
    finally:
        ended = painter.end()
    if not ended or printer.printerState() in {
        QPrinter.PrinterState.Error,
        QPrinter.PrinterState.Aborted,
    }:
        raise PrintFailed(printer=name)
    return name


def _printer(target: PrintTarget) -> tuple[QPrinter, str]:
    if target.file:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(target.file)
        printer.setResolution(300)
        return printer, target.file
    name = target.name or QPrinterInfo.defaultPrinterName()
    if not name:
        raise NoPrinter
    info = QPrinterInfo.printerInfo(name)
    if info.isNull():
        raise UnknownPrinter(printer=name)
    return QPrinter(info, QPrinter.PrinterMode.HighResolution), name


def _set_page(printer: QPrinter, page: PageImage) -> None:
    """Set size, orientation and margins anew for each page: drivers hand back their own."""
    short, long = sorted((page.width_mm, page.height_mm))
    size = QPageSize(QSizeF(short, long), QPageSize.Unit.Millimeter)
    is_wide = page.width_mm > page.height_mm
    orientation = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    printer.setPageLayout(QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0)))


def _draw(painter: QPainter, printer: QPrinter, page: PageImage) -> None:
    image = QImage(page.data, page.width, page.height, page.stride, QImage.Format.Format_Grayscale8)
    per_mm = printer.resolution() / 25.4
    area = QRectF(QPointF(0, 0), QSizeF(page.width_mm * per_mm, page.height_mm * per_mm))
    painter.drawImage(area, image)
