"""Time limits as text: what reads back, and what is refused rather than guessed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deadline.time_limit import InvalidTimeLimit, TimeLimit, Unit, parse


@pytest.mark.parametrize(
    "text",
    [
        "5 WORKING_DAY",
        "9999 WORKING_HOUR",
        "999 WORKING_DAY",
        "1 HOUR",
        "SAME_DAY",
        "NONE",
        "25 WORKING_DAY NOT_LATER 12-14",
        "SAME_DAY NOT_LATER 02-29",
        "1 MONTH NOT_LATER 01-01",
    ],
)
def test_a_limit_reads_back_as_it_is_written(text):
    assert str(parse(text)) == text


@pytest.mark.parametrize(
    "text",
    [
        "",
        "5",
        "WORKING_DAY",
        "0 WORKING_DAY",
        "1000 WORKING_DAY",
        "10000 WORKING_HOUR",
        "2 SAME_DAY",
        "1.5 WORKING_DAY",
        "-5 WORKING_DAY",
        "+5 WORKING_DAY",
        "1_0 WORKING_DAY",
        "٥ WORKING_DAY",
        "000005 WORKING_DAY",
        "5 OTHER",
        "5 working days",
        "5 WORKING_DAY 6",
        "NONE NOT_LATER 12-14",
        "5 DAY NOT_LATER",
        "5 DAY NOT_LATER 12-14 12-15",
        "5 DAY NOT_LATER NOT_LATER 12-14",
        "NOT_LATER 12-14",
        "NOT_LATER 12-14 5 DAY",
        "5 DAY NOT_LATER 14-12",
        "5 DAY NOT_LATER 02-30",
        "5 DAY NOT_LATER 00-10",
        "5 DAY NOT_LATER 12-00",
        "5 DAY NOT_LATER 1-2",
        "5 DAY NOT_LATER 14/12",
        "5 DAY NOT_LATER 2026-12-14",
        "5 DAY NOT_LATER ١٢-١٤",
        "5 DAY not_later 12-14",
        "5 NOT_LATER DAY 12-14",
        "DAY 5 NOT_LATER",
    ],
)
def test_what_is_no_limit_is_refused_with_its_own_words(text):
    with pytest.raises(InvalidTimeLimit) as refused:
        parse(text)
    assert refused.value.facts == {"text": text}


@pytest.mark.parametrize(
    ("unit", "amount"), [(Unit.DAY, True), (Unit.DAY, 2.0), (Unit.NONE, 1), (Unit.MONTH, -1)]
)
def test_an_amount_outside_its_unit_makes_no_limit(unit, amount):
    with pytest.raises(InvalidTimeLimit):
        TimeLimit(unit, amount)


@pytest.mark.parametrize(
    ("starts", "ends"),
    [
        (date(2026, 11, 20), date(2026, 12, 14)),
        (date(2026, 12, 14), date(2026, 12, 14)),
        (date(2026, 12, 15), date(2027, 12, 14)),
    ],
)
def test_the_last_day_is_that_of_the_year_or_once_it_has_passed_of_the_next(starts, ends):
    assert parse("25 WORKING_DAY NOT_LATER 12-14").last_day(starts) == ends


def test_the_last_day_of_february_is_the_28th_where_the_year_has_no_other():
    limit = parse("5 DAY NOT_LATER 02-29")
    assert limit.last_day(date(2027, 1, 1)) == date(2027, 2, 28)
    assert limit.last_day(date(2028, 1, 1)) == date(2028, 2, 29)
    assert parse("5 DAY").last_day(date(2028, 1, 1)) is None


@given(st.text(max_size=20))
def test_whatever_is_accepted_reads_back(text):
    try:
        limit = parse(text)
    except InvalidTimeLimit:
        return
    assert parse(str(limit)) == limit
