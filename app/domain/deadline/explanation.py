"""A due time explained day by day, so that it can be counted again by hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum

from app.domain.clock import to_minute
from app.domain.deadline.due_time import Due, count_begins, due, moved, unpaused_due
from app.domain.deadline.explanation_rows import (
    Row,
    Why,
    count_rows,
    move_rows,
    pause_row,
    pause_rows,
)
from app.domain.deadline.pauses import PauseMode, Wait, Waiting, is_open, merged
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.deadline.working_calendar import WorkingCalendar


class LegalBasis(StrEnum):
    """Rules of law a count rests on; `app.wording.deadline` names the texts."""

    WORKING_TIME = "WORKING_TIME"
    CIVIL_CODE_PERIODS = "CIVIL_CODE_PERIODS"
    FIFTEEN_O_CLOCK = "FIFTEEN_O_CLOCK"
    DAYS_OFF = "DAYS_OFF"
    SUPPLEMENT_NOT_COUNTED = "SUPPLEMENT_NOT_COUNTED"
    SUPPLEMENT_RESTARTS = "SUPPLEMENT_RESTARTS"


@dataclass(frozen=True, slots=True)
class Explanation:
    """The table and what its reader needs beside it.

    `counted_from` is the receipt the limit was counted from (the last completion after a
    restart), `start_at` the first open minute from there. `unpaused_due_at` is the due time before
    pauses moved it. `rows` hold first the count, then for each pause its own days and the days
    the due time moved over. `at_closing`: limits in working days end at the last closing (office
    option). `unconfirmed_years` are those of the count whose calendar is a draft.
    """

    limit: TimeLimit
    mode: PauseMode
    received_at: datetime
    counted_from: datetime
    start_at: datetime
    unpaused_due_at: datetime | None
    due_at: datetime | None
    calendar_confirmed: bool
    is_paused: bool
    at_closing: bool
    same_day_cutoff: time
    unconfirmed_years: tuple[int, ...]
    basis: tuple[LegalBasis, ...]
    rows: tuple[Row, ...]


def explain(
    limit: TimeLimit,
    received_at: datetime,
    calendar: WorkingCalendar,
    pauses: Iterable[Waiting] = (),
    mode: PauseMode = PauseMode.PAUSE,
) -> Explanation:
    """Explain what `deadline.due` gives for the same arguments; refuses what it refuses."""
    received_at = to_minute(received_at)
    waits = merged(pauses, received_at)
    found = due(limit, received_at, calendar, waits, mode)
    counted_from = count_begins(received_at, waits, mode)
    rows: list[Row] = []
    unpaused = None
    if limit.unit is not Unit.NONE:
        if mode is PauseMode.RESTART:
            rows += [pause_row(w, Why.RESTARTED, calendar) for w in waits if w.completed_at]
        unpaused = unpaused_due(limit, counted_from, calendar)
        rows += count_rows(limit, counted_from, unpaused, calendar)
        if mode is PauseMode.PAUSE:
            rows += _pauses_and_moves(unpaused, waits, calendar)
        elif is_open(waits):
            rows.append(pause_row(waits[-1], Why.PAUSE_OPEN, calendar))
    return Explanation(
        limit=limit,
        mode=mode,
        received_at=received_at,
        counted_from=counted_from,
        start_at=found.start,
        unpaused_due_at=unpaused,
        due_at=found.due_at,
        calendar_confirmed=found.calendar_confirmed,
        is_paused=is_open(waits),
        at_closing=calendar.due_at_end_of_day,
        same_day_cutoff=calendar.same_day_cutoff,
        unconfirmed_years=_unconfirmed(found, calendar),
        basis=tuple(_basis(limit, waits, mode)),
        rows=tuple(rows),
    )


def _pauses_and_moves(
    due_at: datetime, waits: tuple[Wait, ...], calendar: WorkingCalendar
) -> Iterator[Row]:
    for wait in waits:
        if wait.completed_at is None:
            yield pause_row(wait, Why.PAUSE_OPEN, calendar)
        elif wait.asked_at >= due_at:
            yield pause_row(wait, Why.PAUSE_WITHOUT_EFFECT, calendar)
        else:
            later = moved(due_at, (wait,), calendar)
            yield from pause_rows(wait.asked_at, wait.completed_at, calendar)
            yield from move_rows(due_at, later, calendar)
            due_at = later


def _unconfirmed(found: Due, calendar: WorkingCalendar) -> tuple[int, ...]:
    if found.calendar_confirmed or found.due_at is None:
        return ()
    first, last = sorted((found.start.year, found.due_at.year))
    return tuple(year for year in range(first, last + 1) if not calendar.is_confirmed(year))


def _basis(limit: TimeLimit, waits: tuple[Wait, ...], mode: PauseMode) -> Iterator[LegalBasis]:
    if limit.unit is Unit.NONE:
        return
    if limit.unit in {Unit.DAY, Unit.MONTH}:
        yield LegalBasis.CIVIL_CODE_PERIODS
    else:
        yield LegalBasis.WORKING_TIME
    if limit.unit is Unit.SAME_DAY:
        yield LegalBasis.FIFTEEN_O_CLOCK
    yield LegalBasis.DAYS_OFF
    if waits:
        restarts = mode is PauseMode.RESTART
        yield (LegalBasis.SUPPLEMENT_RESTARTS if restarts else LegalBasis.SUPPLEMENT_NOT_COUNTED)
