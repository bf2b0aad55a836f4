"""Which dossiers are overdue, due soon and due today, against a plain count."""

from array import array
from datetime import datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.answers.board import BoardView
from app.domain.clock import VIETNAM
from app.domain.deadline.remaining import remaining
from app.domain.deadline.standing import Standing, standing_of
from tests.ui.invented import MONDAY, a_calendar
from ui.models.urgency import Running, cuts

CALENDAR = a_calendar()


def running(moments):
    ordered = sorted((int(moment.timestamp()), nth) for nth, moment in enumerate(moments))
    return Running(array("q", (n for _, n in ordered)), array("q", (t for t, _ in ordered)))


def view_of(moments, view, now):
    held = running(moments)
    first, last = cuts(held, now, CALENDAR, 8).bounds(view)
    return {moments[nth] for nth in held.ids[first:last]}


@given(
    st.lists(
        st.integers(-20_000, 40_000).map(lambda minutes: MONDAY + timedelta(minutes=minutes)),
        max_size=40,
        unique=True,
    ),
    st.integers(0, 20_000).map(lambda minutes: MONDAY + timedelta(minutes=minutes, seconds=30)),
)
def test_the_cuts_say_what_each_dossiers_own_standing_says(moments, now):
    standings = {m: standing_of(remaining(now, m, CALENDAR)) for m in moments}
    overdue = {m for m, standing in standings.items() if standing is Standing.OVERDUE}
    soon = {m for m, standing in standings.items() if standing is Standing.DUE_SOON}
    assert view_of(moments, BoardView.OVERDUE, now) == overdue
    assert soon >= view_of(moments, BoardView.DUE_SOON, now)
    # Beyond the last open minute the same time is left until the next opening.
    for moment in soon - view_of(moments, BoardView.DUE_SOON, now):
        assert not CALENDAR.is_open(moment)
    today = {m for m in moments if m.date() == now.date()}
    assert view_of(moments, BoardView.DUE_TODAY, now) == today


def test_a_dossier_due_this_very_minute_is_not_overdue_yet():
    now = MONDAY + timedelta(seconds=59)
    assert view_of([MONDAY], BoardView.OVERDUE, now) == set()
    assert view_of([MONDAY], BoardView.DUE_SOON, now) == {MONDAY}
    assert view_of([MONDAY], BoardView.OVERDUE, MONDAY + timedelta(minutes=1)) == {MONDAY}


def test_exactly_the_working_hours_of_the_setting_are_due_soon_and_a_minute_more_is_not():
    last = CALENDAR.forward(MONDAY, 8 * 60)
    assert view_of([last], BoardView.DUE_SOON, MONDAY) == {last}
    assert view_of([last + timedelta(minutes=1)], BoardView.DUE_SOON, MONDAY) == set()


def test_where_the_calendar_ends_nothing_is_due_soon_and_nothing_fails():
    beyond = datetime(2031, 5, 5, 9, tzinfo=VIETNAM)
    later = beyond + timedelta(hours=1)
    assert view_of([later], BoardView.DUE_SOON, beyond) == set()


def test_views_that_time_does_not_move_have_no_bounds():
    assert cuts(running([MONDAY]), MONDAY, CALENDAR, 8).bounds(BoardView.PAUSED) is None
