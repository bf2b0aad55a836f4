"""How long a dossier lay with each agency, and how each stands against the limit of its step."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.catalogue.procedure import Step
from app.domain.deadline.due_time import Due, due
from app.domain.deadline.pauses import Wait, Waiting
from app.domain.deadline.standing import (
    DUE_SOON_HOURS,
    Standing,
    ended_standing,
    open_standing,
)
from app.domain.deadline.working_calendar import WorkingCalendar
from app.domain.workflow.handing import DESK, Handing


@dataclass(frozen=True, slots=True)
class Stay:
    """A dossier's time with one agency (`DESK`: the one-stop desk).

    `until` is None while it lies there. `due_at` is when the step must be done, None without a
    step, or while the dossier waits for its applicant. `handing` brought it there, None at receipt.
    """

    agency: str
    since: datetime
    until: datetime | None
    step: Step | None
    due_at: datetime | None
    calendar_confirmed: bool
    standing: Standing
    handing: Handing | None = None

    @property
    def is_on_its_way(self) -> bool:
        """Whether the agency has not scanned it back yet."""
        return self.handing is not None and self.handing.is_on_its_way


@dataclass(frozen=True, slots=True)
class Course:
    """What the stays of a dossier follow from.

    `first` is the step that begins with its receipt, as limits are now, for as long as it has not
    been handed over; `waits` are for its applicant, `ended_at` is when it ended.
    """

    received_at: datetime
    handings: Sequence[Handing] = ()
    first: Step | None = None
    waits: Sequence[Waiting] = ()
    ended_at: datetime | None = None


def stays(
    course: Course,
    calendar: WorkingCalendar,
    now: datetime,
    due_soon_hours: int = DUE_SOON_HOURS,
) -> tuple[Stay, ...]:
    """Every stay, oldest first; the last is where the dossier lies, and whose clock runs.

    A step starts when the dossier is handed over to it, the desk's with its receipt; its due time
    follows the rules of every limit. What a dossier waits for its applicant is no agency's time.
    After its end nothing is due.

    Raises:
        CalendarUnknown: a step reaches into a year the calendar does not hold.
    """
    went = [one for one in course.handings if one.counts]
    at_first = went[0].left if went else course.first
    begun = [
        (DESK, course.received_at, at_first, None),
        *((one.agency, one.since, one.step, one) for one in went),
    ]
    found: list[Stay] = []
    for nth, (agency, since, step, handing) in enumerate(begun):
        until = begun[nth + 1][1] if nth + 1 < len(begun) else None
        ended = course.ended_at
        is_after_end = ended is not None and since >= ended and nth > 0
        counted = None if step is None or is_after_end else step
        measured = min((at for at in (until, ended) if at is not None), default=None)
        counts = _due(counted, since, measured, course.waits, calendar)
        standing = _standing(counts, measured, course.waits, calendar, now, due_soon_hours)
        found.append(
            Stay(
                agency,
                since,
                until,
                counted,
                counts.due_at if counts else None,
                counts.calendar_confirmed if counts else True,
                standing,
                handing,
            )
        )
    return tuple(found)


def _due(
    step: Step | None,
    since: datetime,
    until: datetime | None,
    waits: Sequence[Waiting],
    calendar: WorkingCalendar,
) -> Due | None:
    """The due time of a step that began `since`, moved by the waits that fall into its time."""
    if step is None:
        return None
    within = [
        Wait(max(wait.asked_at, since), wait.completed_at or until)
        for wait in waits
        if (wait.completed_at is None or wait.completed_at > since)
        and (until is None or wait.asked_at < until)
    ]
    return due(step.limit, since, calendar, within)


def _standing(
    counted: Due | None,
    ended_at: datetime | None,
    waits: Sequence[Waiting],
    calendar: WorkingCalendar,
    now: datetime,
    due_soon_hours: int,
) -> Standing:
    if counted is None:
        return Standing.NO_LIMIT
    if ended_at is not None:
        return ended_standing(ended_at, counted.due_at)
    is_paused = any(wait.completed_at is None for wait in waits)
    return open_standing(
        now, counted.due_at, calendar, is_paused=is_paused, due_soon_hours=due_soon_hours
    )
