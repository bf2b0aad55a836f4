"""Which copies are kept: hours, days, weeks, months, within the disk's share, never below three."""

from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock import VIETNAM
from app.domain.safety.rotation import LEAST, Copy, kept

NOON = datetime(2026, 11, 30, 12, 0, tzinfo=VIETNAM)
ENDLESS = 1 << 60


def copies_at(*moments, size=10):
    return [Copy(f"{nth:05}", at, size) for nth, at in enumerate(moments)]


def by_name(copies, names):
    return [one for one in copies if one.name in names]


def rotated(moments, room=ENDLESS, size=10):
    """Copies made one after the other, each time those dropped that are not kept."""
    there = []
    for one in copies_at(*moments, size=size):
        there.append(one)
        there = by_name(there, kept(there, room=room))
    return there


@st.composite
def some_copies(draw):
    minutes = draw(st.lists(st.integers(0, 600_000), max_size=60))
    sound = draw(st.lists(st.booleans(), min_size=len(minutes), max_size=len(minutes)))
    sizes = draw(st.lists(st.integers(1, 500), min_size=len(minutes), max_size=len(minutes)))
    rows = zip(minutes, sound, sizes, strict=True)
    return [
        Copy(f"{nth:03}", NOON - timedelta(minutes=ago), size, is_verified=is_sound)
        for nth, (ago, is_sound, size) in enumerate(rows)
    ]


def newest_verified(copies):
    verified = [one for one in copies if one.is_verified]
    return sorted(verified, key=lambda one: (one.made_at, one.name), reverse=True)


@given(some_copies(), st.integers(0, 10_000))
def test_three_checked_copies_are_kept_whatever_the_room(copies, room):
    names = kept(copies, room=room)
    assert {one.name for one in newest_verified(copies)[:LEAST]} <= names


@given(some_copies(), st.integers(0, 10_000))
def test_what_is_kept_fits_the_room_or_is_the_least(copies, room):
    verified = [one for one in by_name(copies, kept(copies, room=room)) if one.is_verified]
    assert sum(one.size for one in verified) <= room or len(verified) <= LEAST


@given(some_copies(), st.integers(0, 10_000))
def test_what_was_kept_is_kept_when_it_is_asked_again(copies, room):
    left = by_name(copies, kept(copies, room=room))
    assert kept(left, room=room) == {one.name for one in left}


@given(some_copies())
def test_every_hour_day_week_and_month_that_counts_has_its_newest_copy(copies):
    names = kept(copies, room=ENDLESS)
    periods = (
        (24, lambda at: (at.date(), at.hour)),
        (14, lambda at: at.date()),
        (8, lambda at: at.isocalendar()[:2]),
        (12, lambda at: (at.year, at.month)),
    )
    for most, period in periods:
        newest = {}
        for one in newest_verified(copies):
            newest.setdefault(period(one.made_at), one)
        wanted = sorted(newest.values(), key=lambda one: one.made_at, reverse=True)[:most]
        assert {one.name for one in wanted} <= names


@given(some_copies())
def test_a_copy_that_does_not_check_costs_no_other_its_place(copies):
    sound = [one for one in copies if one.is_verified]
    without = kept(sound, room=ENDLESS)
    assert without == {one.name for one in by_name(sound, kept(copies, room=ENDLESS))}


def test_a_copy_that_does_not_check_goes_once_three_checked_ones_are_newer():
    spoilt = Copy("spoilt", NOON, 10, is_verified=False)
    sound = copies_at(*(NOON + timedelta(hours=n) for n in (1, 2, 3)))
    assert "spoilt" in kept([spoilt, *sound[:2]], room=ENDLESS)
    assert "spoilt" not in kept([spoilt, *sound], room=ENDLESS)


def test_two_years_of_hourly_copies_come_down_to_hours_days_weeks_and_months():
    hours = [NOON - timedelta(hours=n) for n in range(24 * 730, -1, -1)]
    left = sorted(one.made_at for one in rotated(hours))
    assert left[-24:] == hours[-24:]
    assert len({at.date() for at in left if NOON - at <= timedelta(days=13)}) == 14
    assert len({at.isocalendar()[:2] for at in left if NOON - at < timedelta(weeks=7)}) >= 7
    assert len({(at.year, at.month) for at in left}) == 12
    assert len(left) <= 24 + 14 + 8 + 12


def test_an_office_that_was_shut_keeps_what_it_had_before():
    before = [NOON - timedelta(days=n) for n in range(60, 40, -1)]
    left = rotated([*before, NOON])
    assert len(left) >= 15


def test_a_small_disk_keeps_the_longest_reach_and_the_newest_three():
    hours = [NOON - timedelta(hours=n) for n in range(24 * 90, -1, -1)]
    left = rotated(hours, room=60)
    assert len(left) == 6
    assert [one.made_at for one in left[-3:]] == hours[-3:]
    assert len({(one.made_at.year, one.made_at.month) for one in left}) > 1


def test_the_newer_of_two_in_one_hour_stands_for_it():
    five = [NOON + timedelta(minutes=n) for n in range(5)]
    assert [one.made_at for one in rotated(five)] == five[-3:]


def test_nothing_is_kept_of_nothing():
    assert kept([], room=0) == frozenset()


def test_a_copy_that_checks_no_more_counts_only_newer_ones_against_it():
    spoilt = Copy("spoilt", NOON, 10, is_verified=False)
    sound = copies_at(*(NOON + timedelta(hours=n) for n in (0, 1, 2)))
    assert "spoilt" in kept([spoilt, *sound], room=ENDLESS)


def test_of_two_copies_of_one_moment_the_name_that_comes_later_stands_for_it():
    four = [Copy(name, NOON, 10) for name in "dabc"]
    assert kept(four, room=ENDLESS) == {"b", "c", "d"}


def test_a_copy_that_just_fits_is_kept():
    days = copies_at(*(NOON - timedelta(days=n) for n in range(5)))
    assert len(kept(days, room=50)) == 5
    assert len(kept(days, room=49)) == 4
