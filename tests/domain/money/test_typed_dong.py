"""Sums of money as people type them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.money.fee import dong
from app.domain.money.typed_dong import NotDong, read_dong, read_signed_dong


@pytest.mark.parametrize(
    ("text", "amount"),
    [("12500", 12_500), ("12.500", 12_500), (" 12 500 đ ", 12_500), ("1,200,000 đồng", 1_200_000),
     ("0", 0), ("50.000VNĐ", 50_000)],
)  # fmt: skip
def test_a_sum_is_read_as_people_write_it(text, amount):
    assert read_dong(text, field="amount") == amount


@pytest.mark.parametrize(
    "text", ["", "12.5", "1.2500", "12,50", "-5", "mười", "1.000.00", "9" * 13]
)
def test_what_is_no_sum_is_refused(text):
    with pytest.raises(NotDong) as refused:
        read_dong(text, field="amount")
    assert refused.value.field == "amount"


@given(st.integers(0, 999_999_999_999))
def test_every_sum_that_is_shown_can_be_typed(amount):
    assert read_dong(dong(amount), field="amount") == amount


@pytest.mark.parametrize(
    ("text", "amount"), [("-6.000", -6_000), ("\u22126.000 đ", -6_000), (" 6.000 ", 6_000)]
)
def test_a_sum_given_back_carries_its_sign(text, amount):
    assert read_signed_dong(text, field="amount") == amount
