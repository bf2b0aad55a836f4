"""The number of an electronic receipt without its symbol."""

import pytest

from app.domain.money.receipt import bare_number, ends_in


@pytest.mark.parametrize(
    ("asked", "bare"),
    [("0000123", "123"), (" 00000123 ", "123"), ("123456", "123456"), ("0123", ""),
     ("AA/26E 0000123", ""), ("0912345678", ""), ("", "")],
)  # fmt: skip
def test_six_to_eight_digits_are_one(asked, bare):
    assert bare_number(asked) == bare


@pytest.mark.parametrize(
    ("number", "is_it"),
    [("AA/26E 0000123", True), ("1C26TBK-00000123", True), ("123", True), ("AA/26E 0010123", False),
     ("0000123A", False)],
)  # fmt: skip
def test_zeros_before_it_do_not_count(number, is_it):
    assert ends_in(number, "123") is is_it
