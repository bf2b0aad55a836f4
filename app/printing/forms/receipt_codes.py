"""The codes of a receipt, from what it says."""

from app.printing.content import ReceiptContent
from app.printing.forms.dossier_codes import DossierCodes, dossier_codes
from app.printing.forms.label_digits import digits_of


def codes_of(content: ReceiptContent) -> DossierCodes:
    """The codes of `content`; a preview has none."""
    return dossier_codes(
        content.code,
        content.qr_text,
        digits=digits_of(content),
        is_provisional=content.is_provisional,
    )
