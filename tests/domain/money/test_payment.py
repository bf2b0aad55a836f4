"""Slips: how their numbers are read, and which slip a number without its series means."""

from dataclasses import replace

import pytest

from app.domain.money.payment import NotASlipNumber, SlipNumber, meant, read_slip_number
from tests.domain.money.test_money import a_slip

OFFICES, SECOND, THIRD = (SlipNumber(2026, 12, station) for station in (0, 2, 3))
UNKNOWN = SlipNumber(2026, 13)


@pytest.mark.parametrize(
    ("asked", "known", "found"),
    [
        (OFFICES, [OFFICES, SECOND], OFFICES),
        (OFFICES, [SECOND], SECOND),
        (OFFICES, [SECOND, THIRD], OFFICES),
        (OFFICES, [SECOND, SECOND], SECOND),
        (OFFICES, [SlipNumber(2025, 12, 2)], OFFICES),
        (OFFICES, [SlipNumber(2026, 11, 2)], OFFICES),
        (SECOND, [THIRD], SECOND),
        (SECOND, [OFFICES], SECOND),
        (UNKNOWN, [OFFICES, SECOND], UNKNOWN),
        (OFFICES, [], OFFICES),
    ],
)
def test_a_number_without_its_series_is_the_offices_own_or_else_the_only_one(asked, known, found):
    assert meant(asked, [replace(a_slip(1), slip=one) for one in known]) == found


def test_a_slip_number_says_its_series_unless_it_is_the_offices():
    assert (str(OFFICES), str(SECOND)) == ("0012/2026", "0012/2026-Q2")
    assert read_slip_number("12", year=2025) == SlipNumber(2025, 12)
    assert read_slip_number("12/2026-Q2", year=2025) == SECOND


def test_what_is_no_slip_number_is_repeated_up_to_sixty_letters():
    with pytest.raises(NotASlipNumber) as refused:
        read_slip_number("x" * 61, year=2026)
    assert refused.value.facts == {"text": "x" * 59 + "…"}
