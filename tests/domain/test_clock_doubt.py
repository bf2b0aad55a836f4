"""A clock is doubted for its zone, for going back, for leaping ahead and beyond the calendar."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock import VIETNAM, SetClock, SystemClock
from app.domain.clock_doubt import (
    ClockFacts,
    ClockUnconfirmed,
    Doubt,
    doubted,
    doubts_of,
    unconfirmed,
    zone_text,
)

LAST = datetime(2026, 11, 23, 16, 30, tzinfo=VIETNAM)
HOME = timedelta(hours=7)


def facts(now=LAST, offset=HOME, last=LAST, days=15, is_confirmed_year=True):
    return ClockFacts(now, offset, last, days, is_confirmed_year)


def test_a_clock_a_minute_on_is_believed():
    assert doubts_of(facts(LAST + timedelta(minutes=1))) == ()


@pytest.mark.parametrize(
    ("change", "doubts"),
    [
        ({"offset": timedelta(hours=-8)}, (Doubt.OFFSET,)),
        ({"offset": timedelta()}, (Doubt.OFFSET,)),
        ({"now": LAST - timedelta(minutes=2)}, ()),
        ({"now": LAST - timedelta(minutes=2, seconds=1)}, (Doubt.BEHIND,)),
        ({"now": LAST + timedelta(days=15)}, ()),
        ({"now": LAST + timedelta(days=15, seconds=1)}, (Doubt.AHEAD,)),
        ({"now": LAST + timedelta(days=15, seconds=1), "days": 16}, ()),
        ({"is_confirmed_year": False}, (Doubt.CALENDAR,)),
        ({"last": None}, ()),
        (
            {"offset": timedelta(hours=9), "now": LAST - timedelta(days=326)},
            (Doubt.OFFSET, Doubt.BEHIND),
        ),
    ],
)
def test_what_is_doubted(change, doubts):
    assert doubts_of(facts(**change)) == doubts


@given(st.timedeltas(timedelta(days=-900), timedelta(days=900)), st.integers(1, 366))
def test_within_the_time_the_office_was_ever_closed_nothing_is_doubted(passed, days):
    found = doubts_of(facts(LAST + passed, days=days))
    assert (found == ()) == (timedelta(minutes=-2) <= passed <= timedelta(days=days))


def test_the_reasons_name_zone_last_time_and_days():
    asked = facts(LAST + timedelta(days=400), timedelta(hours=-8))
    why = doubted(asked, doubts_of(asked)).why
    for part in ("UTC-08:00", "16:30 23/11/2026", "400 ngày"):
        assert part in why


@pytest.mark.parametrize(
    ("hours", "shown"),
    [(7, "16:30 23/11/2026"), (-8, "01:30 23/11/2026 (giờ Việt Nam: 16:30 23/11/2026)")],
)
def test_what_is_shown_is_what_stands_on_the_machines_own_clock(hours, shown):
    asked = facts(offset=timedelta(hours=hours))
    assert doubted(asked, doubts_of(asked)).shown == shown


@pytest.mark.parametrize(
    ("minutes", "text"),
    [(420, "UTC+07:00"), (0, "UTC+00:00"), (-480, "UTC-08:00"), (345, "UTC+05:45")],
)
def test_zones_are_named_as_machines_do(minutes, text):
    assert zone_text(timedelta(minutes=minutes)) == text


def test_the_machines_clock_knows_its_zone(monkeypatch):
    assert SystemClock().offset() == SystemClock().now().astimezone(None).utcoffset()
    assert SetClock(LAST).offset() == HOME


def test_where_nobody_can_be_asked_the_refusal_is_another_and_says_the_same():
    asked = doubted(facts(offset=timedelta(hours=9)), (Doubt.OFFSET,))
    asked_again = unconfirmed(asked)
    assert type(asked_again) is ClockUnconfirmed
    assert asked_again.facts == asked.facts
    assert (asked_again.now, asked_again.shown, asked_again.why, asked_again.doubts) == (
        asked.now, asked.shown, asked.why, asked.doubts,
    )  # fmt: skip
