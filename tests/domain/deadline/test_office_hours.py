"""Hours of the desk: sessions to the minute, and which plan holds on a day."""

from datetime import date

import pytest

from app.domain.deadline.office_hours import (
    DEFAULT_PLAN,
    Session,
    WeekPlan,
    clock_text,
    joined,
    narrowest_first,
    within,
    without,
)

MORNING, AFTERNOON = Session(450, 690), Session(780, 1_020)


def plan(name="giờ", **validity):
    return WeekPlan(name, ((MORNING,),) * 7, **validity)


@pytest.mark.parametrize(("opens", "closes"), [(-1, 60), (60, 60), (61, 60), (1_439, 1_441)])
def test_a_session_lies_within_one_day_and_is_never_empty(opens, closes):
    with pytest.raises(ValueError, match="no session"):
        Session(opens, closes)


def test_a_session_may_be_the_whole_day_and_a_minute():
    assert Session(0, 1_440).minutes == 1_440
    assert Session(1_439, 1_440).minutes == 1
    assert str(Session(450, 1_439)) == "07:30-23:59"
    assert [clock_text(minute) for minute in (0, 59, 60, 61)] == [
        "00:00",
        "00:59",
        "01:00",
        "01:01",
    ]


def test_touching_and_overlapping_sessions_are_one_and_others_stay_apart():
    assert joined([AFTERNOON, MORNING]) == (MORNING, AFTERNOON)
    assert joined([Session(1, 5), Session(5, 9)]) == (Session(1, 9),)
    assert joined([Session(1, 5), Session(6, 9)]) == (Session(1, 5), Session(6, 9))
    assert joined([Session(1, 9), Session(3, 5)]) == (Session(1, 9),)
    assert joined([Session(1, 5), Session(3, 9), Session(9, 12)]) == (Session(1, 12),)
    assert plan().weekdays == ((MORNING,),) * 7


def test_what_is_shut_is_left_out_to_the_minute():
    assert without((MORNING, AFTERNOON), Session(600, 800)) == (
        Session(450, 600),
        Session(800, 1_020),
    )
    assert without((MORNING,), Session(450, 690)) == ()
    assert without((MORNING,), Session(690, 700)) == (MORNING,)
    assert without((MORNING,), Session(451, 689)) == (Session(450, 451), Session(689, 690))
    assert without((Session(0, 1_440),), Session(0, 1)) == (Session(1, 1_440),)


def test_a_part_of_a_day_is_up_to_its_last_minute_without_it():
    assert within((MORNING, AFTERNOON), 500, 780) == (Session(500, 690),)
    assert within((MORNING, AFTERNOON), 689, 781) == (Session(689, 690), Session(780, 781))
    assert within((MORNING,), 690, 800) == ()


@pytest.mark.parametrize(
    ("validity", "valid", "invalid"),
    [
        ({}, [(1, 1), (12, 31)], []),
        ({"from_on": date(2026, 3, 5)}, [(3, 5), (12, 31)], [(3, 4)]),
        ({"to_on": date(2026, 3, 5)}, [(1, 1), (3, 5)], [(3, 6)]),
        ({"from_on": date(2026, 3, 5), "to_on": date(2026, 3, 5)}, [(3, 5)], [(3, 4), (3, 6)]),
        (
            {"every_year_from": (4, 15), "every_year_to": (10, 14)},
            [(4, 15), (7, 1), (10, 14)],
            [(4, 14), (10, 15)],
        ),
        (
            {"every_year_from": (10, 15), "every_year_to": (4, 14)},
            [(10, 15), (12, 31), (1, 1), (4, 14)],
            [(10, 14), (4, 15)],
        ),
        ({"every_year_from": (3, 5), "every_year_to": (3, 5)}, [(3, 5)], [(3, 4), (3, 6)]),
    ],
)
def test_both_ends_of_a_validity_are_in_it(validity, valid, invalid):
    one = plan(**validity)
    assert all(one.is_valid(date(2026, *day)) for day in valid)
    assert not any(one.is_valid(date(2026, *day)) for day in invalid)


def test_of_plans_that_hold_at_once_the_narrowest_is_asked_first():
    week = plan("tuần", from_on=date(2026, 3, 2), to_on=date(2026, 3, 8))
    month = plan("tháng", from_on=date(2026, 3, 1), to_on=date(2026, 3, 31))
    from_then = plan("từ", from_on=date(2026, 3, 1))
    until = plan("đến", to_on=date(2026, 3, 1))
    summer = plan("hè", every_year_from=(4, 15), every_year_to=(8, 14))
    winter = plan("đông", every_year_from=(10, 15), every_year_to=(4, 14))
    later = plan("mới")
    ranked = narrowest_first([DEFAULT_PLAN, winter, later, summer, until, from_then, month, week])
    assert [one.name for one in ranked] == [
        "tuần", "tháng", "đến", "từ", "hè", "đông", "mới", DEFAULT_PLAN.name,
    ]  # fmt: skip


def test_a_range_over_the_29th_of_february_is_a_day_longer_than_its_days_apart():
    assert plan(every_year_from=(2, 28), every_year_to=(3, 1)).breadth == (1, 3_652_058, 2)
    assert plan(every_year_from=(12, 31), every_year_to=(1, 1)).breadth[2] == 1
    assert plan(every_year_from=(1, 1), every_year_to=(12, 31)).breadth[2] == 365
    assert plan().breadth[2] > 366


def test_the_default_hours_are_those_of_five_days():
    assert DEFAULT_PLAN.weekdays == (*((MORNING, AFTERNOON),) * 5, (), ())
    assert [str(one) for one in DEFAULT_PLAN.weekdays[0]] == ["07:30-11:30", "13:00-17:00"]
