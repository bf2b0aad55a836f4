"""The one entry for every scanned or pasted text: what it is, and what may be read from it."""

import re
from datetime import date

from app.domain.look_alikes import tidy
from app.domain.scanning.card import read_card
from app.domain.scanning.garbled import is_misread
from app.domain.scanning.insurance import read_insurance
from app.domain.scanning.mrz import read_mrz
from app.domain.scanning.own import read_own
from app.domain.scanning.scanned import (
    MOST_SHOWN,
    CardScan,
    Scanned,
    ScanReason,
    Unrecognised,
)

MOST_CHARACTERS = 1_000
"""More than the longest card holds; anything longer is refused unread."""
# What scanners send around a code: start and end of text, line ends, tabs; a byte order mark.
_AROUND = "".join(map(chr, (*range(0x21), 0x7F, 0xFEFF)))
# What a scanner says of the kind of code (AIM, ISO/IEC 15424: ]C0, ]Q1, ]d2, ]e0), and the signs of
# function characters, as control characters or as some scanners spell them.
_KIND = re.compile(r"\][A-Za-z][0-9A-Za-z]", re.ASCII)
_FUNCTION = re.compile(r"[\x1c-\x1e\x04]|[<{\[](?:GS|FNC[1-4])[>}\]]", re.IGNORECASE)
_BREAKS = str.maketrans("\r\n\t", "   ")
_LINK = re.compile(
    r"[a-z][a-z0-9+.-]*://|(?:javascript|vbscript|data|file|mailto|tel|sms):|www\.|\\\\",
    re.ASCII | re.IGNORECASE,
)


def read_scan(text: str, today: date) -> Scanned:
    """What `text` is; never raises, and anything that is not certainly a code is only shown.

    Letters that only look like ours are those meant, signs without a shape are none; of letters
    that came in another alphabet the number and days of a card are read, the rest is doubted.

    Args:
        text: as a scanner, the clipboard or a keyboard gave it.
        today: no day read lies after it.
    """
    if len(text) > MOST_CHARACTERS:
        return _refused(text, ScanReason.TOO_LONG)
    sent = _less_signs(text)
    found = _misread(sent, today) if is_misread(sent) else _read(sent, today)
    return _refused(tidy(sent), found) if isinstance(found, ScanReason) else found


def _less_signs(text: str) -> str:
    """`text` without what the scanner itself sends around and between the fields of a code."""
    bare = _FUNCTION.sub("", text).strip(_AROUND)
    kind = _KIND.match(bare)
    return bare[kind.end() :].strip(_AROUND) if kind else bare


def _misread(sent: str, today: date) -> Scanned | ScanReason:
    found = read_card(sent.translate(_BREAKS), today)
    return found if isinstance(found, CardScan) else ScanReason.GARBLED


def _read(sent: str, today: date) -> Scanned | ScanReason:
    text = tidy(sent)
    if not text:
        return ScanReason.EMPTY
    on_one_line = text.translate(_BREAKS)
    if not on_one_line.isprintable():
        return ScanReason.HIDDEN_CHARACTERS
    if mrz := read_mrz(text, today):
        return mrz
    if text != on_one_line:
        return ScanReason.SEVERAL_LINES
    found = read_own(text) or read_insurance(text, today) or read_card(sent, today)
    return found or (ScanReason.LINK if _LINK.match(text) else ScanReason.UNKNOWN)


def _refused(text: str, reason: ScanReason) -> Unrecognised:
    shown = text[:MOST_SHOWN]
    safe = "".join(c if c.isprintable() else f"\\u{{{ord(c):x}}}" for c in shown)
    return Unrecognised(safe if len(text) <= MOST_SHOWN else f"{safe}…", reason)
