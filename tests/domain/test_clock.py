"""Whose time it is."""

from datetime import UTC, datetime, timedelta

from app.domain.clock import SetClock, SystemClock


def test_the_machines_clock_is_read_in_vietnam_time():
    assert SystemClock().now().utcoffset() == timedelta(hours=7)


def test_a_set_clock_stands_until_it_is_moved():
    clock = SetClock(datetime(2026, 11, 23, 3, 15, tzinfo=UTC))
    assert clock.now().isoformat() == "2026-11-23T10:15:00+07:00"
    clock.advance(minutes=45)
    assert clock.now().isoformat() == "2026-11-23T11:00:00+07:00"
