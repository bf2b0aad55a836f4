"""Drafted years: statutory days off, lunar dates and compensations, never confirmed."""

from datetime import date

import pytest

from app.domain.deadline.calendar_year import CalendarYear
from app.domain.deadline.working_calendar import CalendarUnknown
from app.exchange.calendar import file as calendar_file
from app.usecases.office.calendar_draft import draft_year, reaching


def off(year):
    return {day.on for day in draft_year(year).days_off}


def test_a_draft_says_that_it_is_one():
    drafted = draft_year(2028)
    assert not drafted.confirmed
    assert "chưa có lịch chính thức" in drafted.source


def test_fixed_and_lunar_days_are_off():
    assert {date(2028, 1, 26), date(2028, 4, 4), date(2028, 5, 1), date(2028, 9, 2)} <= off(2028)


def test_a_holiday_on_a_weekend_is_compensated():
    assert date(2028, 1, 3) in off(2028)
    assert date(2028, 5, 2) in off(2028)


@pytest.mark.parametrize(
    ("year", "monday"), [(2029, date(2029, 11, 26)), (2030, date(2030, 11, 25))]
)
def test_the_24th_of_november_is_not_moved_off_a_weekend(year, monday):
    assert date(year, 11, 24) in off(year)
    assert monday not in off(year)


def test_the_24th_of_november_is_no_day_off_before_2026():
    assert date(2025, 11, 24) not in off(2025)


def test_the_draft_of_2027_agrees_with_the_official_calendar_on_weekdays():
    official = {day.on for year in calendar_file.seed().years for day in year.days_off}
    weekdays = {on for on in off(2027) if on.weekday() < 5}
    assert weekdays == {on for on in official if on.year == 2027}


def test_a_swap_known_to_the_package_brings_its_make_up_day():
    assert [day.on for day in draft_year(2024).make_up_days] == [date(2024, 5, 4)]


@pytest.mark.parametrize("year", [2013, 2100, 1, 9999])
def test_years_that_cannot_be_drafted_are_refused(year):
    with pytest.raises(CalendarUnknown):
        draft_year(year)


def test_reaching_fills_every_missing_year_and_touches_no_other():
    calendar = calendar_file.seed().calendar()
    reached = reaching(reaching(calendar, 2030), 2024)
    assert [(y.year, y.confirmed) for y in reached.years] == [
        (2024, False), (2025, True), (2026, True), (2027, True),
        (2028, False), (2029, False), (2030, False),
    ]  # fmt: skip
    assert reached.years[1:4] == calendar.years


def test_reaching_fills_a_gap():
    calendar = calendar_file.seed().calendar().with_years(CalendarYear(2030, True, "thử"))
    assert reaching(calendar, 2029).is_known(2028)
    assert reaching(calendar, 2029).is_confirmed(2030)


def test_a_draft_names_only_laws_that_give_its_days_off():
    assert "28/2026" not in draft_year(2024).source
    assert "28/2026" in draft_year(2031).source
