"""What the citizen at the counter may see of their own dossier, on a screen turned to them."""

from dataclasses import dataclass
from enum import StrEnum


class CitizenStep(StrEnum):
    """Where the citizen's dossier is."""

    CHECK = "CHECK"
    """It is being typed: is it right?"""

    ASK = "ASK"
    """It is ready to be printed: only the citizen's word is awaited."""

    DONE = "DONE"
    """It is registered: this is when to come back."""


@dataclass(frozen=True, slots=True)
class CitizenPage:
    """One page; words as shown.

    Attributes:
        step: where the dossier is.
        who: the applicant's name.
        rows: label and value of what is typed, identity numbers but for their last four masked.
        day: the promised day, large; empty if none is known yet.
        time: its hour and minute.
        code: the dossier's code, once it has one.
        qr_text: what the slip's QR says, once there is a slip.
    """

    step: CitizenStep
    who: str
    rows: tuple[tuple[str, str], ...] = ()
    day: str = ""
    time: str = ""
    code: str = ""
    qr_text: str = ""


def masked(number: str) -> str:
    """``020185001234`` as ``••••••••1234``: passers-by see the screen too."""
    return "•" * max(0, len(number) - 4) + number[-4:]
