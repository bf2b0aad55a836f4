"""Frozen content → PDF bytes: the same content, paper and mark always give the same bytes."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.printing.content import RECEIPT_NAME, ReceiptContent, from_json
from app.printing.corner import boxed, mark_of
from app.printing.fonts import Face, font
from app.printing.forms import form_01_receipt as form_01
from app.printing.forms.code_block import codes_of
from app.printing.forms.form_01_wording import COPY_NAMES
from app.printing.forms.label_50x30 import lay_out_label
from app.printing.forms.slip_80mm import lay_out_slip
from app.printing.page import DESIGN_MARGIN, MM, Mark, Style
from app.printing.painting import Painter
from app.printing.paper import (
    FIRST_PRINT,
    LABEL_FORM,
    RECEIPT_FORM,
    Copy,
    CopyMark,
    Paper,
    PaperNotOffered,
)
from app.printing.styles import STYLES

LABEL_NAME = "Nhãn hồ sơ"
_A4_WIDE = (297 * MM, 210 * MM)
# One copy on one sheet, whatever copies are asked for.
_STRIPS = {Paper.ROLL_80MM: lay_out_slip, Paper.LABEL: lay_out_label}
_OFFERED = {RECEIPT_FORM: {*STYLES, Paper.ROLL_80MM}, LABEL_FORM: {Paper.LABEL}}
# A document keeps state in the fonts it shares with others.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A print: its PDF and how many pages it has."""

    pdf: bytes
    pages: int


def render_print(
    stored: bytes | str, *, paper: str, copy_number: int, form: str = RECEIPT_FORM
) -> Rendered:
    """A print of stored content: `copy_number` 1 is the first, n is marked as reprint n - 1.

    Raises:
        ContentUnreadable: the stored content is damaged.
        PaperNotOffered: no such paper, or the form has no layout for it.
    """
    if paper not in _OFFERED.get(form, ()):
        raise PaperNotOffered(paper=paper)
    return _rendered([from_json(stored)], Paper(paper), CopyMark(reprint=copy_number - 1))


def render_receipt(content: ReceiptContent, paper: Paper, copy: CopyMark = FIRST_PRINT) -> bytes:
    """Form 01 as PDF: on A4 and A5 one copy after the other, on A4X2 side by side.

    On a roll or a label there is one copy.
    """
    return render_many([content], paper, copy)


def render_many(
    contents: Iterable[ReceiptContent], paper: Paper, copy: CopyMark = FIRST_PRINT
) -> bytes:
    """Several receipts in one file, each as `render_receipt` makes it, in order."""
    return _rendered(contents, paper, copy).pdf


def _rendered(contents: Iterable[ReceiptContent], paper: Paper, copy: CopyMark) -> Rendered:
    with drawing():
        return _document(contents, paper, copy)


@contextmanager
def drawing() -> Iterator[None]:
    """Alone with ReportLab, which keeps state that documents share."""
    with _ONE_AT_A_TIME:
        rl_config.useA85 = 0  # Compressed streams stay binary: a fifth smaller, no time spent.
        yield


def _document(contents: Iterable[ReceiptContent], paper: Paper, copy: CopyMark) -> Rendered:
    font(Face.REGULAR)
    file = BytesIO()
    canvas = Canvas(
        file, invariant=1, pageCompression=1, initialFontName=str(Face.REGULAR), lang="vi-VN"
    )
    canvas.setTitle(LABEL_NAME if paper is Paper.LABEL else RECEIPT_NAME)
    canvas.setViewerPreference("PrintScaling", "None")
    for nth, content in enumerate(contents):
        if paper in _STRIPS:
            strip, marks = _STRIPS[paper](content, mark_of(content, copy))
            _Sheets(canvas, strip, [marks], f"receipt{nth}").one_by_one((Copy.GIVEN,))
            continue
        style, pages = _fitted(content, STYLES[paper])
        corner = boxed(
            mark_of(content, copy), right=style.width - style.right, top=DESIGN_MARGIN + 1
        )
        sheets = _Sheets(canvas, style, [[*page, *corner] for page in pages], f"receipt{nth}")
        if paper is Paper.A4X2:
            sheets.side_by_side(copy.copies)
        else:
            sheets.one_by_one(copy.copies)
    sheet_count = int(canvas.getPageNumber()) - 1
    canvas.save()
    return Rendered(file.getvalue(), sheet_count)


def _fitted(content: ReceiptContent, styles: Sequence[Style]) -> tuple[Style, list[list[Mark]]]:
    """The first of `styles` that gives the fewest pages."""
    codes = codes_of(content)
    style = styles[0]
    pages = form_01.lay_out(content, codes, style)
    for smaller in styles[1:]:
        if len(pages) == 1:
            break
        fewer = form_01.lay_out(content, codes, smaller)
        if len(fewer) < len(pages):
            style, pages = smaller, fewer
    return style, pages


class _Sheets:
    """Puts one receipt's pages on paper: drawn once as forms, shown for each copy."""

    def __init__(
        self, canvas: Canvas, style: Style, pages: Sequence[Sequence[Mark]], name: str
    ) -> None:
        self._canvas = canvas
        self._painter = Painter(canvas)
        self._style = style
        self._pages = {f"{name}-{nth}": page for nth, page in enumerate(pages, 1)}
        for form, page in self._pages.items():
            canvas.beginForm(form, 0, 0, style.width, style.height)
            self._painter.paint(page, style.height)
            canvas.endForm()

    def one_by_one(self, copies: Sequence[Copy]) -> None:
        """One copy after the other, each page on its own sheet."""
        for copy in copies:
            for form in self._pages:
                self._canvas.setPageSize((self._style.width, self._style.height))
                self._show(form, copy)
                self._canvas.showPage()

    def side_by_side(self, copies: Sequence[Copy]) -> None:
        """The copies' halves on one sheet, with a dashed line where they are cut apart."""
        across, high = _A4_WIDE
        for form in self._pages:
            self._canvas.setPageSize(_A4_WIDE)
            for nth, copy in enumerate(copies):
                self._show(form, copy, shift=nth * across / 2)
            low, top, x = DESIGN_MARGIN, high - DESIGN_MARGIN, across / 2
            self._canvas.addLiteral(
                f"q 0.5 w [6 4] 0 d {x:.2f} {low:.2f} m {x:.2f} {top:.2f} l S Q"
            )
            self._canvas.showPage()

    def _show(self, form: str, copy: Copy, *, shift: float = 0.0) -> None:
        canvas, height = self._canvas, self._style.height
        canvas.saveState()
        canvas.translate(shift, 0)
        canvas.doForm(form)
        canvas.restoreState()
        self._painter.paint_copy_name(self._pages[form], COPY_NAMES[copy], height, shift=shift)
