"""Hand a stored PDF to a printer without a dialog: rasterised at the printer's own resolution.

What is printed is what was stored: the same bytes, drawn by PDFium, one grey image per page.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import chain

from PySide6.QtCore import QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.domain.errors import DeskError
from app.printing.page_image import PageImage
from app.printing.preview import each_page_image
from app.printing.profile import Tray
from ui.widgets.paper.page_picture import as_image

MOST_DPI = 600
"""More makes pages no sharper, only larger."""
_BLACK_OR_WHITE = bytes(255 * (level >= 128) for level in range(256))
_SOURCES = {
    Tray.AUTO: QPrinter.PaperSource.Auto,
    Tray.UPPER: QPrinter.PaperSource.Upper,
    Tray.MIDDLE: QPrinter.PaperSource.Middle,
    Tray.LOWER: QPrinter.PaperSource.Lower,
    Tray.MANUAL: QPrinter.PaperSource.Manual,
}


class NoPrinter(DeskError):
    """No printer is chosen and the system has none. No facts."""


class UnknownPrinter(DeskError):
    """The remembered printer is not there. Facts: printer."""


class PrintFailed(DeskError):
    """The printer did not take the pages. Facts: printer."""


@dataclass(frozen=True, slots=True)
class PrintTarget:
    """Where to print: a printer by name (empty: the system's default), or a PDF file.

    `copies` of the whole job; a file takes one. `right_mm` and `down_mm` move everything on the
    paper. `is_thermal`: only black and white, since such a printer would make dots of grey.
    Trays are the driver's: CUPS leaves them to its queue. `part_pages` is how many pages belong
    together (0: all): in duplex no two parts share a sheet.
    """

    name: str = ""
    file: str = ""
    copies: int = 1
    tray: Tray = Tray.AUTO
    is_duplex: bool = False
    right_mm: float = 0.0
    down_mm: float = 0.0
    is_thermal: bool = False
    part_pages: int = 0


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
    pages = _pages(pdf, dpi, target)
    first = next(pages)
    _set_page(printer, first, target)
    painter = QPainter()
    if not painter.begin(printer):
        raise PrintFailed(printer=name)
    try:
        every = _with_blank_backs(chain((first,), pages), target)
        for number, (page, is_drawn) in enumerate(every):
            if number:
                _set_page(printer, page, target)
                if not printer.newPage():
                    raise PrintFailed(printer=name)
            if is_drawn:
                _draw(painter, printer, page, target)
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


def _pages(pdf: bytes, dpi: int, target: PrintTarget) -> Iterator[PageImage]:
    """The pages one by one, as their printer takes them."""
    for page in each_page_image(pdf, dpi):
        yield _dots(page) if target.is_thermal else page


def _with_blank_backs(
    pages: Iterable[PageImage], target: PrintTarget
) -> Iterator[tuple[PageImage, bool]]:
    """The pages, and before a part that would begin on a back one that stays blank (False)."""
    part = target.part_pages if target.is_duplex else 0
    for number, page in enumerate(pages):
        if part % 2 and number and number % part == 0:
            yield page, False
        yield page, True


def _dots(page: PageImage) -> PageImage:
    """`page` in black and white."""
    return replace(page, data=memoryview(bytes(page.data).translate(_BLACK_OR_WHITE)))


def _set_page(printer: QPrinter, page: PageImage, target: PrintTarget) -> None:
    """Set size, orientation, margins and tray anew for each page: drivers hand back their own."""
    printer.setPageLayout(_layout(page, is_turned=not target.is_thermal))
    printer.setPaperSource(_SOURCES[target.tray])
    printer.setDuplex(
        QPrinter.DuplexMode.DuplexLongSide if target.is_duplex else QPrinter.DuplexMode.DuplexNone
    )


def _layout(page: PageImage, *, is_turned: bool) -> QPageLayout:
    """The page without margins: sheets lie upright and wide ones are turned, as drivers expect.

    A label is as wide as its roll: turned, it would come out across (seen on a real queue).
    """
    width, height = page.width_mm, page.height_mm
    is_wide = is_turned and width > height
    if is_wide:
        width, height = height, width
    size = QPageSize(
        QSizeF(width, height),
        QPageSize.Unit.Millimeter,
        "",
        QPageSize.SizeMatchPolicy.FuzzyMatch if is_turned else QPageSize.SizeMatchPolicy.ExactMatch,
    )
    orientation = QPageLayout.Orientation.Landscape if is_wide else QPageLayout.Orientation.Portrait
    return QPageLayout(size, orientation, QMarginsF(0, 0, 0, 0))


def _draw(painter: QPainter, printer: QPrinter, page: PageImage, target: PrintTarget) -> None:
    per_mm = printer.resolution() / 25.4
    corner = QPointF(target.right_mm * per_mm, target.down_mm * per_mm)
    area = QRectF(corner, QSizeF(page.width_mm * per_mm, page.height_mm * per_mm))
    painter.drawImage(area, as_image(page))
