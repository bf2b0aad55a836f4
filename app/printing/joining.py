"""Several PDFs as one file, page after page as they are; the same parts give the same bytes."""

import hashlib
import re
from collections.abc import Iterable
from io import BytesIO

import pypdfium2

from app.printing.preview import drawing

_MADE_AT = re.compile(rb"(?<=/CreationDate\(D:)\d{14}")
_NAME = re.compile(rb"(?<=/ID\[<)([0-9A-F]{32})><[0-9A-F]{32}(?=>\])")


def joined(pdfs: Iterable[bytes]) -> bytes:
    """The pages of `pdfs` in one file.

    Raises:
        PaperUnreadable: one of them is no PDF.
    """
    out, digest = BytesIO(), hashlib.md5(usedforsecurity=False)
    with drawing():
        whole = pypdfium2.PdfDocument.new()
        try:
            for pdf in pdfs:
                digest.update(pdf)
                part = pypdfium2.PdfDocument(pdf)
                whole.import_pages(part)
                part.close()
            whole.save(out)
        finally:
            whole.close()
    name = digest.hexdigest().upper().encode()
    # PDFium writes when it was made, and by chance how it is called.
    dated = _MADE_AT.sub(b"20000101000000", out.getvalue())
    return _NAME.sub(name + b"><" + name, dated)
