"""Birth dates as clerks type them."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.typed_date import (
    DateInFuture,
    DateTooOld,
    NotADate,
    read_birth_date,
    show_birth_date,
)

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("05031985", "1985-03-05"),
        ("5/3/85", "1985-03-05"),
        ("5.3.1985", "1985-03-05"),
        ("05-03-1985", "1985-03-05"),
        ("050385", "1985-03-05"),
        ("1985", "1985"),
        ("1/7/26", "2026-07-01"),
        ("1/12/26", "1926-12-01"),
        ("1985-03-05", "1985-03-05"),
        ("02/1960", "1960-02"),
        ("2/1960", "1960-02"),
        ("2-1960", "1960-02"),
        ("00/02/1960", "1960-02"),
        ("0/2/1960", "1960-02"),
        ("021960", "1960-02"),
        ("00021960", "1960-02"),
        ("1960-02", "1960-02"),
        ("00/00/1960", "1960"),
        ("0.0.1960", "1960"),
        ("00001960", "1960"),
        ("23/11/26", "2026-11-23"),
        ("24/11/26", "1926-11-24"),
        ("12/1960", "1960-12"),
        ("  ", ""),
    ],
)
def test_a_date_is_read_as_it_is_typed(typed, stored):
    assert read_birth_date(typed, today=TODAY) == stored


@pytest.mark.parametrize(
    "typed",
    [
        "31/2/1985",
        "hôm qua",
        "99999999",
        "5/3",
        "1/1/1/1",
        "13/1960",
        "00/1960",
        "5/00/1960",
        "2/60",
        "٠٥/٠٣/٨٥",
    ],
)
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(NotADate):
        read_birth_date(typed, today=TODAY)


@pytest.mark.parametrize(
    ("stored", "shown"),
    [("1985-03-05", "05/03/1985"), ("1960-02", "02/1960"), ("1985", "1985"), ("", "")],
)
def test_a_date_is_shown_as_it_is_written_in_vietnam(stored, shown):
    assert show_birth_date(stored) == shown


def test_nobody_is_born_tomorrow():
    with pytest.raises(DateInFuture):
        read_birth_date("24/11/2026", today=TODAY)
    with pytest.raises(DateInFuture):
        read_birth_date("12/2026", today=TODAY)
    assert read_birth_date("11/2026", today=TODAY) == "2026-11"


@pytest.mark.parametrize("typed", ["1850", "1/1/1850", "01/1850", "2026", "23/11/2026"])
def test_the_first_and_the_last_day_that_can_be_are_taken(typed):
    assert read_birth_date(typed, today=TODAY)


def test_nobody_is_born_next_year():
    with pytest.raises(DateInFuture):
        read_birth_date("2027", today=TODAY)


@pytest.mark.parametrize("typed", ["1/1/1700", "0000", "1849", "31/12/1849", "12/1849", "01/0000"])
def test_nobody_is_three_hundred_years_old(typed):
    with pytest.raises(DateTooOld):
        read_birth_date(typed, today=TODAY)


@given(st.dates(min_value=date(1927, 1, 1), max_value=TODAY))
def test_every_way_of_typing_a_day_gives_that_day(day):
    for typed in (f"{day:%d%m%Y}", f"{day.day}/{day.month}/{day.year}", day.isoformat()):
        assert read_birth_date(typed, today=TODAY) == day.isoformat()
    assert read_birth_date(show_birth_date(day.isoformat()), today=TODAY) == day.isoformat()
