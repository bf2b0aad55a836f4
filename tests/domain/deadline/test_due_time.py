"""`docs/deadlines.md`, sentence by sentence, on the real calendar of 2026 and 2027.

20/11/2026 is a Friday; 23/11 is worked, 24/11 is off, 28/11 (a Saturday) is not worked;
Saturday 22/8/2026 is worked for Monday 31/8.
"""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from app.domain.clock import VIETNAM
from app.domain.deadline.calendar_year import CalendarYear, Closure, DayOff, MakeUpDay
from app.domain.deadline.due_time import due
from app.domain.deadline.office_hours import Session, WeekPlan
from app.domain.deadline.pauses import InvalidPause, PauseBeforeReceipt, PauseMode, Wait
from app.domain.deadline.time_limit import parse
from app.domain.deadline.working_calendar import CalendarUnknown, WorkingCalendar
from app.exchange.calendar import file as calendar_file

OFFICIAL = calendar_file.seed().calendar()
MORNING, AFTERNOON = Session(450, 690), Session(780, 1020)


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def count(limit, received, *, pauses=(), mode=PauseMode.PAUSE, calendar=OFFICIAL):
    waits = [Wait(at(a), at(b) if b else None) for a, b in pauses]
    found = due(parse(limit), at(received), calendar, waits, mode).due_at
    return found and found.strftime("%Y-%m-%d %H:%M")


@pytest.mark.parametrize(
    ("received", "start"),
    [
        ("2026-11-20 06:00", "2026-11-20 07:30"),
        ("2026-11-20 07:30", "2026-11-20 07:30"),
        ("2026-11-20 11:29", "2026-11-20 11:29"),
        ("2026-11-20 11:30", "2026-11-20 13:00"),
        ("2026-11-20 12:15", "2026-11-20 13:00"),
        ("2026-11-20 16:59", "2026-11-20 16:59"),
        ("2026-11-20 17:00", "2026-11-23 07:30"),
        ("2026-11-21 09:00", "2026-11-23 07:30"),
        ("2026-11-23 17:00", "2026-11-25 07:30"),
        ("2026-12-31 17:30", "2027-01-04 07:30"),
    ],
)
def test_the_count_starts_in_the_next_open_minute(received, start):
    assert due(parse("1 WORKING_DAY"), at(received), OFFICIAL).start == at(start)


@pytest.mark.parametrize(
    ("limit", "received", "expected"),
    [
        ("1 WORKING_DAY", "2026-11-19 10:15", "2026-11-20 10:15"),
        ("5 WORKING_DAY", "2026-11-23 10:15", "2026-12-01 10:15"),
        ("1 WORKING_DAY", "2026-11-20 14:00", "2026-11-23 14:00"),
        ("1 WORKING_DAY", "2026-11-23 14:00", "2026-11-25 14:00"),
        ("1 WORKING_DAY", "2026-11-20 17:00", "2026-11-25 07:30"),
        ("1 WORKING_DAY", "2026-11-21 08:00", "2026-11-25 07:30"),
        ("2 WORKING_DAY", "2026-08-20 09:00", "2026-08-22 09:00"),
        ("1 WORKING_DAY", "2026-08-28 09:00", "2026-09-03 09:00"),
        ("1 WORKING_DAY", "2027-02-03 16:00", "2027-02-11 16:00"),
    ],
)
def test_working_days_leave_out_the_first_day_and_keep_the_clock_time(limit, received, expected):
    assert count(limit, received) == expected


def test_friday_afternoon_intake_is_due_after_the_holiday():
    assert count("2 WORKING_DAY", "2026-11-20 15:30") == "2026-11-25 15:30"


@pytest.mark.parametrize(
    ("friday", "received", "expected"),
    [
        ((Session(540, 660),), "2026-11-19 07:45", "2026-11-20 09:00"),
        ((Session(480, 600), Session(840, 960)), "2026-11-19 10:30", "2026-11-20 14:00"),
        ((Session(480, 600), Session(840, 960)), "2026-11-19 16:30", "2026-11-20 16:00"),
        ((MORNING,), "2026-11-19 14:00", "2026-11-20 11:30"),
        ((MORNING,), "2026-11-19 11:29", "2026-11-20 11:29"),
    ],
)
def test_a_clock_time_at_which_the_last_day_is_shut_moves_within_that_day(
    friday, received, expected
):
    full = (MORNING, AFTERNOON)
    plan = WeekPlan("giờ", (full, full, full, full, friday, (), ()))
    assert count("1 WORKING_DAY", received, calendar=replace(OFFICIAL, plans=(plan,))) == expected


@pytest.mark.parametrize(
    ("closure", "received", "expected"),
    [
        (("2026-11-20 09:00", "2026-11-20 10:00"), "2026-11-19 09:30", "2026-11-20 10:00"),
        (("2026-11-20 15:00", "2026-11-20 20:00"), "2026-11-19 16:00", "2026-11-20 15:00"),
        (("2026-11-20 00:00", "2026-11-21 00:00"), "2026-11-19 16:00", "2026-11-23 16:00"),
        (("2026-11-20 07:30", "2026-11-20 17:00"), "2026-11-19 16:00", "2026-11-23 16:00"),
    ],
)
def test_a_closure_is_no_working_time_and_may_take_the_whole_day(closure, received, expected):
    flood = Closure(at(closure[0]), at(closure[1]), "lũ", "QĐ 12/QĐ-UBND")
    shut = replace(OFFICIAL, closures=(flood,))
    assert count("1 WORKING_DAY", received, calendar=shut) == expected


def test_with_the_end_of_day_option_working_days_end_at_the_last_closing():
    late = replace(OFFICIAL, due_at_end_of_day=True)
    assert count("2 WORKING_DAY", "2026-11-18 08:00", calendar=late) == "2026-11-20 17:00"
    assert count("8 WORKING_HOUR", "2026-11-18 08:00", calendar=late) == "2026-11-19 08:00"


@pytest.mark.parametrize(
    ("limit", "received", "expected"),
    [
        ("1 WORKING_HOUR", "2026-11-20 10:15", "2026-11-20 11:15"),
        ("4 WORKING_HOUR", "2026-11-20 07:30", "2026-11-20 11:30"),
        ("8 WORKING_HOUR", "2026-11-20 07:30", "2026-11-20 17:00"),
        ("2 WORKING_HOUR", "2026-11-20 10:15", "2026-11-20 13:45"),
        ("1 WORKING_HOUR", "2026-11-20 16:30", "2026-11-23 08:00"),
        ("1 WORKING_HOUR", "2026-11-20 18:00", "2026-11-23 08:30"),
        ("9 WORKING_HOUR", "2026-11-23 07:30", "2026-11-25 08:30"),
    ],
)
def test_working_hours_are_open_hours_and_may_end_at_a_closing(limit, received, expected):
    assert count(limit, received) == expected


@pytest.mark.parametrize(
    ("limit", "received", "expected"),
    [
        ("4 HOUR", "2026-11-20 08:00", "2026-11-20 13:00"),
        ("24 HOUR", "2026-11-19 08:00", "2026-11-20 08:00"),
        ("24 HOUR", "2026-11-20 08:00", "2026-11-23 07:30"),
        ("9 HOUR", "2026-11-20 08:00", "2026-11-23 07:30"),
        ("1 HOUR", "2026-11-20 18:00", "2026-11-23 08:30"),
    ],
)
def test_clock_hours_run_on_and_end_in_an_open_minute(limit, received, expected):
    assert count(limit, received) == expected


@pytest.mark.parametrize(
    ("limit", "received", "expected"),
    [
        ("3 DAY", "2026-11-16 10:00", "2026-11-19 17:00"),
        ("1 DAY", "2026-11-20 10:00", "2026-11-23 17:00"),
        ("1 DAY", "2026-11-23 10:00", "2026-11-25 17:00"),
        ("3 DAY", "2026-11-20 23:00", "2026-11-23 17:00"),
        ("2 DAY", "2026-08-20 23:00", "2026-08-22 17:00"),
        ("1 MONTH", "2026-10-23 08:00", "2026-11-23 17:00"),
        ("1 MONTH", "2026-10-31 08:00", "2026-11-30 17:00"),
        ("3 MONTH", "2026-11-30 08:00", "2027-03-01 17:00"),
        ("1 MONTH", "2026-10-24 08:00", "2026-11-25 17:00"),
        ("2 MONTH", "2026-11-04 08:00", "2027-01-04 17:00"),
        ("13 MONTH", "2025-11-20 08:00", "2026-12-21 17:00"),
    ],
)
def test_calendar_days_and_months_count_from_receipt_and_end_at_a_closing(
    limit, received, expected
):
    assert count(limit, received) == expected


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-11-20 06:00", "2026-11-20 17:00"),
        ("2026-11-20 12:00", "2026-11-20 17:00"),
        ("2026-11-20 15:00", "2026-11-20 17:00"),
        ("2026-11-20 15:01", "2026-11-23 17:00"),
        ("2026-11-20 18:00", "2026-11-23 17:00"),
        ("2026-11-21 09:00", "2026-11-23 17:00"),
        ("2026-11-23 15:01", "2026-11-25 17:00"),
        ("2026-11-24 08:00", "2026-11-25 17:00"),
        ("2026-08-22 14:00", "2026-08-22 17:00"),
        ("2026-08-31 14:00", "2026-09-03 17:00"),
    ],
)
def test_same_day_follows_the_fifteen_o_clock_rule(received, expected):
    assert count("SAME_DAY", received) == expected


def test_the_cut_off_is_an_office_setting_and_ends_with_the_desk():
    early = replace(OFFICIAL, same_day_cutoff=time(10))
    assert count("SAME_DAY", "2026-11-20 10:01", calendar=early) == "2026-11-23 17:00"
    saturdays = replace(
        OFFICIAL,
        plans=(WeekPlan("giờ", ((MORNING,),) * 6 + ((),)),),  # type: ignore[arg-type]
    )
    assert count("SAME_DAY", "2026-11-21 11:29", calendar=saturdays) == "2026-11-21 11:30"
    assert count("SAME_DAY", "2026-11-21 11:30", calendar=saturdays) == "2026-11-23 11:30"


def test_no_limit_has_no_due_time_and_needs_no_calendar():
    found = due(parse("NONE"), at("2050-01-01 10:00"), WorkingCalendar(()))
    assert (found.due_at, found.calendar_confirmed) == (None, True)


@pytest.mark.parametrize(
    ("limit", "received", "pauses", "expected"),
    [
        # Two open hours wait; the due time moves by two open hours.
        (
            "1 WORKING_DAY",
            "2026-11-19 10:00",
            [("2026-11-19 14:00", "2026-11-19 16:00")],
            "2026-11-20 13:30",
        ),
        # Over night and lunch only open minutes count: 1 hour + 30 minutes.
        (
            "1 WORKING_DAY",
            "2026-11-18 10:00",
            [("2026-11-18 16:00", "2026-11-19 08:00")],
            "2026-11-19 11:30",
        ),
        # The whole pause counts although it ends after the due time.
        (
            "1 WORKING_HOUR",
            "2026-11-19 08:00",
            [("2026-11-19 08:30", "2026-11-19 10:30")],
            "2026-11-19 11:00",
        ),
        # A pause that starts at the due time, or later, changes nothing.
        (
            "1 WORKING_HOUR",
            "2026-11-19 08:00",
            [("2026-11-19 09:00", "2026-11-19 10:30")],
            "2026-11-19 09:00",
        ),
        # The second pause begins after the first due time but before the moved one.
        (
            "1 WORKING_HOUR",
            "2026-11-19 08:00",
            [("2026-11-19 08:30", "2026-11-19 09:30"), ("2026-11-19 09:40", "2026-11-19 10:00")],
            "2026-11-19 10:20",
        ),
        # Overlapping pauses are one: 08:30–09:30.
        (
            "1 WORKING_HOUR",
            "2026-11-19 08:00",
            [("2026-11-19 09:00", "2026-11-19 09:30"), ("2026-11-19 08:30", "2026-11-19 09:10")],
            "2026-11-19 10:00",
        ),
        # A result on a session's end stays there.
        (
            "1 WORKING_HOUR",
            "2026-11-19 08:00",
            [("2026-11-19 08:30", "2026-11-19 11:00")],
            "2026-11-19 11:30",
        ),
        # A pause without an open minute moves nothing, not even off an opening.
        (
            "24 HOUR",
            "2026-11-20 08:00",
            [("2026-11-21 08:00", "2026-11-22 20:00")],
            "2026-11-23 07:30",
        ),
        (
            "3 DAY",
            "2026-11-16 10:00",
            [("2026-11-17 08:00", "2026-11-17 09:00")],
            "2026-11-20 08:30",
        ),
        (
            "SAME_DAY",
            "2026-11-19 08:00",
            [("2026-11-19 09:00", "2026-11-19 09:30")],
            "2026-11-20 08:00",
        ),
    ],
)
def test_a_pause_moves_the_due_time_by_the_open_time_inside_it(limit, received, pauses, expected):
    assert count(limit, received, pauses=pauses) == expected


def test_pauses_that_only_touch_are_two_and_the_second_begins_at_the_due_time():
    touching = [("2026-11-21 08:00", "2026-11-23 07:30"), ("2026-11-23 07:30", "2026-11-23 09:00")]
    overlapping = [("2026-11-21 08:00", "2026-11-23 07:31"), touching[1]]
    assert count("24 HOUR", "2026-11-20 08:00", pauses=touching) == "2026-11-23 07:30"
    assert count("24 HOUR", "2026-11-20 08:00", pauses=overlapping) == "2026-11-23 09:00"


def test_restart_counts_the_whole_limit_again_from_the_last_completion():
    waits = [("2026-11-17 08:00", "2026-11-18 09:00"), ("2026-11-16 15:00", "2026-11-17 10:00")]
    restarted = count("2 WORKING_DAY", "2026-11-16 08:00", pauses=waits, mode=PauseMode.RESTART)
    assert restarted == "2026-11-20 09:00"


def test_restart_counts_again_even_when_the_pause_began_after_the_due_time():
    waits = [("2026-11-20 08:00", "2026-11-20 09:00")]
    restarted = count("1 WORKING_DAY", "2026-11-16 08:00", pauses=waits, mode=PauseMode.RESTART)
    assert restarted == "2026-11-23 09:00"


@pytest.mark.parametrize("mode", PauseMode)
def test_while_a_pause_is_open_there_is_no_due_time(mode):
    waits = [("2026-11-16 10:00", None), ("2026-11-17 08:00", "2026-11-17 09:00")]
    assert count("5 WORKING_DAY", "2026-11-16 08:00", pauses=waits, mode=mode) is None


def test_a_pause_that_ends_before_it_begins_is_refused():
    with pytest.raises(InvalidPause):
        count("1 DAY", "2026-11-16 08:00", pauses=[("2026-11-17 08:00", "2026-11-17 07:59")])


def test_a_pause_before_receipt_is_refused():
    with pytest.raises(PauseBeforeReceipt):
        count("1 DAY", "2026-11-16 08:00", pauses=[("2026-11-16 07:59", "2026-11-17 07:59")])


def test_seconds_are_dropped_and_every_offset_is_vietnam_time():
    expected = at("2026-11-20 17:00")
    for received in (
        datetime(2026, 11, 20, 15, 0, 59, 999_999, tzinfo=VIETNAM),
        datetime(2026, 11, 20, 8, 0, 59, tzinfo=UTC),
        datetime(2026, 11, 20, 13, 30, 1, tzinfo=timezone(timedelta(hours=5, minutes=30))),
        datetime(2026, 11, 20, 15, 0, 1),
    ):
        found = due(parse("SAME_DAY"), received, OFFICIAL).due_at
        assert found == expected
        assert found.utcoffset() == timedelta(hours=7)


@pytest.mark.parametrize(
    ("limit", "received", "confirmed"),
    [
        ("5 WORKING_DAY", "2027-12-20 08:00", True),
        ("10 WORKING_DAY", "2027-12-20 08:00", False),
        ("1 DAY", "2028-01-05 08:00", False),
    ],
)
def test_a_due_time_in_an_unconfirmed_year_is_given_and_marked(limit, received, confirmed):
    drafted = OFFICIAL.with_years(
        CalendarYear(
            2028, confirmed=False, source="dự kiến", days_off=(DayOff(date(2028, 1, 3), "Tết"),)
        )
    )
    found = due(parse(limit), at(received), drafted)
    assert found.due_at is not None
    assert found.calendar_confirmed is confirmed


def test_a_draft_at_the_start_marks_the_count_even_when_it_ends_in_a_confirmed_year():
    drafted = OFFICIAL.with_years(CalendarYear(2024, confirmed=False, source="dự kiến"))
    found = due(parse("5 WORKING_DAY"), at("2024-12-30 08:00"), drafted)
    assert found.due_at == at("2025-01-07 08:00")
    assert found.calendar_confirmed is False


@pytest.mark.parametrize(
    ("limit", "received", "year"),
    [
        ("1 WORKING_DAY", "2027-12-31 08:00", 2028),
        ("9999 WORKING_HOUR", "2027-12-31 08:00", 2028),
        ("14 MONTH", "2026-12-31 08:00", 2028),
        ("99 MONTH", "2026-12-31 08:00", 2035),
        ("1 HOUR", "2027-12-31 17:00", 2028),
        ("1 DAY", "2024-12-31 08:00", 2024),
        ("1 DAY", "2030-12-31 08:00", 2030),
    ],
)
def test_a_count_into_a_year_nobody_knows_is_refused_with_that_year(limit, received, year):
    with pytest.raises(CalendarUnknown) as refused:
        count(limit, received)
    assert refused.value.year == year


def test_a_make_up_day_wins_over_a_day_off_and_uses_mondays_or_its_own_sessions():
    year = CalendarYear(
        2026,
        confirmed=True,
        source="thử",
        days_off=(DayOff(date(2026, 11, 18), "nghỉ"), DayOff(date(2026, 11, 19), "nghỉ")),
        make_up_days=(
            MakeUpDay(date(2026, 11, 18), sessions=(Session(480, 540),)),
            MakeUpDay(date(2026, 11, 21), instead_of=date(2026, 11, 19)),
        ),
    )
    calendar = WorkingCalendar((year,))
    assert count("1 WORKING_DAY", "2026-11-17 10:00", calendar=calendar) == "2026-11-18 09:00"
    assert count("3 WORKING_DAY", "2026-11-17 16:00", calendar=calendar) == "2026-11-21 16:00"
