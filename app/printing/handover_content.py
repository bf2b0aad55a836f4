"""What a record of hand-over says: who gives what to whom, and what the receiver found."""

from dataclasses import dataclass

from app.domain.workflow.handover import HandedDossier


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverContent:
    """The record as it was made; `found` is added when it is printed after its scanning back.

    `made_at` is made by `minute_text`, `found` are lines as they are printed, `counted` the time of
    the last scanning back, empty before it.
    """

    superior_body: str
    office: str
    place: str
    number: str
    made_at: str
    giver: str
    receiver: str
    officer: str
    note: str
    lines: tuple[HandedDossier, ...]
    counted: str = ""
    taken: int = 0
    receiving_officer: str = ""
    found: tuple[str, ...] = ()
