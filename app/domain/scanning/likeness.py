"""How certainly a text that was typed by something is a scan, whatever pace its keys came at."""

from datetime import date
from enum import Enum, auto

from app.domain.scanning.code import read_scan
from app.domain.scanning.garbled import is_garbled
from app.domain.scanning.scanned import (
    CardScan,
    DossierScan,
    InsuranceScan,
    LabelScan,
    ScanDoubt,
    Scanned,
    Unrecognised,
)


class Likeness(Enum):
    """From what is a scan by itself to what only its pace could make one."""

    CERTAIN = auto()
    """A card with all its bars and fields, a dossier's whole code, a label whose check holds."""

    POSSIBLE = auto()
    """Read by us, yet a hand may type it as well: a bare identity number."""

    GARBLED = auto()
    """Letters a scanner sent in another alphabet than UTF-8: not to be trusted."""

    NONE = auto()


_LEAST_BARS = 5


def likeness(text: str, today: date) -> Likeness:
    """How certainly `text` is a scan by what it says alone."""
    if is_garbled(text):
        return Likeness.GARBLED
    found = read_scan(text, today)
    if isinstance(found, Unrecognised):
        return Likeness.NONE
    return Likeness.CERTAIN if _is_certain(found, text) else Likeness.POSSIBLE


def _is_certain(found: Scanned, text: str) -> bool:
    if isinstance(found, DossierScan | LabelScan):
        return True
    if isinstance(found, CardScan):
        is_known = found.personal_id.doubt is not ScanDoubt.LAYOUT_UNKNOWN
        return text.count("|") >= _LEAST_BARS and is_known
    return isinstance(found, InsuranceScan)
