"""Health-insurance cards: names in hexadecimal, numbers in two lengths."""

import pytest

from app.domain.scanning.code import read_scan
from app.domain.scanning.scanned import InsuranceScan, ReadField, ScanDoubt, Unrecognised
from tests.domain.scanning.samples import INSURANCES, TODAY, hexed, whole

LONG, SHORT = map(whole, INSURANCES)


def changed(at, text):
    parts = LONG.split("|")
    parts[at] = text
    return read_scan("|".join(parts), TODAY)


def test_a_card_with_a_number_of_fifteen_characters_is_read():
    assert read_scan(LONG, TODAY) == InsuranceScan(
        insurance_number=ReadField("DN4200123456789"),
        social_insurance_number=ReadField("0123456789"),
        full_name=ReadField("Hoàng Thị Mẩy"),
        born=ReadField("1985-03-05"),
        sex=ReadField("FEMALE"),
        address=ReadField("Thôn Bản Loỏng, Văn Lãng, Lạng Sơn"),
    )


def test_a_card_with_ten_digits_a_year_and_no_address_is_read():
    assert read_scan(SHORT, TODAY) == InsuranceScan(
        insurance_number=ReadField("0123456789"),
        social_insurance_number=ReadField("0123456789"),
        full_name=ReadField("Nông Văn Ưng"),
        born=ReadField("1999", ScanDoubt.YEAR_ONLY),
        sex=ReadField("MALE"),
    )


def test_capital_hexadecimal_and_decomposed_names_are_read():
    assert changed(1, hexed("Mẩy").upper()).full_name == ReadField("Mẩy")
    assert changed(1, hexed("Ma\u0302\u0309y")).full_name == ReadField("Mẩy")


@pytest.mark.parametrize("name", ["ff" * 5, hexed("Mẩy|05031985"), hexed("Mẩy\u202e"), "4e67c3"])
def test_a_name_that_is_none_is_not_filled(name):
    found = changed(1, name)
    assert found.full_name is None
    assert found.insurance_number == ReadField("DN4200123456789")


@pytest.mark.parametrize("sex", ["0", "3", "", "Nữ"])
def test_a_sex_of_unknown_meaning_is_not_filled(sex):
    assert changed(3, sex).sex is None


@pytest.mark.parametrize("born", ["31/02/1985", "05/03/1885", "27/11/2026", "2027"])
def test_a_birth_that_cannot_be_is_not_filled(born):
    assert changed(2, born).born is None


def test_an_address_is_read_only_before_the_place_of_care():
    assert changed(5, "x").address is None
    assert changed(4, "-").address is None
    assert changed(4, hexed("Thon Ban Loong")).address.doubt is ScanDoubt.NO_DIACRITICS


def test_a_birth_that_the_sex_ran_into_is_not_filled():
    assert read_scan(LONG.replace("1985|2|", "1982|"), TODAY).born is None
    assert read_scan(SHORT.replace("1999|1|", "1991|"), TODAY).born is None


def test_an_address_that_the_sex_ran_into_is_not_filled():
    assert read_scan(LONG.replace("|2|5468", "||285468"), TODAY).address is None


def test_a_birth_counts_before_a_sex_or_on_a_card_whose_place_of_care_is_in_place():
    assert changed(5, "x").born == ReadField("1985-03-05")
    assert changed(3, "-").born == ReadField("1985-03-05")


@pytest.mark.parametrize(
    ("at", "text"),
    [(0, "DN420012345678"), (0, "DN9200123456789"), (0, "dn4200123456789"), (1, "Hoàng Thị Mẩy"),
     (1, "4e6"), (2, "05031985"), (2, "")],
)  # fmt: skip
def test_what_does_not_begin_like_an_insurance_card_is_refused(at, text):
    assert isinstance(changed(at, text), Unrecognised)


def test_a_card_cut_before_the_place_of_care_is_refused():
    assert isinstance(read_scan("|".join(LONG.split("|")[:5]), TODAY), Unrecognised)
