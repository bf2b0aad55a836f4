"""Small texts of the calendar file, to the last minute and day that is one."""

from datetime import date, time

import pytest

from app.domain.deadline.office_hours import Session
from app.exchange.calendar.texts import (
    month_day_text,
    read_clock,
    read_date,
    read_month_day,
    read_session,
)


def is_refused(read, text):
    try:
        read(text)
    except ValueError:
        return True
    return False


@pytest.mark.parametrize(
    ("text", "session"),
    [
        ("07:30-11:30", Session(450, 690)),
        (" 13:00 – 17:05 ", Session(780, 1_025)),
        ("00:00-23:59", Session(0, 1_439)),
        ("23:58-23:59", Session(1_438, 1_439)),
        ("00:59-01:59", Session(59, 119)),
    ],
)
def test_a_session_is_from_minute_to_minute_of_one_day(text, session):
    assert read_session(text) == session


@pytest.mark.parametrize(
    "text",
    ["07:30", "7:30-11:30", "24:00-24:30", "07:30-24:00", "07:60-11:30", "07:30-11:60",
     "11:30-07:30", "07:30-07:30", ""],
)  # fmt: skip
def test_what_is_no_session_is_refused(text):
    assert is_refused(read_session, text)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("10-15", (10, 15)), ("--10-15", (10, 15)), ("15/10", (10, 15)), ("1/2", (2, 1)),
        ("02-29", (2, 29)), ("29/2", (2, 29)), ("12-31", (12, 31)), ("01-01", (1, 1)),
    ],
)  # fmt: skip
def test_a_day_of_every_year_may_be_the_29th_of_february(text, day):
    assert read_month_day(text) == day


@pytest.mark.parametrize("text", ["", "30/2", "02-30", "13-01", "00-10", "10-00", "1-2", "10.15"])
def test_what_is_no_day_of_a_year_is_refused(text):
    assert is_refused(read_month_day, text)


def test_a_day_of_every_year_is_written_month_first():
    assert month_day_text((1, 5)) == "01-05"
    assert month_day_text(None) is None
    assert read_month_day(month_day_text((12, 31))) == (12, 31)


def test_times_and_dates_are_written_in_full():
    assert read_clock("15:00") == time(15)
    assert read_date("2026-11-24") == date(2026, 11, 24)
    assert all(is_refused(read_clock, text) for text in ("15", "15:00:00", "24:00", "9:00"))
    assert all(is_refused(read_date, text) for text in ("20261124", "2026-11-31", "2026-W48-2"))
