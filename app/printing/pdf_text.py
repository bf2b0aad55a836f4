"""What a PDF holds besides its look: the text of its pages and the files inside it."""

from contextlib import closing

import pypdfium2


def page_texts(pdf: bytes) -> list[str]:
    """The text of every page, in the order it is drawn.

    Raises:
        PdfiumError: it is no PDF.
    """
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        texts = []
        for page in document:
            with closing(page), closing(page.get_textpage()) as text:
                texts.append(text.get_text_bounded())
        return texts


def attached(pdf: bytes, name: str, *, most: int) -> bytes | None:
    """The file called `name` inside a PDF; None if there is none, or one of more than `most` bytes.

    Raises:
        PdfiumError: it is no PDF, or the file in it cannot be read.
    """
    with closing(pypdfium2.PdfDocument(pdf)) as document:
        for nth in range(document.count_attachments()):
            held = document.get_attachment(nth)
            if held.get_name() == name:
                found = bytes(held.get_data())
                return found if len(found) <= most else None
    return None
