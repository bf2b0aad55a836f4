"""What the calendar file says: days off, make-up days and closures with their sources."""

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.clock import to_minute
from app.domain.deadline.office_hours import Sessions


@dataclass(frozen=True, slots=True)
class DayOff:
    """A day on which the desk stays shut by law or decision."""

    on: date
    name: str


@dataclass(frozen=True, slots=True)
class MakeUpDay:
    """A day worked in exchange for `instead_of`; `sessions` None means Monday's."""

    on: date
    instead_of: date | None = None
    sessions: Sessions | None = None


@dataclass(frozen=True, slots=True)
class CalendarYear:
    """Days off and make-up days of one year; not `confirmed` is a draft, to be re-checked."""

    year: int
    confirmed: bool
    source: str
    days_off: tuple[DayOff, ...] = ()
    make_up_days: tuple[MakeUpDay, ...] = ()


@dataclass(frozen=True, slots=True)
class Closure:
    """The desk is shut from `from_at` up to, not including, `to_at`: flood, storm, outage.

    Both in Vietnam time, whole minutes. `decision` is the paper that ordered it.
    """

    from_at: datetime
    to_at: datetime
    reason: str
    decision: str = ""

    def __post_init__(self) -> None:
        """Times are kept in Vietnam time; an end that is not after the start is a bug."""
        object.__setattr__(self, "from_at", to_minute(self.from_at))
        object.__setattr__(self, "to_at", to_minute(self.to_at))
        if self.from_at >= self.to_at:
            raise ValueError(f"a closure ends before it begins: {self.from_at} {self.to_at}")
