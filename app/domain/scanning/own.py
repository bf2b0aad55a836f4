"""Our own codes: a dossier code, the QR of the slip that carries it, a 14-digit label."""

import re

from app.domain.dossier.numbering import (
    AGENCY_PATTERN,
    InvalidDossierCode,
    InvalidLabel,
    parse_code,
    parse_label,
)
from app.domain.moment import InvalidMoment, read_moment
from app.domain.scanning.scanned import DossierScan, LabelScan, ScanReason
from app.domain.scanning.shapes import is_digits

# Codes the national system gives (seen 2026): agency-yyyyMMdd-0092637.
_OFFICIAL = re.compile(rf"({AGENCY_PATTERN})-20(\d{{6}})-\d{{4,8}}", re.ASCII)
_PROCEDURE = re.compile(r"[\w.]{1,40}", re.ASCII)
_SLIP_FIELDS = 7


def read_own(text: str) -> DossierScan | LabelScan | ScanReason | None:
    """What of ours `text` is; None if it does not look like ours.

    A day to come is not doubted here: the clock of the machine that gave the code may have been
    wrong, and whether there is such a dossier is for the records to say.
    """
    if is_digits(text, 14):
        return _label(text)
    typed, *rest = (part.strip() for part in text.split("|"))
    # Caps Lock turns the letters of a scanner that types; our codes have capitals only.
    code = typed.upper() if typed.isascii() else typed
    if not is_dossier_code(code):
        return None
    return DossierScan(code) if not rest or _is_slip(rest) else ScanReason.CUT


def is_dossier_code(text: str) -> bool:
    """A code of our pattern, or of the national system's, with a real day in it."""
    official = _OFFICIAL.fullmatch(text)
    try:
        parse_code(f"{official[1]}-{official[2]}-0001" if official else text)
    except InvalidDossierCode:
        return False
    return True


def _label(text: str) -> LabelScan | ScanReason:
    try:
        return LabelScan(text, *parse_label(text))
    except InvalidLabel:
        return ScanReason.BAD_LABEL


def _is_slip(rest: list[str]) -> bool:
    """Whether the fields after the code are those of Circular 01/2023/TT-VPCP art. 26.

    The paper's name is not compared: many scanners lose letters outside ASCII.
    """
    if len(rest) != _SLIP_FIELDS - 1 or not _PROCEDURE.fullmatch(rest[0]):
        return False
    try:
        read_moment(rest[4])
    except InvalidMoment:
        return False
    return True
