"""Open time left until a due time, or passed since."""

from dataclasses import dataclass
from datetime import datetime

from app.domain.clock import to_minute
from app.domain.deadline.office_hours import MINUTES_A_SHOWN_DAY
from app.domain.deadline.working_calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Remaining:
    """Open `minutes` until the due time, never negative, or since it when `is_overdue`.

    Overdue is decided by the clock: past the due time while the desk is shut it is overdue by
    0 open minutes.
    """

    minutes: int
    is_overdue: bool

    @property
    def signed(self) -> int:
        """Open minutes, negative when overdue."""
        return -self.minutes if self.is_overdue else self.minutes

    @property
    def parts(self) -> tuple[int, int, int]:
        """Days of eight working hours, hours, minutes."""
        days, rest = divmod(self.minutes, MINUTES_A_SHOWN_DAY)
        return days, *divmod(rest, 60)


def remaining(now: datetime, due_at: datetime, calendar: WorkingCalendar) -> Remaining:
    """What is left at `now`, whole minutes.

    Raises:
        CalendarUnknown: a year between the two is not in the calendar.
    """
    now, due_at = to_minute(now), to_minute(due_at)
    return Remaining(abs(calendar.open_minutes(now, due_at)), is_overdue=now > due_at)


def remaining_at(
    now: datetime, now_position: int, due_at: datetime, due_position: int
) -> Remaining:
    """`remaining` from positions the caller keeps: for lists that tick each minute.

    Both times are whole minutes, both positions of the same calendar value.
    """
    return Remaining(abs(due_position - now_position), is_overdue=now > due_at)
