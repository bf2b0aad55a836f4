"""The ticker reads the clock: boundaries, sleep, and a clock set back."""

from datetime import datetime

import pytest

from app.domain.clock import VIETNAM, SetClock
from ui.shell.ticker import Ticker

pytestmark = pytest.mark.gui
START = datetime(2026, 11, 23, 10, 15, 58, 900_000, tzinfo=VIETNAM)


@pytest.fixture
def clock():
    return SetClock(START)


@pytest.fixture
def ticker(qapp, clock):
    made = Ticker(clock)
    made.heard = []
    made.ticked.connect(made.heard.append)
    made.start()
    yield made
    made.stop()


def test_it_ticks_just_after_the_minute_begins(ticker):
    assert 1_100 <= ticker._timer.interval() <= 1_200


def test_a_look_within_the_same_minute_tells_nobody(ticker, clock):
    clock.advance(seconds=1)
    ticker.look()
    assert ticker.heard == []


def test_a_new_minute_is_told_with_the_time_the_clock_says(ticker, clock):
    clock.advance(seconds=2)
    ticker.look()
    assert ticker.heard == [clock.now()]


def test_after_sleep_it_tells_the_present_minute_once(ticker, clock):
    clock.advance(hours=9)
    ticker.look()
    ticker.look()
    assert ticker.heard == [clock.now()]


def test_a_clock_set_back_is_told_too(ticker, clock):
    clock.advance(minutes=-30)
    ticker.look()
    assert len(ticker.heard) == 1
