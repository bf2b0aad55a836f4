"""Our own codes: a dossier code, the QR of the slip that carries it, a 14-digit label."""

import re

from app.domain.clock import InvalidMoment, read_moment
from app.domain.dossier.numbering import InvalidLabel, is_dossier_code, parse_label
from app.domain.scanning.scanned import DossierScan, LabelScan, ScanReason

_PROCEDURE = re.compile(r"[\w.]{1,40}", re.ASCII)
_SLIP_FIELDS = 7
# Together or in the groups that stand under the bars.
_LABEL = re.compile(r"\d{6} ?\d{6} ?\d{2}", re.ASCII)


def read_own(text: str) -> DossierScan | LabelScan | ScanReason | None:
    """What of ours `text` is; None if it does not look like ours.

    A day to come is not doubted here: the clock of the machine that gave the code may have been
    wrong, and whether there is such a dossier is for the records to say.
    """
    if _LABEL.fullmatch(text):
        return _label("".join(text.split()))
    typed, *rest = (part.strip() for part in text.split("|"))
    # Caps Lock turns the letters of a scanner that types; our codes have capitals only.
    code = typed.upper() if typed.isascii() else typed
    if not is_dossier_code(code):
        return None
    return DossierScan(code) if not rest or _is_slip(rest) else ScanReason.CUT


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
