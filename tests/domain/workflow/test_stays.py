"""How long a dossier lay with each agency, against the limit of its step."""

from datetime import datetime

from app.domain.catalogue.procedure import Step
from app.domain.clock import VIETNAM
from app.domain.deadline.pauses import Wait
from app.domain.deadline.standing import Standing
from app.domain.deadline.time_limit import parse
from app.domain.workflow.handing import DESK, Handing
from app.domain.workflow.stays import Course, stays
from app.exchange.calendar import file as calendar_file

OFFICIAL = calendar_file.seed().calendar()
ECONOMY = "Phòng Kinh tế"
TAKE_IN = Step(1, DESK, "Tiếp nhận", parse("4 WORKING_HOUR"))
CHECK = Step(2, ECONOMY, "Thẩm định", parse("2 WORKING_DAY"))


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


MONDAY = at("2026-11-16 08:00")
"""A week without a day off follows."""


def given(agency, when, **changes):
    return Handing(agency, at(when), "Lan", "0001/BBBG", **changes)


def test_a_dossier_that_never_left_lies_at_the_desk_under_its_first_step():
    (only,) = stays(Course(MONDAY, first=TAKE_IN), OFFICIAL, at("2026-11-16 09:00"))
    assert (only.agency, only.since, only.until) == (DESK, MONDAY, None)
    assert (only.step, only.due_at) == (TAKE_IN, at("2026-11-16 13:30"))
    assert only.standing is Standing.DUE_SOON
    assert not only.is_on_its_way
    (late,) = stays(Course(MONDAY, first=TAKE_IN), OFFICIAL, at("2026-11-16 13:31"))
    assert late.standing is Standing.OVERDUE


def test_without_a_step_nothing_is_due():
    (only,) = stays(Course(MONDAY), OFFICIAL, at("2026-12-16 09:00"))
    assert (only.due_at, only.standing, only.calendar_confirmed) == (None, Standing.NO_LIMIT, True)


def test_a_step_starts_when_the_dossier_is_handed_to_it():
    course = Course(MONDAY, (given(ECONOMY, "2026-11-16 15:00", step=CHECK, left=TAKE_IN),))
    desk, there = stays(course, OFFICIAL, at("2026-11-17 09:00"))
    assert (desk.until, desk.standing) == (at("2026-11-16 15:00"), Standing.LATE)
    assert (there.agency, there.since) == (ECONOMY, at("2026-11-16 15:00"))
    assert there.due_at == at("2026-11-18 15:00")
    assert there.standing is Standing.RUNNING
    assert there.is_on_its_way


def test_a_hand_over_in_time_is_early_or_on_time():
    back = (
        given(ECONOMY, "2026-11-16 09:00", step=CHECK, left=TAKE_IN),
        given(DESK, "2026-11-17 09:00"),
    )
    desk, there, again = stays(Course(MONDAY, back), OFFICIAL, at("2026-11-30 09:00"))
    assert [one.standing for one in (desk, there, again)] == [
        Standing.ON_TIME, Standing.EARLY, Standing.NO_LIMIT,
    ]  # fmt: skip


def test_what_was_missed_stays_on_its_givers_time():
    missed = given(ECONOMY, "2026-11-16 09:00", step=CHECK, missed_at=at("2026-11-16 10:00"))
    (only,) = stays(Course(MONDAY, (missed,), first=TAKE_IN), OFFICIAL, at("2026-11-17 09:00"))
    assert (only.agency, only.standing) == (DESK, Standing.OVERDUE)


def test_a_wait_for_the_applicant_is_no_agencys_time():
    handing = given(ECONOMY, "2026-11-16 09:00", step=CHECK)
    waits = (
        Wait(at("2026-11-16 08:30"), at("2026-11-16 08:45")),
        Wait(at("2026-11-16 10:00"), at("2026-11-17 10:00")),
    )
    _, there = stays(Course(MONDAY, (handing,), waits=waits), OFFICIAL, at("2026-11-17 11:00"))
    assert there.due_at == at("2026-11-19 09:00")
    open_wait = (Wait(at("2026-11-16 10:00")),)
    _, there = stays(Course(MONDAY, (handing,), waits=open_wait), OFFICIAL, at("2026-12-01 11:00"))
    assert (there.due_at, there.standing) == (None, Standing.PAUSED)


def test_a_wait_that_began_before_moves_only_what_lies_within():
    handing = given(ECONOMY, "2026-11-16 10:00", step=CHECK)
    waits = (Wait(at("2026-11-16 09:00"), at("2026-11-16 11:00")),)
    _, there = stays(Course(MONDAY, (handing,), waits=waits), OFFICIAL, at("2026-11-17 11:00"))
    assert there.due_at == at("2026-11-18 11:00")


def test_handed_on_amid_a_wait_the_wait_ends_for_the_giver():
    handings = (
        given(ECONOMY, "2026-11-16 09:00", step=CHECK),
        given("Lãnh đạo UBND", "2026-11-17 09:00"),
    )
    waits = (Wait(at("2026-11-16 10:00")),)
    _, there, _ = stays(Course(MONDAY, handings, waits=waits), OFFICIAL, at("2026-11-20 11:00"))
    assert there.standing is Standing.EARLY
    assert there.due_at == at("2026-11-19 08:00")


def test_after_the_end_nothing_is_due():
    handings = (
        given(ECONOMY, "2026-11-16 09:00", step=CHECK),
        given(DESK, "2026-11-19 09:00", step=TAKE_IN),
    )
    course = Course(MONDAY, handings, ended_at=at("2026-11-17 10:00"))
    _, there, back = stays(course, OFFICIAL, at("2026-11-30 09:00"))
    assert there.standing is Standing.EARLY
    assert (back.step, back.due_at, back.standing) == (None, None, Standing.NO_LIMIT)
