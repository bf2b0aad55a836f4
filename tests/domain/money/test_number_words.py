"""Numbers in words: known readings, and that every number has exactly one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money.number_words import dong_in_words, number_in_words

DIGITS = {"không": 0, "một": 1, "mốt": 1, "hai": 2, "ba": 3, "bốn": 4, "năm": 5, "lăm": 5,
          "sáu": 6, "bảy": 7, "tám": 8, "chín": 9}  # fmt: skip


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "không"),
        (5, "năm"),
        (10, "mười"),
        (15, "mười lăm"),
        (21, "hai mươi mốt"),
        (24, "hai mươi bốn"),
        (35, "ba mươi lăm"),
        (100, "một trăm"),
        (101, "một trăm linh một"),
        (110, "một trăm mười"),
        (111, "một trăm mười một"),
        (125_000, "một trăm hai mươi lăm nghìn"),
        (1_005, "một nghìn không trăm linh năm"),
        (2_010_000, "hai triệu không trăm mười nghìn"),
        (1_000_000_000, "một tỷ"),
        (3_000_200_000, "ba tỷ hai trăm nghìn"),
    ],
)
def test_numbers_are_read_as_people_read_them(number, words):
    assert number_in_words(number) == words


def test_a_sum_begins_with_a_capital():
    assert dong_in_words(125_000) == "Một trăm hai mươi lăm nghìn đồng"
    assert dong_in_words(50) == "Năm mươi đồng"


def understood(words: str) -> int:
    """The number `words` say, read the way a listener does."""
    total = group = digit = 0
    for word in words.split():
        if word in DIGITS:
            digit = DIGITS[word]
        elif word == "mười":
            group, digit = group + 10, 0
        elif word == "mươi":
            group, digit = group + digit * 10, 0
        elif word == "trăm":
            group, digit = group + digit * 100, 0
        elif word in {"nghìn", "triệu"}:
            total += (group + digit) * {"nghìn": 1_000, "triệu": 1_000_000}[word]
            group = digit = 0
        elif word == "tỷ":
            total, group, digit = (total + group + digit) * 10**9, 0, 0
        else:
            assert word == "linh"
    return total + group + digit


@given(st.integers(0, 10**15))
def test_what_is_said_is_the_number_that_was_meant(number):
    assert understood(number_in_words(number)) == number


@given(st.integers(0, 10**12))
def test_the_words_hold_no_stray_spaces(number):
    words = number_in_words(number)
    assert words == " ".join(words.split())


def test_a_sum_below_nothing_says_so():
    assert dong_in_words(-6_000) == "Âm sáu nghìn đồng"
