"""A new promised time with an apology (Form 04): what may be promised, and by whom."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from app.domain.approver import Approval
from app.domain.clock import to_minute
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.errors import DeskError


class NothingToExtend(DeskError):
    """The dossier has no running promise: no limit, or an open pause."""


class ExtensionNotLater(DeskError):
    """Facts: new_due_at, after (the promise or the present moment it must lie behind)."""


class ExtensionWhileShut(DeskError):
    """The desk is shut at the new time. Facts: new_due_at, next_open."""


class ExtensionNeedsApprover(DeskError):
    """Facts: is_late, is_repeated, latest_at (when the extension was due at the latest)."""


@dataclass(frozen=True, slots=True)
class ExtensionCheck:
    """An extension that may be made; marked when it is made late or is not the first.

    `latest_at` is one working day before the present promise expires: the working day before its
    date, at its clock time.
    """

    new_due_at: datetime
    latest_at: datetime
    is_late: bool
    is_repeated: bool

    @property
    def needs_approver(self) -> bool:
        """Whether an approver must stand behind it: the citizen still gets an apology."""
        return self.is_late or self.is_repeated


def check_extension(
    new_due_at: datetime,
    due_at: datetime | None,
    calendar: WorkingCalendar,
    *,
    now: datetime,
    earlier: int = 0,
    allowed: int = 1,
    approval: Approval | None = None,
) -> ExtensionCheck:
    """Check a new promise against the present one.

    Args:
        new_due_at: what the officer wants to promise.
        due_at: the present promise, None without limit or in an open pause.
        calendar: the desk's.
        now: the present moment.
        earlier: extensions this dossier already had.
        allowed: extensions that need no approver (office setting).
        approval: who approves (`app.domain.approver`), None if nobody does.

    Raises:
        NothingToExtend, ExtensionNotLater, ExtensionWhileShut: as named.
        ExtensionNeedsApprover: it is late or repeated and nobody approves.
        CalendarUnknown: the new time lies in a year the calendar does not hold.
    """
    if due_at is None:
        raise NothingToExtend
    new_due_at, due_at, now = to_minute(new_due_at), to_minute(due_at), to_minute(now)
    after = max(due_at, now)
    if new_due_at <= after:
        raise ExtensionNotLater(new_due_at=new_due_at, after=after)
    if not calendar.is_open(new_due_at):
        raise ExtensionWhileShut(new_due_at=new_due_at, next_open=calendar.next_open(new_due_at))
    latest_at = latest_time(due_at, calendar)
    check = ExtensionCheck(
        new_due_at, latest_at, is_late=now > latest_at, is_repeated=earlier >= allowed
    )
    if check.needs_approver and approval is None:
        raise ExtensionNeedsApprover(
            is_late=check.is_late, is_repeated=check.is_repeated, latest_at=latest_at
        )
    return check


def latest_time(due_at: datetime, calendar: WorkingCalendar) -> datetime:
    """One working day before `due_at`: on the working day before its date, at its clock time."""
    due_at = to_minute(due_at)
    day_before = calendar.working_day_before(due_at.date())
    return due_at - timedelta(days=due_at.toordinal() - day_before.toordinal())
