"""Apologies: when one is ready, what new time is proposed, and whether it was sent."""

from datetime import datetime

import pytest

from app.domain.approver import Approval
from app.domain.clock import VIETNAM
from app.domain.deadline.apology import (
    Apology,
    DelayCause,
    Notice,
    NoticeWay,
    proposed,
    ready_until,
)
from app.exchange.calendar import file as calendar_file

OFFICIAL = calendar_file.seed().calendar()


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def proposal(received, due, now):
    return proposed(at(received), at(due), OFFICIAL, now=at(now))


def test_a_third_of_the_limit_is_proposed_at_the_same_time_of_day():
    found = proposal("2026-11-02 08:00", "2026-11-16 08:00", "2026-11-13 09:00")
    assert (found.limit_days, found.days) == (10, 4)
    assert found.due_at == at("2026-11-20 08:00")
    assert found.counted_from == at("2026-11-16 08:00").date()


def test_two_working_days_are_proposed_at_least():
    found = proposal("2026-11-23 10:15", "2026-11-27 10:15", "2026-11-26 09:00")
    assert (found.limit_days, found.days) == (3, 2)
    assert found.due_at == at("2026-12-01 10:15")


def test_after_expiry_it_is_counted_from_today():
    found = proposal("2026-11-02 08:00", "2026-11-04 08:00", "2026-11-18 09:00")
    assert found.counted_from == at("2026-11-18 09:00").date()
    assert found.due_at == at("2026-11-20 08:00")


def test_a_promise_at_closing_time_is_proposed_for_the_next_opening():
    """At closing the desk is shut, so that nothing may be promised for it."""
    found = proposal("2026-11-16 09:00", "2026-11-16 17:00", "2026-11-16 16:00")
    assert found.due_at == at("2026-11-19 07:30")


@pytest.mark.parametrize(
    ("now", "until"),
    [
        ("2026-11-26 07:00", "2026-11-28 00:00"),
        ("2026-11-27 16:59", "2026-12-01 00:00"),
        ("2026-11-28 10:00", "2026-12-01 00:00"),
        ("2026-11-23 10:15", "2026-11-26 00:00"),
    ],
)
def test_an_apology_is_ready_from_the_working_day_before(now, until):
    """On Friday that of Monday, before a day off that of the day behind it."""
    assert ready_until(at(now), OFFICIAL) == at(until)


def test_where_the_calendar_ends_what_is_due_today_is_ready():
    last = OFFICIAL.years[-1].year
    now = datetime(last, 12, 31, 9, 0, tzinfo=VIETNAM)
    assert ready_until(now, OFFICIAL) == datetime(last + 1, 1, 1, tzinfo=VIETNAM)


def an_apology(**changes):
    values = {
        "made_at": at("2026-11-26 09:00"),
        "promised_at": at("2026-11-27 10:15"),
        "due_at": at("2026-12-01 10:15"),
        "cause": DelayCause.CHECKING,
        "reason": "Chờ xác minh",
        "officer": "Hoàng Thị Lan",
    }
    return Apology(**(values | changes))


def test_an_apology_without_notice_is_unsent():
    assert an_apology().sent_at is None
    called = Notice(at("2026-11-26 09:30"), NoticeWay.PHONE, "Hoàng Thị Lan")
    assert an_apology(notices=(called,)).sent_at == at("2026-11-26 09:30")


def test_who_stands_behind_it_is_named():
    assert an_apology().approver == ""
    assert an_apology(approval=Approval("Vy Văn Nam")).approver == "Vy Văn Nam"
