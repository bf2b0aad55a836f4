"""A due time explained day by day, so that it can be counted again by hand."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

from app.domain.clock import to_minute
from app.domain.deadline.due_time import Due, count_begins, due, moved, unpaused_due
from app.domain.deadline.explanation_rows import (
    Row,
    Why,
    cap_rows,
    count_rows,
    move_rows,
    pause_row,
    pause_rows,
)
from app.domain.deadline.legal_basis import count_basis
from app.domain.deadline.pauses import PauseMode, Wait, Waiting, is_open, merged
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.domain.deadline.working_calendar import WorkingCalendar


@dataclass(frozen=True, slots=True)
class CutFrom:
    """What the law gives where the office cut the limit, and the decision by which it did."""

    statutory: TimeLimit
    decision: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """The table and what its reader needs beside it.

    `counted_from` is the receipt the limit was counted from (the last completion after a
    restart), `start_at` the first open minute from there. `unpaused_due_at` is the due time before
    pauses moved it and a day of the year cut it short. `rows` hold first the count, then for each
    pause its own days and the days the due time moved over, at last the day that cut it short.
    `at_closing`: limits in working days end at the last closing (office option).
    `unconfirmed_years` are those of the count whose calendar is a draft. `basis` cites the texts of
    law the count rests on, of those in force on the day of receipt. `capped_on` is the day of the
    year that cut the limit short; `source` is where the limit comes from, if known; `cut_from` what
    it was cut from, where the office cut it.
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
    basis: tuple[str, ...]
    rows: tuple[Row, ...]
    capped_on: date | None = None
    source: str = ""
    cut_from: CutFrom | None = None


def explain(
    limit: TimeLimit,
    received_at: datetime,
    calendar: WorkingCalendar,
    pauses: Iterable[Waiting] = (),
    mode: PauseMode = PauseMode.PAUSE,
    *,
    field: str = "",
    source: str = "",
    cut_from: CutFrom | None = None,
) -> Explanation:
    """Explain what `deadline.due` gives for the same arguments; refuses what it refuses.

    `field` is the procedure's: the law of the same day is its own in each. Empty: of every field.
    `source` is where the catalogue has the limit from, `cut_from` what it was cut from.
    """
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
        rows.sort(key=lambda row: row.day.on)  # a pause is read among the days it lay between
        if found.capped_on is not None:
            rows += cap_rows(found.capped_on, calendar)
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
        basis=count_basis(limit, received_at.date(), field, has_waits=bool(waits), mode=mode),
        rows=tuple(rows),
        capped_on=found.capped_on,
        source=source,
        cut_from=cut_from,
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
