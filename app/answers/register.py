"""What the register of dossiers (Sổ theo dõi hồ sơ, Form 07) says of each, and counts."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.catalogue.procedure import ReturnBy
from app.domain.register.period import Period
from app.domain.workflow.states import DossierState


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """One number of a year's register.

    `number` runs from 1 in the year of `day`, the day of receipt, in the order in which dossiers
    were registered; what ended without a result keeps it. `due_at` is the last promise, None of no
    limit or an open wait; `first_due_at` the first one where it was extended since, else None.
    `is_elsewhere`: another office is competent. Times in Vietnam time.
    """

    number: int
    day: date
    code: str
    procedure: str
    sets: int
    applicant: str
    address: str
    phone: str
    is_elsewhere: bool
    received_at: datetime
    due_at: datetime | None
    first_due_at: datetime | None
    returned_at: datetime | None
    return_by: ReturnBy
    returned_to: str
    state: DossierState
    ended_at: datetime | None
    end_reason: str


@dataclass(frozen=True, slots=True)
class RegisterSums:
    """What stands beneath a register: its numbers, results handed over, ends without a result."""

    numbers: int
    returned: int
    given_up: int


class Figure(StrEnum):
    """What is counted of a time; the last three are of now, whatever the time."""

    RECEIVED = "RECEIVED"
    """Received in it."""
    EARLY = "EARLY"
    """Processing ended in it with a result, before the day of the promise."""
    ON_TIME = "ON_TIME"
    LATE = "LATE"
    NO_LIMIT = "NO_LIMIT"
    GIVEN_UP = "GIVEN_UP"
    """Refused, withdrawn or stopped in it."""
    OPEN = "OPEN"
    OVERDUE = "OVERDUE"
    """Of those open, their clock running: as on the board."""
    PAUSED = "PAUSED"


@dataclass(frozen=True, slots=True)
class OfficerFigures:
    """What lies with one officer now: open, and of these overdue and waiting."""

    officer: str
    open: int
    overdue: int
    paused: int


@dataclass(frozen=True, slots=True)
class RegisterFigures:
    """The figures of `period`, and what each officer has open now, in Vietnamese order of names."""

    period: Period
    counts: Mapping[Figure, int]
    officers: tuple[OfficerFigures, ...]
