"""Which promises change when the calendar does: listed for review, never moved silently."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from app.domain.deadline.due_time import due
from app.domain.deadline.pauses import PauseMode, Waiting
from app.domain.deadline.time_limit import TimeLimit
from app.domain.deadline.working_calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class Promised:
    """What a dossier's promise was counted from, and what it is now."""

    reference: str
    limit: TimeLimit
    received_at: datetime
    pauses: tuple[Waiting, ...]
    mode: PauseMode
    due_at: datetime | None
    calendar_confirmed: bool


@dataclass(frozen=True, slots=True)
class Recounted:
    """A promise the new calendar counts differently, or knows better."""

    reference: str
    old_due_at: datetime | None
    new_due_at: datetime | None
    calendar_confirmed: bool

    @property
    def is_moved(self) -> bool:
        """Whether the time differs; else only what is known about the calendar does."""
        return self.old_due_at != self.new_due_at


def recount(promises: Iterable[Promised], calendar: WorkingCalendar) -> Iterator[Recounted]:
    """The promises whose time or certainty differs under `calendar`, in the order given.

    `due_at` of a promise is the one the rules gave (first, or moved by pauses), not an extension.

    Raises:
        CalendarUnknown: a promise needs a year `calendar` does not hold.
    """
    for promise in promises:
        found = due(promise.limit, promise.received_at, calendar, promise.pauses, promise.mode)
        if (found.due_at, found.calendar_confirmed) != (promise.due_at, promise.calendar_confirmed):
            yield Recounted(
                promise.reference, promise.due_at, found.due_at, found.calendar_confirmed
            )
