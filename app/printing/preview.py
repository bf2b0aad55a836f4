"""Pages of a stored PDF as pictures, for the preview pane and the printer."""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import RLock

import pypdfium2

from app.domain.errors import Damaged
from app.domain.phrases import phrase
from app.printing.page_image import PageImage

# PDFium is not made for two threads at once.
_ONE_AT_A_TIME = RLock()  # a generator may be closed by whoever is drawing


class PaperUnreadable(Damaged):
    """A stored PDF cannot be opened or drawn. Facts: reason."""


def page_images(pdf: bytes, dpi: float, *, grayscale: bool = True) -> list[PageImage]:
    """Every page of `pdf`, drawn at `dpi`.

    Raises:
        PaperUnreadable: the bytes are not a PDF that can be drawn.
    """
    return list(each_page_image(pdf, dpi, grayscale=grayscale))


def each_page_image(pdf: bytes, dpi: float, *, grayscale: bool = True) -> Iterator[PageImage]:
    """As `page_images`, page by page: a register of thousands is never held as a whole.

    Raises:
        PaperUnreadable: the bytes are not a PDF that can be drawn.
    """
    with drawing():
        document = pypdfium2.PdfDocument(pdf)
    try:
        for nth in range(len(document)):
            with drawing():
                page = _drawn(document, nth, dpi, grayscale)
            yield page
    finally:
        with drawing():
            document.close()


@contextmanager
def drawing() -> Iterator[None]:
    """Alone with PDFium, whose refusals are ours."""
    with _ONE_AT_A_TIME:
        try:
            yield
        except pypdfium2.PdfiumError as error:
            raise PaperUnreadable(reason=phrase("không phải PDF vẽ được")) from error


def _drawn(
    document: pypdfium2.PdfDocument,
    nth: int,
    dpi: float,
    grayscale: bool,  # noqa: FBT001
) -> PageImage:
    page = document[nth]
    try:
        wide, high = page.get_size()
        # A native bitmap: its memory is Python's own and outlives the closing.
        bitmap = page.render(
            scale=dpi / 72, grayscale=grayscale, bitmap_maker=pypdfium2.PdfBitmap.new_native
        )
        try:
            return PageImage(
                data=memoryview(bitmap.buffer).cast("B"),
                width=bitmap.width,
                height=bitmap.height,
                stride=bitmap.stride,
                grayscale=grayscale,
                width_mm=wide * 25.4 / 72,
                height_mm=high * 25.4 / 72,
            )
        finally:
            bitmap.close()
    finally:
        page.close()
