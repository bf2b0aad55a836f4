"""The 14 digits that stand for a receipt's dossier where its code is too wide or too long."""

from app.domain.dossier.numbering import label_digits, parse_code
from app.domain.errors import DeskError
from app.printing.content import ReceiptContent


def digits_of(content: ReceiptContent) -> str:
    """The label of our own number, even where an official code has taken its place; or empty.

    Of content that does not give it the code is read. Empty for a preview, and where neither says
    a number.
    """
    if content.label:
        return content.label
    try:
        code = parse_code(content.code)
    except DeskError:
        return ""
    return label_digits(code.day, code.number)


def spaced(digits: str) -> str:
    """The digits as people read them out: ``261123 000001 45``."""
    return f"{digits[:6]} {digits[6:12]} {digits[12:]}"
