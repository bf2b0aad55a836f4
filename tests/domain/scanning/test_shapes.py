"""The shapes of a card's parts, at their bounds."""

from datetime import date

import pytest

from app.domain.dossier.identity import IdDoubt
from app.domain.scanning.scanned import ReadField, ScanDoubt
from app.domain.scanning.shapes import agree, read_day, read_year
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


@pytest.mark.parametrize(
    ("year", "is_one"),
    [("1900", True), ("1899", False), ("2026", True), ("2027", False), ("985", False),
     ("19850", False), ("١٩٨٥", False)],
)  # fmt: skip
def test_a_year_on_a_card_is_one_from_1900_to_this_one(year, is_one):
    assert read_year(year, TODAY) == (ReadField(year, ScanDoubt.YEAR_ONLY) if is_one else None)


@pytest.mark.parametrize(
    ("number", "doubt"),
    [
        ("001011001234", None),
        ("001010001234", ScanDoubt.UNUSUAL_YEAR),
        ("001226001234", None),
        ("001227001234", ScanDoubt.UNUSUAL_YEAR),
    ],
)
def test_a_number_of_somebody_older_than_115_or_not_yet_born_is_unusual(number, doubt):
    assert agree(number, None, None, TODAY)[0].doubt is doubt


def test_what_contradicts_the_number_is_marked_and_the_rest_is_not():
    born, sex = ReadField("1986-03-05"), ReadField("MALE")
    number, marked_born, marked_sex = agree("020185001234", born, sex, TODAY)
    assert number.doubt is IdDoubt.SEX_DIFFERS
    assert marked_born == ReadField("1986-03-05", IdDoubt.BIRTH_YEAR_DIFFERS)
    assert marked_sex == ReadField("MALE", IdDoubt.SEX_DIFFERS)
    fits = ReadField("1985"), ReadField("FEMALE")
    assert agree("020185001234", *fits, TODAY) == (ReadField("020185001234"), *fits)
