"""The number of an electronic receipt (biên lai điện tử), which another system issues.

Whoever collects phí, lệ phí must issue one (Decree 254/2026/NĐ-CP, art. 4(2)); the slip of the
desk does not stand for it and only names it.
"""

import re

from app.domain.errors import FieldError
from app.domain.text import cited, line

RECEIPT_LIMIT = 60
_BARE = re.compile(r"\d{6,8}", re.ASCII)


class NotAReceipt(FieldError):
    """No number of a receipt: it holds no digit. Facts: field, text."""


class ReceiptTaken(FieldError):
    """Another slip already bears it. Facts: field, receipt, slip, code."""


def read_receipt(text: str) -> str:
    """The number as it is kept: ``1C26TBK 00000123``.

    Raises:
        NotAReceipt: it is empty or holds no digit.
        TextTooLong, TextHasControls: as of any line of text.
    """
    number = line(text, field="receipt", limit=RECEIPT_LIMIT).upper()
    if not re.search(r"\d", number):
        raise NotAReceipt(field="receipt", text=cited(number))
    return number


def bare_number(text: str) -> str:
    """The number of a receipt without its symbol, less the zeros before it; empty if none is meant.

    Receipts have numbers of six to eight digits behind their symbol: ``0000123`` of
    ``AA/26E 0000123``.
    """
    digits = text.strip()
    return digits.lstrip("0") if _BARE.fullmatch(digits) else ""


def ends_in(number: str, bare: str) -> bool:
    """Whether the digits that `number` ends in are `bare`, whatever zeros stand before it."""
    last = re.search(r"\d*\Z", number, re.ASCII)
    return last is not None and last[0].lstrip("0") == bare


def receipt_key(text: str) -> str:
    """What two spellings of one number have in common: its letters and digits."""
    return re.sub(r"[\W_]", "", text.upper())
