"""The working calendar: which plan holds, what kind a day is, and where its years end."""

from datetime import date, datetime, time

import pytest

from app.domain.clock import VIETNAM
from app.domain.deadline.calendar_year import CalendarYear, Closure, DayOff, MakeUpDay
from app.domain.deadline.day_rules import DayKind
from app.domain.deadline.office_hours import DEFAULT_PLAN, Session, WeekPlan, clock_text
from app.domain.deadline.working_calendar import CalendarUnknown, WorkingCalendar
from app.exchange.calendar import file as calendar_file

OFFICIAL = calendar_file.seed().calendar()


def at(text):
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def every_day(opens, closes, **validity):
    return WeekPlan("giờ", (((Session(opens, closes),),) * 7), **validity)


def hours(calendar, on):
    return [str(session) for session in calendar.day(date.fromisoformat(on)).sessions]


def a_year(number=2026, **parts):
    return CalendarYear(number, confirmed=True, source="thử", **parts)


@pytest.mark.parametrize(
    ("on", "kind", "name"),
    [
        ("2026-11-23", DayKind.WORKING, ""),
        ("2026-11-24", DayKind.DAY_OFF, "Ngày Văn hóa Việt Nam"),
        ("2026-11-28", DayKind.WEEKLY_OFF, ""),
        ("2026-08-22", DayKind.MAKE_UP, ""),
        ("2026-08-31", DayKind.DAY_OFF, "Hoán đổi ngày làm việc"),
        ("2027-02-09", DayKind.DAY_OFF, "Tết Nguyên đán (nghỉ bù)"),
    ],
)
def test_the_official_calendar_knows_each_kind_of_day(on, kind, name):
    day = OFFICIAL.day(date.fromisoformat(on))
    assert (day.kind, day.name) == (kind, name)
    assert OFFICIAL.is_working_day(day.on) is (kind in {DayKind.WORKING, DayKind.MAKE_UP})


def test_a_make_up_day_says_which_day_it_is_worked_for():
    assert OFFICIAL.day(date(2026, 8, 22)).instead_of == date(2026, 8, 31)
    assert hours(OFFICIAL, "2026-08-22") == ["07:30-11:30", "13:00-17:00"]


def test_a_make_up_day_is_no_working_day_where_mondays_are_shut():
    shut_mondays = WeekPlan("giờ", ((), *DEFAULT_PLAN.weekdays[1:]))
    calendar = WorkingCalendar(
        (a_year(make_up_days=(MakeUpDay(date(2026, 8, 22)),)),), (shut_mondays,)
    )
    assert calendar.day(date(2026, 8, 22)).kind is DayKind.WEEKLY_OFF


def test_dates_win_over_a_yearly_range_and_that_over_the_default():
    plans = (
        every_day(480, 540, from_on=date(2026, 12, 1), to_on=date(2026, 12, 10)),
        every_day(600, 660, every_year_from=(10, 15), every_year_to=(4, 14)),
        every_day(420, 1000),
    )
    for order in (plans, plans[::-1]):
        calendar = WorkingCalendar((a_year(), a_year(2027)), order)
        assert hours(calendar, "2026-10-14") == ["07:00-16:40"]
        assert hours(calendar, "2026-10-15") == ["10:00-11:00"]
        assert hours(calendar, "2026-12-01") == ["08:00-09:00"]
        assert hours(calendar, "2026-12-10") == ["08:00-09:00"]
        assert hours(calendar, "2026-12-11") == ["10:00-11:00"]
        assert hours(calendar, "2027-04-14") == ["10:00-11:00"]
        assert hours(calendar, "2027-04-15") == ["07:00-16:40"]


def test_of_two_plans_of_one_kind_the_shorter_wins_and_of_equals_the_later():
    plans = (
        every_day(400, 401, from_on=date(2026, 5, 1), to_on=date(2026, 5, 10)),
        every_day(410, 411, from_on=date(2026, 5, 1), to_on=date(2026, 5, 20)),
        every_day(420, 421, from_on=date(2026, 5, 1)),
        every_day(430, 431, every_year_from=(6, 1), every_year_to=(6, 30)),
        every_day(440, 441, every_year_from=(6, 10), every_year_to=(6, 12)),
        every_day(450, 451),
        every_day(460, 461),
        every_day(470, 471, to_on=date(2026, 1, 31)),
    )
    calendar = WorkingCalendar((a_year(),), plans)
    assert hours(calendar, "2026-05-05") == ["06:40-06:41"]
    assert hours(calendar, "2026-05-15") == ["06:50-06:51"]
    assert hours(calendar, "2026-06-15") == ["07:00-07:01"]
    assert hours(calendar, "2026-03-15") == ["07:40-07:41"]
    assert hours(calendar, "2026-01-15") == ["07:50-07:51"]
    seasons_only = WorkingCalendar((a_year(),), plans[3:6])
    assert hours(seasons_only, "2026-06-11") == ["07:20-07:21"]


def test_without_a_valid_plan_the_desk_is_shut():
    calendar = WorkingCalendar((a_year(),), (every_day(400, 500, to_on=date(2026, 1, 1)),))
    assert hours(calendar, "2026-06-11") == []


def test_touching_sessions_are_one_so_that_their_seam_is_open():
    plan = WeekPlan("giờ", ((Session(690, 800), Session(450, 690)),) * 7)
    calendar = WorkingCalendar((a_year(),), (plan,))
    assert hours(calendar, "2026-06-11") == ["07:30-13:20"]
    assert calendar.is_open(at("2026-06-11 11:30"))


def test_closures_cut_sessions_and_are_named_on_their_days():
    storm = Closure(at("2026-06-10 16:00"), at("2026-06-12 09:00"), "bão số 3", "QĐ 5")
    night = Closure(at("2026-06-09 18:00"), at("2026-06-09 19:00"), "mất điện")
    calendar = WorkingCalendar((a_year(),), closures=(storm, night))
    assert hours(calendar, "2026-06-10") == ["07:30-11:30", "13:00-16:00"]
    assert calendar.day(date(2026, 6, 10)).closures == (storm,)
    assert calendar.day(date(2026, 6, 11)).kind is DayKind.CLOSED
    assert hours(calendar, "2026-06-12") == ["09:00-11:30", "13:00-17:00"]
    assert calendar.day(date(2026, 6, 9)).closures == ()
    assert calendar.closures == (night, storm)
    assert calendar.next_open(at("2026-06-10 16:00")) == at("2026-06-12 09:00")
    assert calendar.last_closing(date(2026, 6, 10)) == at("2026-06-10 16:00")


def test_a_closure_of_no_length_is_a_bug():
    with pytest.raises(ValueError, match="ends before"):
        Closure(at("2026-06-10 16:00"), at("2026-06-10 16:00"), "bão")


def test_an_empty_session_is_a_bug():
    with pytest.raises(ValueError, match="no session"):
        Session(600, 600)


def test_positions_count_open_minutes_and_lead_back_to_the_first_moment():
    noon, opening = at("2026-11-20 12:00"), at("2026-11-20 13:00")
    assert OFFICIAL.position(noon) == OFFICIAL.position(opening)
    assert OFFICIAL.moment_at(OFFICIAL.position(opening)) == at("2026-11-20 11:30")
    assert OFFICIAL.open_minutes(at("2026-11-20 16:00"), at("2026-11-23 08:00")) == 90
    assert OFFICIAL.open_minutes(at("2026-11-23 08:00"), at("2026-11-20 16:00")) == -90
    assert OFFICIAL.forward(at("2026-11-20 16:59"), 1) == at("2026-11-20 17:00")
    assert OFFICIAL.position(datetime(2026, 11, 20, 12)) == OFFICIAL.position(noon)


def test_working_days_are_found_in_both_directions():
    assert OFFICIAL.working_day_after(date(2026, 11, 23), 1) == date(2026, 11, 25)
    assert OFFICIAL.working_day_before(date(2026, 11, 25)) == date(2026, 11, 23)
    assert OFFICIAL.working_day_from(date(2026, 11, 24)) == date(2026, 11, 25)
    assert OFFICIAL.working_day_from(date(2026, 11, 25)) == date(2026, 11, 25)
    assert OFFICIAL.opening(date(2026, 11, 25)) == at("2026-11-25 07:30")


def test_a_later_entry_for_a_year_takes_the_place_of_the_earlier():
    changed = OFFICIAL.with_years(a_year(2026, days_off=(DayOff(date(2026, 11, 23), "mới"),)))
    assert [year.year for year in changed.years] == [2025, 2026, 2027]
    assert not changed.is_working_day(date(2026, 11, 23))
    assert changed.is_working_day(date(2026, 11, 24))
    assert OFFICIAL.is_working_day(date(2026, 11, 23))


def test_confirmed_and_known_are_told_apart():
    drafted = OFFICIAL.with_years(CalendarYear(2028, confirmed=False, source="dự kiến"))
    assert drafted.is_known(2028)
    assert not drafted.is_confirmed(2028)
    assert not drafted.is_confirmed(2029)
    assert drafted.are_confirmed(2025, 2027)
    assert not drafted.are_confirmed(2027, 2028)


@pytest.mark.parametrize(
    ("ask", "year"),
    [
        (lambda c: c.position(at("2024-12-31 08:00")), 2024),
        (lambda c: c.position(at("2029-01-01 08:00")), 2029),
        (lambda c: c.position(at("2027-06-01 08:00")), 2027),
        (lambda c: c.is_open(at("2027-06-01 08:00")), 2027),
        (lambda c: c.is_open(at("2024-06-01 08:00")), 2024),
        (lambda c: c.day(date(2027, 6, 1)), 2027),
        (lambda c: c.open_minutes(at("2026-06-01 08:00"), at("2028-06-01 08:00")), 2027),
        (lambda c: c.forward(at("2026-12-31 16:00"), 61), 2027),
        (lambda c: c.working_day_after(date(2026, 12, 31), 1), 2027),
        (lambda c: c.working_day_after(date(2028, 12, 30), 9), 2029),
        (lambda c: c.working_day_before(date(2028, 1, 1)), 2027),
        (lambda c: c.working_day_before(date(2026, 1, 1)), 2025),
        (lambda c: c.moment_at(10**9), 2029),
    ],
)
def test_what_needs_an_unknown_year_is_refused_with_that_year(ask, year):
    with_gap = WorkingCalendar((a_year(2028), a_year(2026)))
    with pytest.raises(CalendarUnknown) as refused:
        ask(with_gap)
    assert refused.value.year == year


def test_a_calendar_without_years_refuses_everything():
    with pytest.raises(CalendarUnknown):
        WorkingCalendar(()).position(at("2026-01-01 08:00"))


def test_a_calendar_is_a_value():
    assert calendar_file.seed().calendar() == OFFICIAL
    assert hash(OFFICIAL) == hash(calendar_file.seed().calendar())
    assert OFFICIAL.same_day_cutoff == time(15)


def test_minutes_of_the_day_read_as_a_clock():
    assert clock_text(450) == "07:30"


def test_a_day_off_on_which_the_desk_works_all_the_same_bears_no_name_of_it():
    on = date(2026, 8, 22)
    off, made_up = DayOff(on, "Ngày nghỉ"), MakeUpDay(on)
    calendar = WorkingCalendar((a_year(days_off=(off,), make_up_days=(made_up,)),))
    assert (calendar.day(on).kind, calendar.day(on).name) == (DayKind.MAKE_UP, "")


def test_a_closure_begins_and_ends_with_a_minute():
    from_at = datetime(2026, 11, 23, 8, 0, 59, 7, tzinfo=VIETNAM)
    to_at = datetime(2026, 11, 23, 9, 30, 59, 7, tzinfo=VIETNAM)
    closure = Closure(from_at, to_at, "Mất điện")
    assert closure == Closure(
        from_at.replace(second=0, microsecond=0), to_at.replace(second=0, microsecond=0), "Mất điện"
    )
