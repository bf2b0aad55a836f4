"""Where papers went: what counts, since when, and at which step."""

from datetime import datetime

from app.domain.catalogue.procedure import Step
from app.domain.clock import VIETNAM
from app.domain.deadline.time_limit import parse
from app.domain.workflow.handing import DESK, Handing, last_place, last_position

NINE = datetime(2026, 11, 23, 9, tzinfo=VIETNAM)
TEN = NINE.replace(hour=10)
CHECK = Step(2, "Phòng Kinh tế", "Thẩm định", parse("2 WORKING_DAY"))
TAKE_IN = Step(1, DESK, "Tiếp nhận", parse("4 WORKING_HOUR"))


def given(**changes):
    values = {"agency": "Phòng Kinh tế", "handed_at": NINE, "handed_by": "Lan", "record": "1/BBBG"}
    return Handing(**(values | changes))


def test_the_receivers_time_begins_with_the_hand_over():
    assert given().counts
    assert given().is_on_its_way
    assert given(taken_at=TEN).since == given().since == NINE
    assert not given(taken_at=TEN).is_on_its_way


def test_what_was_missed_never_left_unless_it_came_later():
    missed = given(missed_at=TEN)
    assert not missed.counts
    assert not missed.is_on_its_way
    assert missed.since == NINE
    late = given(missed_at=NINE, taken_at=TEN)
    assert late.counts
    assert late.since == TEN


def test_papers_lie_where_they_went_last():
    assert last_place(()) == DESK
    assert last_place((given(),)) == "Phòng Kinh tế"
    assert last_place((given(), given(agency="Lãnh đạo", missed_at=TEN))) == "Phòng Kinh tế"
    assert last_place((given(), given(agency=DESK))) == DESK


def test_the_last_position_is_that_of_steps_begun_or_ended():
    assert last_position(()) == 0
    assert last_position((given(),)) == 0
    assert last_position((given(left=TAKE_IN),)) == 1
    assert last_position((given(left=TAKE_IN, step=CHECK),)) == 2
    assert last_position((given(step=CHECK, missed_at=TEN),)) == 0
