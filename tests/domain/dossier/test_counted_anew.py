"""Promises counted anew by a closure: as a fresh count with it gives, and back again."""

import json
from dataclasses import replace
from datetime import datetime, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock import VIETNAM
from app.domain.deadline.apology import Apology, DelayCause
from app.domain.deadline.calendar_year import Closure
from app.domain.deadline.closures import with_closure, without_closure
from app.domain.deadline.due_time import due
from app.domain.deadline.pauses import PauseKind, PauseMode
from app.domain.deadline.time_limit import TimeLimit, Unit, parse
from app.domain.deadline.working_calendar import CalendarUnknown
from app.domain.dossier.clock_effect import Recount, counted_anew
from app.domain.dossier.dossier import Pause, Promise, PromiseKind
from app.exchange.calendar import file as calendar_file
from tests.domain.deadline.calendar_strategies import calendar_files, limits, moments, not_later
from tests.domain.deadline.calendar_strategies import pauses as some_pauses
from tests.exchange.strategies_exchange import a_dossier

CALENDAR = calendar_file.seed().calendar()
MONDAY = datetime(2026, 11, 23, 10, 15, tzinfo=VIETNAM)
FRIDAY = datetime(2026, 11, 27, 10, 15, tzinfo=VIETNAM)
BEGINS = MONDAY.replace(day=25, hour=7, minute=30)
STORM = Closure(BEGINS, BEGINS.replace(hour=17, minute=0), "Bão", "QĐ 9")
SOON = MONDAY + timedelta(hours=3)
LATER = SOON + timedelta(hours=1)


def a_case(limit="3 WORKING_DAY", received_at=MONDAY, calendar=CALENDAR, **more):
    """A dossier promised by the rules."""
    limit = parse(limit) if isinstance(limit, str) else limit
    pauses, mode = more.pop("pauses", ()), more.pop("pause_mode", PauseMode.PAUSE)
    found = due(limit, received_at, calendar, pauses, mode)
    first = Promise(PromiseKind.FIRST, found.due_at, found.calendar_confirmed, received_at)
    return a_dossier(
        limit=limit, received_at=received_at, due_at=found.due_at, measured_due_at=found.due_at,
        calendar_confirmed=found.calendar_confirmed, promises=(first,), pauses=pauses,
        pause_mode=mode, **more,
    )  # fmt: skip


def an_apology(due_at, made_at=SOON):
    return Apology(made_at, FRIDAY, due_at, DelayCause.WORKLOAD, "Nhiều hồ sơ", "Lan")


def extended(dossier, due_at, made_at=SOON):
    promise = Promise(PromiseKind.EXTENDED, due_at, True, made_at)
    return replace(
        dossier, due_at=due_at, promises=(*dossier.promises, promise),
        apologies=(*dossier.apologies, an_apology(due_at, made_at)),
    )  # fmt: skip


def declaring(closure=STORM, calendar=CALENDAR, at=LATER):
    after = with_closure(calendar, closure)
    return Recount(calendar, after, {closure: at}, not_before=closure.from_at)


def undoing(closure=STORM, calendar=CALENDAR, at=LATER):
    return Recount(with_closure(calendar, closure), calendar, {closure: at})


def anew(dossier, by, at=SOON):
    found = counted_anew(dossier, by, now=at, number=7)
    return found and found.of(dossier, version=dossier.version + 1)


def test_the_promise_moves_and_the_former_one_is_kept():
    before = a_case()
    after = anew(before, declaring())
    assert before.due_at == FRIDAY
    assert after.due_at == after.measured_due_at == FRIDAY + timedelta(days=3)
    assert after.promises == (
        *before.promises,
        Promise(PromiseKind.CLOSURE, after.due_at, True, SOON, 7),
    )


def test_undone_it_stands_as_before_and_both_promises_are_kept():
    before = a_case()
    moved = anew(before, declaring())
    back = anew(moved, undoing(), SOON + timedelta(days=1))
    assert (back.due_at, back.measured_due_at) == (before.due_at, before.measured_due_at)
    assert [promise.due_at for promise in back.promises] == [FRIDAY, moved.due_at, FRIDAY]


@pytest.mark.parametrize("limit", ["1 WORKING_HOUR", "NONE"])
def test_what_the_closure_does_not_reach_stays(limit):
    assert anew(a_case(limit), declaring()) is None


def test_a_dossier_that_waits_is_counted_when_its_wait_ends():
    waits = replace(a_case(), due_at=None)
    asked = Pause(PauseKind.SUPPLEMENT, MONDAY + timedelta(hours=1), None, "Thiếu")
    assert anew(replace(waits, pauses=(asked,)), declaring()) is None


def test_what_was_overdue_when_the_desk_closed_stays_overdue():
    """Also where another calendar would count it later: nothing late is made on time."""
    earlier = FRIDAY - timedelta(days=4)
    late = replace(a_case(), due_at=earlier, measured_due_at=earlier)
    assert anew(late, declaring()) is None


def test_an_extension_moves_by_the_open_time_the_closure_takes_from_it():
    before = extended(a_case(), FRIDAY.replace(day=30))
    after = anew(before, declaring())
    assert after.due_at == datetime(2026, 12, 1, 10, 15, tzinfo=VIETNAM)
    assert after.measured_due_at == FRIDAY.replace(day=30)
    assert after.promises[-1].kind is PromiseKind.CLOSURE
    back = anew(after, undoing())
    assert (back.due_at, back.measured_due_at) == (before.due_at, before.measured_due_at)


def test_an_extension_that_was_chosen_with_the_closure_in_sight_stays():
    before = anew(a_case(), declaring(at=MONDAY))
    chosen = extended(before, FRIDAY.replace(day=30, hour=15))
    assert anew(chosen, declaring(replace(STORM, reason="Lũ"), declaring().after)) is None
    back = anew(chosen, undoing(at=MONDAY))
    assert (back.due_at, back.measured_due_at) == (chosen.due_at, FRIDAY)
    assert back.promises == chosen.promises, "only what it is measured against moves"


def test_an_extension_never_ends_before_what_it_is_measured_against():
    week = Closure(STORM.from_at, STORM.to_at + timedelta(days=7), "Lũ", "QĐ 10")
    apology = extended(a_case(), FRIDAY.replace(hour=15), MONDAY)
    by = Recount(CALENDAR, with_closure(CALENDAR, week), not_before=week.from_at)
    after = anew(apology, by)
    assert after.due_at == after.measured_due_at


def test_a_wait_after_the_extension_moves_it_as_well():
    thursday = MONDAY.replace(day=26)
    asked = Pause(PauseKind.SUPPLEMENT, thursday, thursday.replace(hour=14), "Thiếu")
    before = replace(extended(a_case(), FRIDAY.replace(day=30)), pauses=(asked,))
    after = anew(before, declaring())
    waited = CALENDAR.open_minutes(asked.asked_at, asked.completed_at)
    moved = CALENDAR.forward(datetime(2026, 12, 1, 10, 15, tzinfo=VIETNAM), waited)
    assert after.due_at == moved


def test_of_the_closures_of_then_each_is_worked_out_once():
    by = declaring()
    asked = MONDAY - timedelta(days=9)
    assert by.as_known(by.after, asked) is by.as_known(by.after, asked - timedelta(days=1))
    assert by.as_known(by.after, LATER) is by.after


@st.composite
def cases(draw):
    calendar = calendar_file.read(json.dumps(draw(calendar_files())).encode()).calendar()
    amount, unit = draw(limits)
    cap = draw(not_later) if unit != "NONE" else ""
    limit = TimeLimit(Unit(unit), amount, cap)
    received = draw(moments()).replace(tzinfo=VIETNAM)
    begins = draw(moments()).replace(tzinfo=VIETNAM)
    ends = begins + timedelta(minutes=draw(st.integers(1, 6 * 1440)))
    closure = Closure(begins, ends, "Bão", "QĐ")
    waits = tuple(Pause(PauseKind.SUPPLEMENT, *one, "Thiếu") for one in draw(some_pauses(received)))
    return calendar, limit, received, closure, waits, draw(st.sampled_from(PauseMode))


@given(cases())
def test_counted_anew_it_is_what_a_fresh_count_gives_and_undone_what_it_was(case):
    calendar, limit, received, closure, waits, mode = case
    try:
        without = due(limit, received, calendar, waits, mode)
        with_it = due(limit, received, with_closure(calendar, closure), waits, mode)
        before = a_case(limit, received, calendar, pauses=waits, pause_mode=mode)
    except CalendarUnknown:
        return
    by = Recount(calendar, with_closure(calendar, closure), not_before=closure.from_at)
    after = anew(before, by)
    stands = after or before
    assert (stands.due_at, stands.measured_due_at) == (with_it.due_at, with_it.due_at)
    if without.due_at is not None and without.due_at < closure.from_at:
        assert after is None, "nothing overdue when the desk closed becomes on time"
    back = anew(stands, Recount(by.after, without_closure(by.after, closure))) or stands
    assert (back.due_at, back.measured_due_at) == (without.due_at, without.due_at)
    assert back.promises[: len(stands.promises)] == stands.promises
    assert stands.promises[: len(before.promises)] == before.promises


@given(cases(), st.integers(1, 30_000))
def test_an_extension_comes_back_to_the_minute_when_its_closure_is_undone(case, apart):
    calendar, limit, received, closure, waits, mode = case
    try:
        before = a_case(limit, received, calendar, pauses=waits, pause_mode=mode)
        if before.due_at is None:
            return
        later = calendar.next_open(before.due_at + timedelta(minutes=apart))
        made_at = max([received, *(one.completed_at for one in waits)])
        chosen = extended(before, later, made_at)
        by = Recount(
            calendar, with_closure(calendar, closure), {closure: made_at + timedelta(minutes=1)},
            not_before=closure.from_at,
        )  # fmt: skip
        stands = anew(chosen, by) or chosen
        back = anew(stands, Recount(by.after, calendar, by.declared)) or stands
    except CalendarUnknown:
        return
    assert (back.due_at, back.measured_due_at) == (chosen.due_at, chosen.measured_due_at)
    assert stands.due_at is not None
    assert stands.due_at >= stands.measured_due_at or stands.measured_due_at == before.due_at
    assert stands.due_at.time() != time(0)
