"""A document of any number of pages, written page by page: no page is held once it is written.

ReportLab keeps every page until the file is saved. Here each page and its content go into the file
as soon as they are drawn; what is left for the end are the fonts, the list of pages and the table
of where everything stands. Other papers may be drawn in between.
"""

from collections.abc import Iterable, Sequence
from typing import Any, BinaryIO

from reportlab.pdfbase.pdfdoc import (
    PDFCrossReferenceTable,
    PDFFile,
    PDFIndirectObject,
    PDFObjectReference,
    PDFTrailer,
)
from reportlab.pdfgen.canvas import Canvas

from app.printing.layout.corner import PRACTICE_MARK, boxed
from app.printing.layout.document import drawing
from app.printing.layout.fonts import Face, font
from app.printing.layout.page import DESIGN_MARGIN, Mark, Style
from app.printing.layout.painting import Painter


def long_document(
    out: BinaryIO,
    title: str,
    style: Style,
    pages: Iterable[Sequence[Mark]],
    *,
    is_practice: bool = False,
) -> int:
    """Write `pages`, all of one size, as a PDF into `out`; how many there were.

    Under each page of practice lies that it is good for nothing, and its corner says so.
    """
    with drawing():
        canvas = _canvas(title, style)
        file = _Written(out, canvas)
    corner = boxed(PRACTICE_MARK, right=style.width - style.right, top=DESIGN_MARGIN + 1)
    painter = Painter(canvas)
    for page in pages:
        with drawing():
            if is_practice:
                painter.paint_watermark(style)
            painter.paint([*page, *corner] if is_practice else page, style.height)
            canvas.showPage()
            file.put_page()
    with drawing():
        return file.end()


def _canvas(title: str, style: Style) -> Canvas:
    font(Face.REGULAR)
    canvas = Canvas(
        "", invariant=1, pageCompression=1, initialFontName=str(Face.REGULAR), lang="vi-VN"
    )
    canvas.setPageSize((style.width, style.height))
    canvas.setTitle(title)
    canvas.setViewerPreference("PrintScaling", "None")
    return canvas


class _Written:
    """A PDF on its way into a file, object by object."""

    def __init__(self, out: BinaryIO, canvas: Canvas) -> None:
        self._document: Any = canvas._doc  # noqa: SLF001 - its objects, and there is no public way
        self._canvas = canvas
        self._document.encrypt.prepare(self._document)
        self._file = PDFFile(self._document._pdfVersion)  # noqa: SLF001 - the version of the file
        out.write(b"".join(self._file.strings))
        self._file.write = out.write

    def put_page(self) -> None:
        """Write the page drawn last with its content; only where it stands is kept."""
        pages = self._document.Pages.pages
        page = pages[-1]
        name = page.__InternalName__
        self._put(name, page)
        pages[-1] = PDFObjectReference(name)
        content = page.Contents.__InternalName__
        self._put(content, self._document.idToObject[content])
        for each in (name, content):
            self._document.idToObject[each] = None

    def end(self) -> int:
        """Write all that is left; the number of pages."""
        document = self._document
        for face in document.delayedFonts:
            face.addObjects(document)
        document.info.invariant = document.invariant
        document.info.digest(document.signature)
        catalogue, info = document.Reference(document.Catalog), document.Reference(document.info)
        document.Outlines.prepare(document, self._canvas)
        if document.Outlines.ready < 0:
            document.Catalog.Outlines = None
        number = 1  # writing an object may name others, which follow it
        while number in document.numberToId:
            name = document.numberToId[number]
            if name not in document.idToOffset:
                self._put(name, document.idToObject[name])
            number += 1
        table = PDFCrossReferenceTable()
        table.addsection(0, [document.numberToId[nth] for nth in range(1, number)])
        begins = self._file.add(table.format(document))
        trailer = PDFTrailer(
            startxref=begins, Size=number, Root=catalogue, Info=info, ID=document.ID()
        )
        self._file.add(trailer.format(document))
        return len(document.Pages.pages)

    def _put(self, name: str, one: Any) -> None:  # noqa: ANN401 - ReportLab's own
        written = PDFIndirectObject(name, one).format(self._document)
        self._document.idToOffset[name] = self._file.add(written)
