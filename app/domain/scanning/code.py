"""The one entry for every scanned or pasted text: what it is, and what may be read from it."""

import re
from datetime import date

from app.domain.scanning.card import read_card
from app.domain.scanning.insurance import read_insurance
from app.domain.scanning.mrz import read_mrz
from app.domain.scanning.own import read_own
from app.domain.scanning.scanned import MOST_SHOWN, Scanned, ScanReason, Unrecognised
from app.domain.text import nfc

MOST_CHARACTERS = 1_000
"""More than the longest card holds; anything longer is refused unread."""
# What scanners send around a code: start and end of text, line ends, tabs; a byte order mark.
_AROUND = "".join(map(chr, (*range(0x21), 0x7F, 0xFEFF)))
_BREAKS = str.maketrans("\r\n\t", "   ")
_LINK = re.compile(
    r"[a-z][a-z0-9+.-]*://|(?:javascript|vbscript|data|file|mailto|tel|sms):|www\.|\\\\",
    re.ASCII | re.IGNORECASE,
)


def read_scan(text: str, today: date) -> Scanned:
    """What `text` is; never raises, and anything that is not certainly a code is only shown.

    Args:
        text: as a scanner, the clipboard or a keyboard gave it.
        today: no day read lies after it.
    """
    if len(text) > MOST_CHARACTERS:
        return _refused(text, ScanReason.TOO_LONG)
    cleaned = nfc(text.strip(_AROUND))
    found = _read(cleaned, today)
    return _refused(cleaned, found) if isinstance(found, ScanReason) else found


def _read(text: str, today: date) -> Scanned | ScanReason:
    if not text:
        return ScanReason.EMPTY
    on_one_line = text.translate(_BREAKS)
    if not on_one_line.isprintable():
        return ScanReason.HIDDEN_CHARACTERS
    if mrz := read_mrz(text, today):
        return mrz
    if text != on_one_line:
        return ScanReason.SEVERAL_LINES
    found = read_own(text) or read_insurance(text, today) or read_card(text, today)
    return found or (ScanReason.LINK if _LINK.match(text) else ScanReason.UNKNOWN)


def _refused(text: str, reason: ScanReason) -> Unrecognised:
    shown = text[:MOST_SHOWN]
    safe = "".join(c if c.isprintable() else f"\\u{{{ord(c):x}}}" for c in shown)
    return Unrecognised(safe if len(text) <= MOST_SHOWN else f"{safe}…", reason)
