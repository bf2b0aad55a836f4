"""The time a register is of, as it is typed and as it is said."""

from datetime import date

import pytest

from app.domain.certification.period import NotAPeriod
from app.domain.register.period import (
    Period,
    PeriodEndsBeforeItBegins,
    month_period,
    typed_period,
    year_period,
)
from app.domain.register.volumes import numbers_of, volume_of

TODAY = date(2026, 11, 23)


def typed(text):
    return typed_period(text, today=TODAY, field="period")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026", date(2026, 1, 1), date(2026, 12, 31)),
        (" 2/2028 ", date(2028, 2, 1), date(2028, 2, 29)),
        ("23/11/2026", date(2026, 11, 23), date(2026, 11, 23)),
        ("1/11 – 15/11", date(2026, 11, 1), date(2026, 11, 15)),
        ("1/11/2026 - 15/11/2026", date(2026, 11, 1), date(2026, 11, 15)),
        ("01112026 đến 15112026", date(2026, 11, 1), date(2026, 11, 15)),
    ],
)
def test_a_time_is_read_as_people_type_it(text, first, last):
    assert typed(text) == Period(first, last)


@pytest.mark.parametrize("text", ["", "13/2026", "tháng này", "1/11 – 2/11 – 3/11", "24/11/2026"])
def test_what_is_no_time_or_still_to_come_is_refused(text):
    with pytest.raises(NotAPeriod) as refused:
        typed(text)
    assert refused.value.facts["field"] == "period"


def test_a_time_that_ends_before_it_begins_is_refused():
    with pytest.raises(PeriodEndsBeforeItBegins) as refused:
        typed("15/11 – 1/11")
    assert refused.value.facts["last"] == date(2026, 11, 1)


@pytest.mark.parametrize(
    ("period", "text", "stem"),
    [
        (year_period(2026), "2026", "2026"),
        (month_period(2026, 2), "02/2026", "2026-02"),
        (
            Period(date(2026, 11, 1), date(2026, 11, 15)),
            "01/11/2026 – 15/11/2026",
            "2026-11-01-2026-11-15",
        ),
    ],
)
def test_a_time_is_said_as_shortly_as_it_can_be(period, text, stem):
    assert (period.text, period.stem) == (text, stem)
    assert typed_period(period.text, today=date(2026, 12, 31), field="") == period


@pytest.mark.parametrize(
    ("number", "volume"), [(1, 1), (1_000, 1), (1_001, 2), (2_000, 2), (20_000, 20)]
)
def test_numbers_run_on_through_the_volumes_of_a_year(number, volume):
    assert volume_of(number) == volume
    first, last = numbers_of(volume)
    assert first <= number <= last
