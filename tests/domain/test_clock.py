"""Whose time it is."""

import re
from datetime import UTC, datetime, timedelta

from app.domain.clock import SetClock, SystemClock, time_and_day
from tests.house import ROOT, files


def test_the_machines_clock_is_read_in_vietnam_time():
    assert SystemClock().now().utcoffset() == timedelta(hours=7)


def test_a_set_clock_stands_until_it_is_moved():
    clock = SetClock(datetime(2026, 11, 23, 3, 15, tzinfo=UTC))
    assert clock.now().isoformat() == "2026-11-23T10:15:00+07:00"
    clock.advance(minutes=45)
    assert clock.now().isoformat() == "2026-11-23T11:00:00+07:00"


def test_the_time_is_said_before_the_day():
    at = datetime(2026, 11, 27, 17, 5, tzinfo=UTC)
    assert time_and_day(at) == "17:05 27/11/2026"
    assert time_and_day(at, weekday="T6", with_year=False) == "17:05 T6 27/11"


def test_no_module_says_the_day_before_the_time():
    day_first = re.compile(r"%d/%m(/%Y)?[ ,]+%H:%M")
    assert [
        path.relative_to(ROOT).as_posix()
        for path in files("app", "db", "ui")
        if day_first.search(path.read_text(encoding="utf-8"))
    ] == []
