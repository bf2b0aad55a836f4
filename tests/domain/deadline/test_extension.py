"""Extensions: later than the promise, at an open minute, late or repeated ones approved."""

from datetime import datetime

import pytest

from app.domain.approver import Approval
from app.domain.clock import VIETNAM
from app.domain.deadline.extension import (
    ExtensionNeedsApprover,
    ExtensionNotLater,
    ExtensionWhileShut,
    NothingToExtend,
    check_extension,
)
from app.exchange.calendar import file as calendar_file

OFFICIAL = calendar_file.seed().calendar()
MAI = Approval("Lý Thị Mai")


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def extend(new, *, due="2026-11-25 10:00", now="2026-11-20 08:00", **more):
    return check_extension(at(new), due and at(due), OFFICIAL, now=at(now), **more)


def test_an_extension_made_in_time_needs_nobody():
    check = extend("2026-11-27 09:00", now="2026-11-23 10:00")
    assert check.latest_at == at("2026-11-23 10:00")
    assert not check.needs_approver


@pytest.mark.parametrize("now", ["2026-11-23 10:01", "2026-11-25 09:00", "2026-11-26 09:00"])
def test_less_than_a_working_day_before_expiry_it_needs_an_approver_and_is_marked(now):
    with pytest.raises(ExtensionNeedsApprover):
        extend("2026-11-27 09:00", now=now)
    check = extend("2026-11-27 09:00", now=now, approval=MAI)
    assert check.is_late
    assert not check.is_repeated


def test_a_second_extension_needs_an_approver():
    with pytest.raises(ExtensionNeedsApprover):
        extend("2026-11-27 09:00", earlier=1)
    assert extend("2026-11-27 09:00", earlier=1, approval=MAI).is_repeated
    assert not extend("2026-11-27 09:00", earlier=1, allowed=2).needs_approver


@pytest.mark.parametrize("new", ["2026-11-25 10:00", "2026-11-25 09:00"])
def test_the_new_time_lies_after_the_promise(new):
    with pytest.raises(ExtensionNotLater):
        extend(new)


def test_the_new_time_lies_after_the_present():
    with pytest.raises(ExtensionNotLater):
        extend("2026-11-26 09:00", now="2026-11-26 09:00", approval=MAI)


@pytest.mark.parametrize(
    ("new", "opening"),
    [
        ("2026-11-28 09:00", "2026-11-30 07:30"),
        ("2026-11-27 12:00", "2026-11-27 13:00"),
        ("2026-11-27 17:00", "2026-11-30 07:30"),
    ],
)
def test_the_desk_is_open_at_the_new_time(new, opening):
    with pytest.raises(ExtensionWhileShut) as refused:
        extend(new)
    assert refused.value.facts["next_open"] == at(opening)


def test_without_a_running_promise_there_is_nothing_to_extend():
    with pytest.raises(NothingToExtend):
        extend("2026-11-27 09:00", due=None)
