"""Who is to be told that a result comes late, and the register of those who were."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import NamedTuple

from app.domain.deadline.apology import Apology


class UnsentApology(NamedTuple):
    """A dossier whose applicant is to be notified of a delay and was not yet.

    `due_at` is the promise that is not kept. `extended_to` is the new time once the apology was
    made, None before; `sent_at` is None as long as nobody was notified.
    """

    dossier_id: int
    code: str
    name: str
    phone: str
    due_at: datetime
    extended_to: datetime | None = None
    sent_at: datetime | None = None
    procedure: str = ""


@dataclass(frozen=True, slots=True)
class RegisteredApology:
    """An apology in the register: its number (``0003/PXL``), of which dossier, and itself."""

    number: str
    dossier_id: int
    code: str
    name: str
    phone: str
    procedure: str
    apology: Apology


@dataclass(frozen=True, slots=True)
class ApologyRegister:
    """Apologies made from `first` to `last`, both days included, oldest first."""

    office: str
    first: date
    last: date
    rows: tuple[RegisteredApology, ...]
    is_practice: bool = False
