"""The shapes of a card's parts, at their bounds."""

from datetime import date

import pytest

from app.domain.scanning.shapes import read_day
from tests.domain.scanning.samples import TODAY


@pytest.mark.parametrize(
    ("day", "read"),
    [
        (("1900", "01", "01"), date(1900, 1, 1)),
        (("1899", "12", "31"), None),
        (("2026", "11", "26"), TODAY),
        (("2026", "11", "27"), None),
        (("2026", "02", "29"), None),
    ],
)
def test_a_day_on_a_card_is_one_from_1900_to_today(day, read):
    assert read_day(*day, TODAY) == read
