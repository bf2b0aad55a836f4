"""A new calendar lists the promises it changes and leaves the others out."""

from datetime import date, datetime

from app.domain.clock import VIETNAM
from app.domain.deadline.calendar_year import CalendarYear, DayOff
from app.domain.deadline.due_time import due
from app.domain.deadline.pauses import PauseMode
from app.domain.deadline.recount import Promised, recount
from app.domain.deadline.time_limit import parse
from app.exchange.calendar import file as calendar_file

OFFICIAL = calendar_file.seed().calendar()
DRAFT = OFFICIAL.with_years(CalendarYear(2028, confirmed=False, source="dự kiến"))


def promised(reference, limit, received):
    received_at = datetime.fromisoformat(received).replace(tzinfo=VIETNAM)
    found = due(parse(limit), received_at, DRAFT)
    return Promised(
        reference,
        parse(limit),
        received_at,
        (),
        PauseMode.PAUSE,
        found.due_at,
        found.calendar_confirmed,
    )


def test_loading_a_year_lists_what_moves_and_what_becomes_certain():
    promises = [
        promised("moves", "10 WORKING_DAY", "2027-12-24 09:00"),
        promised("stays", "5 WORKING_DAY", "2027-12-20 09:00"),
        promised("certain", "1 WORKING_DAY", "2028-06-01 09:00"),
        promised("none", "NONE", "2027-12-20 09:00"),
    ]
    official = OFFICIAL.with_years(
        CalendarYear(
            2028, True, "Thông báo", days_off=(DayOff(date(2028, 1, 3), "Tết Dương lịch"),)
        )
    )
    found = list(recount(promises, official))
    assert [(r.reference, r.is_moved, r.calendar_confirmed) for r in found] == [
        ("moves", True, True),
        ("certain", False, True),
    ]
    assert found[0].old_due_at.isoformat() == "2028-01-07T09:00:00+07:00"
    assert found[0].new_due_at.isoformat() == "2028-01-10T09:00:00+07:00"


def test_the_same_calendar_lists_nothing():
    assert list(recount([promised("a", "10 WORKING_DAY", "2027-12-24 09:00")], DRAFT)) == []
