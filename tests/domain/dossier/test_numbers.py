"""One number has one form, however it is typed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.dossier.numbers import PhoneDoubt, grouped_phone, id_key, phone_doubt, phone_key


@pytest.mark.parametrize(
    "typed",
    [
        "0912345678", "0912 345 678", "0912.345.678", "0912-345-678", "+84 912 345 678",
        "+84912345678", "84912345678", "0084912345678", "+84 (0)912 345 678", "912345678",
        "912 345 678", "\u00a00912345678 ",
    ],
)  # fmt: skip
def test_a_mobile_number_is_one_number(typed):
    assert phone_key(typed) == "0912345678"


@pytest.mark.parametrize(
    "typed",
    [
        "02438253825", "(024) 3825 3825", "024.38253825", "+84 24 3825 3825", "842438253825",
        "2438253825",
    ],
)  # fmt: skip
def test_a_landline_is_one_number(typed):
    assert phone_key(typed) == "02438253825"


def test_a_number_of_another_country_keeps_its_country():
    assert phone_key("+66 81 234 5678") == phone_key("0066812345678") == "+66812345678"
    assert phone_doubt("+66 81 234 5678") is None


@pytest.mark.parametrize(
    ("typed", "doubt"),
    [
        ("912345678", PhoneDoubt.NO_LEADING_ZERO),
        ("2438253825", PhoneDoubt.NO_LEADING_ZERO),
        ("091234567", PhoneDoubt.NOT_VIETNAMESE),
        ("09123456789", PhoneDoubt.NOT_VIETNAMESE),
        ("01234567890", PhoneDoubt.NOT_VIETNAMESE),
        ("0123456789", PhoneDoubt.NOT_VIETNAMESE),
        ("00000000", PhoneDoubt.NOT_VIETNAMESE),
        ("+84 12 345 678", PhoneDoubt.NOT_VIETNAMESE),
        ("0912345678", None),
        ("+84 912 345 678", None),
        ("84912345678", None),
        ("024 3825 3825", None),
        ("0205 3812 345", None),
        ("1900 1234", None),
        ("", None),
    ],
)
def test_a_number_that_cannot_be_is_doubted(typed, doubt):
    assert phone_doubt(typed) is doubt


@pytest.mark.parametrize("typed", ["0109876543-001", "0109876543001", "0109876543 001"])
def test_a_branch_has_one_tax_code(typed):
    assert id_key(typed) == "0109876543-001"


def test_an_identity_number_has_no_signs_and_only_capitals():
    assert id_key("020 185 001 234") == id_key("020185001234") == "020185001234"
    assert id_key("081-234-567") == "081234567"
    assert id_key(" b1234567 ") == "B1234567"
    assert id_key("0109876543") == "0109876543"


@given(st.text(alphabet="0123456789+-(). ", max_size=20))
def test_the_one_form_of_the_one_form_is_itself(typed):
    assert phone_key(phone_key(typed)) == phone_key(typed)
    assert id_key(id_key(typed)) == id_key(typed)


@given(st.from_regex(r"0[35789][0-9]{8}", fullmatch=True), st.sampled_from(["+84", "84", "0084"]))
def test_the_code_of_the_country_stands_for_the_zero(number, country):
    assert phone_key(country + number[1:]) == phone_key(number[1:]) == number
    assert grouped_phone(number).replace(" ", "") == number


def test_groups_are_read_aloud():
    assert grouped_phone("0912345678") == "0912 345 678"
    assert grouped_phone("+84912345678") == "+84 912 345 678"
    assert grouped_phone("02438253825") == "02438253825"
    assert grouped_phone("") == ""
