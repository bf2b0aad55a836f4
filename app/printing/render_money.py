"""Slips of money and day sheets as PDF bytes: the same content always gives the same bytes."""

from collections.abc import Sequence
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas

from app.domain.cash_sheet import CashSheet
from app.printing.fonts import Face, font, width
from app.printing.forms import day_sheet, payment_slip
from app.printing.forms.day_sheet import Office
from app.printing.page import DESIGN_MARGIN, HAIR, Mark, Rule, Style, Words
from app.printing.painting import Painter
from app.printing.paper import Paper, PaperNotOffered
from app.printing.render import Rendered, drawing
from app.printing.slip_content import from_json
from app.printing.styles import STYLES

_TITLE = "Phiếu thu phí, lệ phí"
_DAY_TITLE = "Bảng kê thu phí, lệ phí trong ngày"


def render_slip(stored: bytes | str, *, paper: str, copy_number: int) -> Rendered:
    """Both copies of a slip; `copy_number` 1 is the first print, n is marked as reprint n - 1.

    On A4X2 the copies stand side by side on one sheet.

    Raises:
        ContentUnreadable: the stored content is damaged.
        PaperNotOffered: slips are not made on that paper.
    """
    content = from_json(stored)
    style = _style(paper)
    corner = _corner(style, copy_number - 1)
    pages = [[*page, *corner] for page in payment_slip.lay_out(content, style)]
    with drawing():
        canvas, file = _canvas(_TITLE)
        if paper == Paper.A4X2:
            _side_by_side(canvas, style, pages)
        else:
            for name in payment_slip.COPY_NAMES:
                for page in pages:
                    _page(canvas, style, page, name)
        return _saved(canvas, file)


def render_day_sheet(sheet: CashSheet, office: Office) -> Rendered:
    """The sheet of a day on A4."""
    style = STYLES[Paper.A4][1]
    with drawing():
        canvas, file = _canvas(_DAY_TITLE)
        for page in day_sheet.lay_out(sheet, office, style):
            _page(canvas, style, page, "")
        return _saved(canvas, file)


def _style(paper: str) -> Style:
    if paper not in {Paper.A4, Paper.A5, Paper.A4X2}:
        raise PaperNotOffered(paper=paper)
    return STYLES[Paper(paper)][0]


def _corner(style: Style, reprint: int) -> list[Mark]:
    """A reprint's number, framed in the top right corner; nothing on the first print."""
    if not reprint:
        return []
    text, size, pad = f"Bản in lại lần {reprint}", 8.5, 2.5
    right, top = style.width - style.right, DESIGN_MARGIN + 1
    left = right - width(text, Face.ITALIC, size) - 2 * pad
    height = size + 2 * pad
    return [
        Words(left + pad, top + pad + 0.8 * size, Face.ITALIC, size, text),
        Rule(left, top, right - left, HAIR),
        Rule(left, top + height, right - left, HAIR),
        Rule(left, top, HAIR, height),
        Rule(right - HAIR, top, HAIR, height),
    ]


def _page(canvas: Canvas, style: Style, page: Sequence[Mark], name: str) -> None:
    painter = Painter(canvas)
    canvas.setPageSize((style.width, style.height))
    painter.paint(page, style.height)
    painter.paint_copy_name(page, name, style.height)
    canvas.showPage()


def _side_by_side(canvas: Canvas, style: Style, pages: Sequence[Sequence[Mark]]) -> None:
    painter = Painter(canvas)
    for page in pages:
        canvas.setPageSize((2 * style.width, style.height))
        for nth, name in enumerate(payment_slip.COPY_NAMES):
            canvas.saveState()
            canvas.translate(nth * style.width, 0)
            painter.paint(page, style.height)
            painter.paint_copy_name(page, name, style.height)
            canvas.restoreState()
        canvas.showPage()


def _canvas(title: str) -> tuple[Canvas, BytesIO]:
    font(Face.REGULAR)
    file = BytesIO()
    canvas = Canvas(
        file, invariant=1, pageCompression=1, initialFontName=str(Face.REGULAR), lang="vi-VN"
    )
    canvas.setTitle(title)
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas, file


def _saved(canvas: Canvas, file: BytesIO) -> Rendered:
    sheets = int(canvas.getPageNumber()) - 1
    canvas.save()
    return Rendered(file.getvalue(), sheets)
