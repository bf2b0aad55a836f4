"""Days as people type them."""

from datetime import date

import pytest

from app.domain.typed_day import NotADay, NotADayOfYear, read_day, read_day_of_year

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("text", "day"),
    [("23/11/2026", TODAY), ("5.1", date(2026, 1, 5)), ("24/12", date(2025, 12, 24)),
     ("201126", date(2026, 11, 20)), ("2011", date(2026, 11, 20)), ("1-2-25", date(2025, 2, 1))],
)  # fmt: skip
def test_a_day_is_read_as_people_write_it(text, day):
    assert read_day(text, today=TODAY, field="day") == day


@pytest.mark.parametrize("text", ["", "24/11/2026", "31/02", "30/02/2025", "hôm qua", "1"])
def test_what_is_no_day_or_to_come_is_refused(text):
    with pytest.raises(NotADay) as refused:
        read_day(text, today=TODAY, field="day")
    assert refused.value.field == "day"


@pytest.mark.parametrize(
    ("text", "day"), [("14/12", "12-14"), ("1412", "12-14"), ("29/2", "02-29"), (" ", "")]
)
def test_a_day_of_every_year_is_read_without_its_year(text, day):
    assert read_day_of_year(text, field="day") == day


@pytest.mark.parametrize("text", ["30/2", "14/13", "0/1", "14/12/2026", "mai"])
def test_what_is_no_day_of_every_year_is_refused(text):
    with pytest.raises(NotADayOfYear) as refused:
        read_day_of_year(text, field="day")
    assert refused.value.field == "day"
