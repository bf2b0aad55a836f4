"""Contents drawn by the forms they are made for, as PDF bytes."""

from app.domain.forms.codes import LABEL_FORM, RECEIPT_FORM
from app.printing.content import ReceiptContent
from app.printing.paper import FIRST_PRINT, CopyMark, Paper
from app.printing.registry import form_of


def render_receipt(content: ReceiptContent, paper: Paper, copy: CopyMark = FIRST_PRINT) -> bytes:
    """The receipt on `paper`; on label paper the label made from it."""
    form = form_of(LABEL_FORM if paper is Paper.LABEL else RECEIPT_FORM)
    return form.draw([content], paper, copy).pdf
