"""Time limits as text: what reads back, and what is refused rather than guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deadline.time_limit import InvalidTimeLimit, TimeLimit, Unit, parse


@pytest.mark.parametrize("text", ["5 WORKING_DAY", "9999 WORKING_HOUR", "SAME_DAY", "NONE"])
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


@given(st.text(max_size=20))
def test_whatever_is_accepted_reads_back(text):
    try:
        limit = parse(text)
    except InvalidTimeLimit:
        return
    assert parse(str(limit)) == limit
