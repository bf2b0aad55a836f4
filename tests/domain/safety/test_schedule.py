"""When a backup is made by itself: after an hour of changes, and before whatever may do harm."""

from datetime import datetime, timedelta

import pytest

from app.domain.clock import VIETNAM
from app.domain.safety.schedule import (
    Occasion,
    has_passed,
    is_due,
    is_old,
    is_old_apart,
    is_trial_due,
)

NOW = datetime(2026, 11, 30, 12, 0, tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("minutes_ago", "due"), [(0, False), (59, False), (60, True), (600, True), (-1, False)]
)
def test_hourly_work_waits_out_its_hour(minutes_ago, due):
    assert is_due(Occasion.HOUR, NOW, NOW - timedelta(minutes=minutes_ago)) is due


@pytest.mark.parametrize("occasion", Occasion)
def test_a_place_without_a_copy_waits_for_nothing(occasion):
    assert is_due(occasion, NOW, None)


@pytest.mark.parametrize("occasion", set(Occasion) - {Occasion.HOUR})
def test_before_something_happens_nothing_is_waited_for(occasion):
    assert is_due(occasion, NOW, NOW)


def test_a_copy_of_a_wrong_clock_holds_nothing_up():
    assert is_due(Occasion.HOUR, NOW, NOW + timedelta(days=300))
    assert is_trial_due(NOW, NOW + timedelta(days=300))


def test_a_trial_comes_every_month():
    assert is_trial_due(NOW, None)
    assert not is_trial_due(NOW, NOW - timedelta(days=29))
    assert is_trial_due(NOW, NOW - timedelta(days=30))


def test_a_moment_of_the_future_has_not_passed():
    assert has_passed(NOW + timedelta(minutes=2), NOW)
    assert not has_passed(NOW + timedelta(minutes=3), NOW)


@pytest.mark.parametrize("is_due_at", [lambda at: is_due(Occasion.HOUR, NOW, at),
                                       lambda at: is_trial_due(NOW, at)])  # fmt: skip
def test_clocks_may_differ_by_two_minutes(is_due_at):
    assert not is_due_at(NOW + timedelta(minutes=2))
    assert is_due_at(NOW + timedelta(minutes=3))


def test_an_office_is_warned_after_a_day_without_a_checked_copy():
    assert not is_old(NOW - timedelta(days=1), NOW)
    assert is_old(NOW - timedelta(days=1, minutes=1), NOW)
    assert is_old(None, NOW)


def test_it_is_warned_after_a_week_without_one_on_another_disk():
    assert not is_old_apart(NOW - timedelta(days=7), NOW)
    assert is_old_apart(NOW - timedelta(days=7, minutes=1), NOW)
    assert is_old_apart(None, NOW)
