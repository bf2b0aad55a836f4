"""Due times of the steps a procedure takes through its agencies."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.catalogue.procedure import Step
from app.domain.deadline.due_time import due
from app.domain.deadline.working_calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class StepDue:
    """When a step starts and must be done; `is_handed_over` is False for a forecast start."""

    step: Step
    starts_at: datetime
    due_at: datetime
    is_handed_over: bool
    calendar_confirmed: bool


def steps_due(
    steps: Sequence[Step],
    received_at: datetime,
    calendar: WorkingCalendar,
    handed_over: Mapping[int, datetime] | None = None,
) -> tuple[StepDue, ...]:
    """The due time of each step, counted like any limit from its hand-over.

    The first step starts with receipt. A step not yet handed over is forecast to start when the
    one before is due. `handed_over` maps a step's position to the moment it was handed over.

    Raises:
        CalendarUnknown: a step reaches into a year the calendar does not hold.
    """
    handed = handed_over or {}
    found: list[StepDue] = []
    starts_at = received_at
    for index, step in enumerate(sorted(steps, key=lambda step: step.position)):
        is_handed_over = index == 0 or step.position in handed
        starts_at = handed.get(step.position, starts_at)
        promise = due(step.limit, starts_at, calendar)
        if promise.due_at is None:
            raise ValueError(f"a step needs a limit: {step}")
        found.append(
            StepDue(step, starts_at, promise.due_at, is_handed_over, promise.calendar_confirmed)
        )
        starts_at = promise.due_at
    return tuple(found)
