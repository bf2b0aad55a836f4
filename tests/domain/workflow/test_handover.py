"""A record of hand-over: its number, and a stack held against what it lists."""

import pytest

from app.domain.workflow.handover import (
    NotARecordNumber,
    RecordNumber,
    count_stack,
    read_record_number,
)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("12", RecordNumber(2026, 12)),
        (" 0012/BBBG ", RecordNumber(2026, 12)),
        ("0012/bbbg", RecordNumber(2026, 12)),
        ("0012-Q2/BBBG", RecordNumber(2026, 12, 2)),
        ("12/2025", RecordNumber(2025, 12)),
        ("0012/BBBG/2025", RecordNumber(2025, 12)),
    ],
)
def test_a_number_is_read_as_it_stands_or_shorter(text, number):
    assert read_record_number(text, year=2026) == number


@pytest.mark.parametrize("text", ["", "BBBG", "12/25", "-1", "12/TNHS", "1234567"])
def test_anything_else_is_no_number_of_a_record(text):
    with pytest.raises(NotARecordNumber):
        read_record_number(text, year=2026)


def test_a_number_is_shown_as_on_its_paper():
    assert str(RecordNumber(2026, 12)) == "0012/BBBG"
    assert str(RecordNumber(2026, 12, 2)) == "0012-Q2/BBBG"


def test_a_stack_that_is_whole_leaves_nothing():
    counted = count_stack([1, 2, 3], [3, 1, 2])
    assert (counted.taken, counted.missing, counted.twice, counted.extra) == ((3, 1, 2), (), (), ())


def test_every_planted_error_is_found():
    counted = count_stack([1, 2, 3, 4], [1, 9, 2, 2, 9, 2])
    assert counted.taken == (1, 2)
    assert counted.missing == (3, 4)
    assert counted.twice == (2, 9)
    assert counted.extra == (9,)


def test_what_was_taken_before_is_there_and_twice_when_it_comes_again():
    counted = count_stack([1, 2, 3], [2, 1], taken_before=[1])
    assert (counted.taken, counted.missing, counted.twice) == ((2,), (3,), (1,))
