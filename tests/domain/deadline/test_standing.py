"""Where a dossier stands, how much time is left, and how that is said."""

from datetime import datetime, timedelta

import pytest

from app.domain.clock import VIETNAM
from app.domain.deadline.remaining import Remaining, remaining, remaining_at
from app.domain.deadline.standing import Standing, ended_standing, open_standing, soon_until
from app.exchange.calendar import file as calendar_file
from app.wording.deadline import remaining_text, standing_text, time_text

OFFICIAL = calendar_file.seed().calendar()


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


@pytest.mark.parametrize(
    ("now", "standing", "words"),
    [
        ("2026-11-19 09:59:59", Standing.RUNNING, "còn 1 ngày"),
        ("2026-11-19 10:00", Standing.DUE_SOON, "còn 1 ngày"),
        ("2026-11-19 10:01", Standing.DUE_SOON, "còn 7 giờ 59 phút"),
        ("2026-11-18 07:30", Standing.RUNNING, "còn 2 ngày 2 giờ"),
        ("2026-11-20 09:15", Standing.DUE_SOON, "còn 45 phút"),
        ("2026-11-20 08:15", Standing.DUE_SOON, "còn 1 giờ 45 phút"),
        ("2026-11-20 10:00", Standing.DUE_SOON, "đến hạn"),
        ("2026-11-20 10:00:59", Standing.DUE_SOON, "đến hạn"),
        ("2026-11-20 10:01", Standing.OVERDUE, "quá hạn 1 phút"),
        ("2026-11-20 13:30", Standing.OVERDUE, "quá hạn 2 giờ"),
        ("2026-11-23 10:00", Standing.OVERDUE, "quá hạn 1 ngày"),
        ("2026-11-24 10:00", Standing.OVERDUE, "quá hạn 1 ngày 5 giờ"),
    ],
)
def test_an_open_dossier_counts_down_in_open_time(now, standing, words):
    due_at = at("2026-11-20 10:00")
    left = remaining(at(now), due_at, OFFICIAL)
    assert open_standing(at(now), due_at, OFFICIAL, is_paused=False) is standing
    assert remaining_text(left) == words


def test_past_the_due_time_while_the_desk_is_shut_is_overdue_by_nothing():
    left = remaining(at("2026-11-20 19:00"), at("2026-11-20 17:00"), OFFICIAL)
    assert left == Remaining(0, is_overdue=True)
    assert remaining_text(left) == "vừa quá hạn"


def test_positions_kept_by_a_list_give_the_same_answer():
    due_at = at("2026-11-25 08:00")
    for now in (at("2026-11-20 16:00"), at("2026-11-25 08:00"), at("2026-11-25 09:30")):
        kept = remaining_at(now, OFFICIAL.position(now), due_at, OFFICIAL.position(due_at))
        assert kept == remaining(now, due_at, OFFICIAL)


def test_remaining_open_time_has_a_sign():
    assert Remaining(90, is_overdue=False).signed == 90
    assert Remaining(90, is_overdue=True).signed == -90


def test_paused_and_unlimited_dossiers_have_no_countdown():
    now = at("2026-11-20 10:00")
    assert open_standing(now, None, OFFICIAL, is_paused=True) is Standing.PAUSED
    assert open_standing(now, None, OFFICIAL, is_paused=False) is Standing.NO_LIMIT


def test_due_soon_is_an_office_setting():
    now, due_at = at("2026-11-20 08:00"), at("2026-11-20 11:00")
    for hours, standing in ((3, Standing.DUE_SOON), (2, Standing.RUNNING)):
        found = open_standing(now, due_at, OFFICIAL, is_paused=False, due_soon_hours=hours)
        assert found is standing


@pytest.mark.parametrize("now", ["2026-11-20 07:30", "2026-11-20 09:10", "2026-11-20 11:30"])
def test_a_list_cut_at_its_last_moment_holds_what_is_due_soon(now):
    """Also what is promised for an opening to which as many hours are open as to the closing."""
    begins, last = at(now), soon_until(at(now), OFFICIAL, 8)
    for minutes in range(0, 5 * 24 * 60, 5):
        due_at = begins + timedelta(minutes=minutes)
        standing = open_standing(begins, due_at, OFFICIAL, is_paused=False)
        assert (standing is Standing.DUE_SOON) is (due_at <= last)


def test_in_the_last_session_of_the_calendar_the_list_ends_with_it():
    begins = at("2027-12-31 07:30")
    closing = OFFICIAL.last_closing(begins.date())
    assert soon_until(begins, OFFICIAL, 8) == closing


@pytest.mark.parametrize(
    ("ended", "due_at", "standing"),
    [
        ("2026-11-19 23:59", "2026-11-20 10:00", Standing.EARLY),
        ("2026-11-20 00:00", "2026-11-20 10:00", Standing.ON_TIME),
        ("2026-11-20 10:00:59", "2026-11-20 10:00", Standing.ON_TIME),
        ("2026-11-20 10:01", "2026-11-20 10:00", Standing.LATE),
        ("2026-11-21 08:00", "2026-11-20 10:00", Standing.LATE),
    ],
)
def test_an_ended_dossier_is_early_by_date_and_late_by_the_minute(ended, due_at, standing):
    assert ended_standing(at(ended), at(due_at)) is standing


def test_without_a_limit_nothing_is_late():
    assert ended_standing(at("2030-01-01 08:00"), None) is Standing.NO_LIMIT


def test_every_standing_has_a_word():
    assert len({standing_text(standing) for standing in Standing}) == len(Standing)


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (0, "0 phút"),
        (59, "59 phút"),
        (60, "1 giờ"),
        (479, "7 giờ 59 phút"),
        (480, "1 ngày"),
        (539, "1 ngày"),
        (540, "1 ngày 1 giờ"),
        (960, "2 ngày"),
    ],
)
def test_eight_working_hours_are_shown_as_a_day(minutes, words):
    assert time_text(minutes) == words
