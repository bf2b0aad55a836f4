"""A sum of money as people type it, read once."""

import re

from app.domain.errors import FieldError
from app.domain.text import cited

_SUM = re.compile(r"(\d{1,12}|\d{1,3}(?:[.,\s]\d{3}){1,3})\s*(?:đ|đồng|vnđ|vnd)?", re.IGNORECASE)


class NotDong(FieldError):
    """Facts: field, text."""


def read_signed_dong(text: str, *, field: str) -> int:
    """The same with a sign before it: ``-6.000``, also with the minus sign of mathematics.

    Raises:
        NotDong: it is no such sum.
    """
    bare = text.strip()
    for sign in ("-", "\u2212"):
        if bare.startswith(sign):
            return -read_dong(bare.removeprefix(sign), field=field)
    return read_dong(bare, field=field)


def read_dong(text: str, *, field: str) -> int:
    """Whole đồng out of ``12.500``, ``12500`` or ``12 500 đ``; cents do not exist.

    Raises:
        NotDong: it is no such sum.
    """
    found = _SUM.fullmatch(text.strip())
    if found is None:
        raise NotDong(field=field, text=cited(text.strip()))
    return int(re.sub(r"\D", "", found[1]))
