"""The apology to whoever's result comes late (Form 04): why, the new time, and who was notified."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.domain.approver import Approval
from app.domain.clock import to_minute
from app.domain.deadline.working_calendar import CalendarUnknown, WorkingCalendar

LEAST_DAYS = 2
"""Working days that are proposed at least."""
SHARE = 3
"""Of the whole limit a third is proposed."""


class DelayCause(StrEnum):
    """The usual reasons for which a result comes late; what is particular stands beside it."""

    OTHER_BODY = "OTHER_BODY"
    CHECKING = "CHECKING"
    SIGNER_AWAY = "SIGNER_AWAY"
    SYSTEM_DOWN = "SYSTEM_DOWN"
    WORKLOAD = "WORKLOAD"
    WEATHER = "WEATHER"
    OTHER = "OTHER"


class NoticeWay(StrEnum):
    """How an applicant was notified of the new time."""

    PHONE = "PHONE"
    MESSAGE = "MESSAGE"
    PAPER = "PAPER"
    POST = "POST"


@dataclass(frozen=True, slots=True)
class Notice:
    """That the applicant was notified: when, how and by which officer."""

    at: datetime
    way: NoticeWay
    officer: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Apology:
    """An extension with its apology: a paper of its own, kept for good.

    `promised_at` is the promise that is not kept, `due_at` the new one. `approval` says who stands
    behind one that `is_late` (later than one working day before expiry) or `is_repeated` (beyond
    what the office may promise anew by itself); None where nobody had to and none was named.
    Without `notices` it is unsent: the applicant does not know of it yet.
    """

    made_at: datetime
    promised_at: datetime
    due_at: datetime
    cause: DelayCause
    reason: str
    officer: str
    approval: Approval | None = None
    is_late: bool = False
    is_repeated: bool = False
    notices: tuple[Notice, ...] = ()

    @property
    def approver(self) -> str:
        """Who stands behind it; empty if nobody was named."""
        return self.approval.approver if self.approval else ""

    @property
    def sent_at(self) -> datetime | None:
        """When the applicant was first notified; None while it is unsent."""
        return self.notices[0].at if self.notices else None


@dataclass(frozen=True, slots=True)
class Proposal:
    """A new time that is proposed, and what it follows from.

    It lies `days` working days after `counted_from` (the day of the promise, or today where that
    has passed): a third of the `limit_days` working days there were from receipt to the promise,
    at least `LEAST_DAYS`. The time of day is that of the promise, or the next the desk is open.
    """

    due_at: datetime
    days: int
    limit_days: int
    counted_from: date


def proposed(
    received_at: datetime, due_at: datetime, calendar: WorkingCalendar, *, now: datetime
) -> Proposal:
    """The new time proposed for a dossier promised for `due_at`.

    Raises:
        CalendarUnknown: it would lie in a year the calendar does not hold.
    """
    due_at, now = to_minute(due_at), to_minute(now)
    limit_days = _working_days(calendar.next_open(received_at).date(), due_at.date(), calendar)
    days = max(LEAST_DAYS, -(-limit_days // SHARE))
    counted_from = max(due_at, now).date()
    on = calendar.working_day_after(counted_from, days)
    new = calendar.next_open(datetime.combine(on, due_at.timetz()))
    return Proposal(new, days, limit_days, counted_from)


def ready_until(now: datetime, calendar: WorkingCalendar) -> datetime:
    """Promises before this moment have their apology ready: those due by the next working day.

    So an apology is ready by itself one working day before expiry, from that day's beginning.
    """
    today = to_minute(now).replace(hour=0, minute=0)
    try:
        next_day = calendar.working_day_after(today.date(), 1)
    except CalendarUnknown:  # the last days of the calendar: what is due today
        next_day = today.date()
    return datetime.combine(next_day, today.timetz()) + timedelta(days=1)


def _working_days(after: date, until: date, calendar: WorkingCalendar) -> int:
    days = range(1, (until - after).days + 1)
    return sum(calendar.is_working_day(after + timedelta(days=n)) for n in days)
