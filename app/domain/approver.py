"""Who stands behind what an officer may not decide alone: the one rule, until accounts come.

Extending late or again (Form 04) and reopening what has ended need an approver. As long as nobody
signs in, that is a name which is not the acting officer's; the ledger says beside it that it was
named, not proven.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.actor import OFFICER_LIMIT
from app.domain.errors import FieldError
from app.domain.text import TextMissing, fold, line

FIELD = "approver"


class ApproverIsOfficer(FieldError):
    """Whoever asks cannot approve it as well. Facts: field, officer."""


class ApprovalProof(StrEnum):
    """How it is known that the approver approved."""

    NAMED = "NAMED"
    """The acting officer named them; nobody proved it."""


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved a change, and how that is known."""

    approver: str
    proof: ApprovalProof = ApprovalProof.NAMED


def approved(approver: str, officer: str) -> Approval:
    """The approval of `approver` for what the acting `officer` does.

    Names are compared folded: without case, accents and what stands between the words.

    Raises:
        TextMissing, TextTooLong, TextHasControls: about the name, which has letters.
        ApproverIsOfficer: it is the acting officer's own.
    """
    name = line(approver, field=FIELD, limit=OFFICER_LIMIT, required=True)
    if not _folded(name):
        raise TextMissing(field=FIELD)
    if _folded(name) == _folded(officer):
        raise ApproverIsOfficer(field=FIELD, officer=officer)
    return Approval(name)


def _folded(name: str) -> str:
    return "".join(sign for sign in fold(name) if sign.isalnum())
