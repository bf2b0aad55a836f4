"""Pages laid out → PDF bytes: the same pages and copies always give the same bytes."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from threading import Lock

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from app.printing.layout.attaching import Attachment, attach
from app.printing.layout.fitting import LaidOut
from app.printing.layout.fonts import Face, font
from app.printing.layout.page import DESIGN_MARGIN, MM
from app.printing.layout.painting import Painter
from app.printing.layout.watermark import with_band

_A4_WIDE = (297 * MM, 210 * MM)
_STEM = "receipt"
"""Names of drawn pages inside the file; another would change the bytes of every receipt."""
# A document keeps state in the fonts it shares with others.
_ONE_AT_A_TIME = Lock()


@dataclass(frozen=True, slots=True)
class Rendered:
    """A print: its PDF and how many pages it has."""

    pdf: bytes
    pages: int


def document(
    title: str,
    papers: Iterable[LaidOut],
    copies: Sequence[str] = ("",),
    *,
    is_side_by_side: bool = False,
    is_practice: bool = False,
    attachments: Sequence[Attachment] = (),
) -> Rendered:
    """One file of `papers`, each once for every name in `copies`.

    Copies follow each other, or stand side by side on one sheet; `attachments` go inside the file.
    `papers` are asked for one by one while nothing else draws. Under each page of practice lies
    that it is good for nothing.
    """
    with drawing():
        font(Face.REGULAR)
        file = BytesIO()
        canvas = Canvas(
            file, invariant=1, pageCompression=1, initialFontName=str(Face.REGULAR), lang="vi-VN"
        )
        canvas.setTitle(title)
        canvas.setViewerPreference("PrintScaling", "None")
        for nth, given in enumerate(papers):
            paper = with_band(given) if is_practice else given
            sheets = _Sheets(canvas, paper, f"{_STEM}{nth}", is_practice=is_practice)
            if is_side_by_side:
                sheets.side_by_side(copies)
            else:
                sheets.one_by_one(copies)
        pages = int(canvas.getPageNumber()) - 1
        attach(canvas, attachments)
        canvas.save()
        return Rendered(file.getvalue(), pages)


@contextmanager
def drawing() -> Iterator[None]:
    """Alone with ReportLab, which keeps state that documents share."""
    with _ONE_AT_A_TIME:
        rl_config.useA85 = 0  # Compressed streams stay binary: a fifth smaller, no time spent.
        yield


class _Sheets:
    """Puts one paper's pages on sheets: drawn once as forms, shown for each copy."""

    def __init__(self, canvas: Canvas, paper: LaidOut, name: str, *, is_practice: bool) -> None:
        self._canvas = canvas
        self._painter = Painter(canvas)
        self._style = style = paper.style
        self._pages = {f"{name}-{nth}": page for nth, page in enumerate(paper.pages, 1)}
        for form, page in self._pages.items():
            canvas.beginForm(form, 0, 0, style.width, style.height)
            if is_practice:
                self._painter.paint_watermark(style)
            self._painter.paint(page, style.height)
            canvas.endForm()

    def one_by_one(self, copies: Sequence[str]) -> None:
        """One copy after the other, each page on its own sheet."""
        for copy in copies:
            for form in self._pages:
                self._canvas.setPageSize((self._style.width, self._style.height))
                self._show(form, copy)
                self._canvas.showPage()

    def side_by_side(self, copies: Sequence[str]) -> None:
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

    def _show(self, form: str, copy: str, *, shift: float = 0.0) -> None:
        canvas, height = self._canvas, self._style.height
        canvas.saveState()
        canvas.translate(shift, 0)
        canvas.doForm(form)
        canvas.restoreState()
        self._painter.paint_copy_name(self._pages[form], copy, height, shift=shift)
