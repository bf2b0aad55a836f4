"""The engine against the minute-by-minute oracle, and explanations counted again by hand."""

import json
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.clock import VIETNAM
from app.domain.deadline.due_time import due
from app.domain.deadline.explanation import explain
from app.domain.deadline.explanation_rows import Why
from app.domain.deadline.pauses import PauseMode, Wait
from app.domain.deadline.remaining import remaining
from app.domain.deadline.time_limit import TimeLimit, Unit
from app.exchange.calendar import file as calendar_file
from tests.domain.deadline.calendar_strategies import (
    calendar_files,
    limits,
    moments,
    not_later,
    pauses,
)
from tests.domain.deadline.oracle import Oracle

cases = st.fixed_dictionaries(
    {
        "file": calendar_files(),
        "limit": limits,
        "received": moments(),
        "mode": st.sampled_from(list(PauseMode)),
        "end_of_day": st.booleans(),
        "not_later": not_later,
        "data": st.data(),
    }
)


def aware(moment):
    return moment.replace(tzinfo=VIETNAM)


def engine_of(case):
    calendar = calendar_file.read(json.dumps(case["file"]).encode()).calendar()
    return replace(calendar, due_at_end_of_day=case["end_of_day"])


def limit_of(case):
    amount, unit = case["limit"]
    return TimeLimit(Unit(unit), amount, "" if unit == "NONE" else case["not_later"])


def check_against_oracle(case):
    oracle = Oracle(case["file"], end_of_day=case["end_of_day"])
    amount, unit = case["limit"]
    waits = case["data"].draw(pauses(case["received"]))
    limit = limit_of(case)
    expected = oracle.due(amount, unit, case["received"], waits, case["mode"], limit.not_later)
    found = due(
        limit,
        aware(case["received"]),
        engine_of(case),
        [Wait(aware(a), aware(b)) for a, b in waits],
        case["mode"],
    )
    assert found.due_at == (aware(expected) if expected else None)
    if expected:
        confirmed = found.start.year < 2027 and expected.year < 2027
        assert found.calendar_confirmed is confirmed


@settings(max_examples=250)
@given(case=cases)
def test_every_unit_pause_and_calendar_agrees_with_a_walk_minute_by_minute(case):
    check_against_oracle(case)


@pytest.mark.deep
@given(case=cases)
def test_every_unit_agrees_with_the_walk_over_many_more_calendars(case):
    check_against_oracle(case)


@settings(max_examples=150)
@given(file=calendar_files(), one=moments(), hours=st.integers(-200, 200))
def test_open_time_between_moments_is_what_a_walk_counts(file, one, hours):
    other = one + timedelta(hours=hours)
    oracle = Oracle(file)
    calendar = calendar_file.read(json.dumps(file).encode()).calendar()
    counted = oracle.count(min(one, other), max(one, other))
    assert calendar.open_minutes(aware(one), aware(other)) == counted * (1 if other > one else -1)
    left = remaining(aware(one), aware(other), calendar)
    assert (left.minutes, left.is_overdue) == (counted, one > other)
    assert calendar.is_open(aware(one)) is oracle.is_open(one)
    assert calendar.next_open(aware(one)) == aware(oracle.next_open(one))


@settings(max_examples=200)
@given(case=cases)
def test_the_due_time_can_be_counted_again_from_the_table_alone(case):
    waits = [Wait(aware(a), aware(b)) for a, b in case["data"].draw(pauses(case["received"]))]
    calendar = engine_of(case)
    received = aware(case["received"])
    explained = explain(limit_of(case), received, calendar, waits, case["mode"])
    assert explained.due_at == due(explained.limit, received, calendar, waits, case["mode"]).due_at
    assert by_hand(explained) == explained.due_at


COUNT = {
    Why.WORKING_DAY, Why.WORKING_HOURS, Why.CLOCK_HOURS, Why.CALENDAR_DAY, Why.MONTHS,
    Why.NEXT_WORKING_DAY, Why.SAME_DAY,
}  # fmt: skip


CAP = {Why.NOT_LATER, Why.WORKING_DAY_BEFORE}


def by_hand(explained):
    """The due time as a citizen gets it from the rows: no calendar, no engine."""
    count = [row for row in explained.rows if row.why in COUNT]
    if explained.limit.unit is Unit.NONE:
        assert explained.rows == ()
        return None
    last = count[-1]
    match explained.limit.unit:
        case Unit.WORKING_DAY:
            assert [row.number for row in count] == list(range(1, explained.limit.amount + 1))
            opens = [s for s in last.day.sessions if at(last, s.closes) > clock_on(last, explained)]
            if explained.at_closing or not opens:
                found = closing(last)
            else:
                found = max(clock_on(last, explained), at(last, opens[0].opens))
        case Unit.WORKING_HOUR:
            done = [row for row in count if row.is_counted]
            assert done[-1].total == explained.limit.amount * 60 == sum(r.minutes for r in done)
            found = at(done[-1], done[-1].spans[-1].closes)
        case Unit.HOUR:
            counted = [row for row in count if row.why is Why.CLOCK_HOURS]
            assert sum(r.minutes for r in counted) == explained.limit.amount * 60
            end = at(counted[-1], counted[-1].spans[-1].closes)
            found = next_opening_in(explained.rows, end)
        case _:
            if explained.limit.unit is Unit.DAY:
                numbers = [r.number for r in count if r.why is Why.CALENDAR_DAY]
                assert numbers == list(range(1, explained.limit.amount + 1))
            found = closing(last)
    assert found == explained.unpaused_due_at
    capped = [row for row in explained.rows if row.why in CAP and row.is_counted]
    assert bool(capped) is (explained.capped_on is not None)
    moved = [row for row in explained.rows if row.why is Why.MOVED and row.is_counted]
    paused = [row for row in explained.rows if row.why is Why.PAUSED]
    assert sum(row.minutes for row in moved) == sum(row.minutes for row in paused)
    if capped:
        return closing(capped[-1])
    return at(moved[-1], moved[-1].spans[-1].closes) if moved else found


def at(row, minute):
    return datetime.combine(row.day.on, datetime.min.time(), VIETNAM) + timedelta(minutes=minute)


def closing(row):
    return at(row, row.day.sessions[-1].closes)


def clock_on(row, explained):
    return at(row, explained.start_at.hour * 60 + explained.start_at.minute)


def next_opening_in(rows, end):
    openings = [
        max(end, at(row, session.opens))
        for row in rows
        if row.why in COUNT
        for session in row.day.sessions
        if at(row, session.closes) > end
    ]
    return min(openings)
