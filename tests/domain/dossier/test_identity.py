"""Identity numbers warn, and never refuse."""

import pytest

from app.domain.dossier import identity
from app.domain.dossier.identity import IdDoubt, IdKind, Sex


def test_a_number_that_agrees_with_the_form_raises_no_doubt():
    assert (
        identity.doubts("020185001234", IdKind.PERSONAL_ID, born="1985-03-05", sex=Sex.FEMALE) == ()
    )


def test_sex_and_birth_year_that_disagree_are_both_pointed_out():
    found = identity.doubts("020185001234", IdKind.PERSONAL_ID, born="1986", sex=Sex.MALE)
    assert found == (IdDoubt.SEX_DIFFERS, IdDoubt.BIRTH_YEAR_DIFFERS)


def test_people_born_after_2000_carry_the_next_digits():
    assert (
        identity.doubts("020205006789", IdKind.PERSONAL_ID, born="2005-01-01", sex=Sex.MALE) == ()
    )


def test_an_unknown_place_is_pointed_out():
    assert IdDoubt.UNKNOWN_PLACE in identity.doubts("999185001234", IdKind.PERSONAL_ID)


@pytest.mark.parametrize(
    ("number", "kind", "doubt"),
    [
        ("0201850012", IdKind.PERSONAL_ID, IdDoubt.NOT_TWELVE_DIGITS),
        ("02018500123a", IdKind.PERSONAL_ID, IdDoubt.NOT_TWELVE_DIGITS),
        ("12345678", IdKind.OLD_ID, IdDoubt.NOT_NINE_DIGITS),
        ("123", IdKind.TAX_CODE, IdDoubt.NOT_A_TAX_CODE),
        ("B", IdKind.PASSPORT, IdDoubt.NOT_A_PASSPORT),
    ],
)
def test_a_number_of_the_wrong_shape_is_doubted(number, kind, doubt):
    assert identity.doubts(number, kind) == (doubt,)


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("081234567", IdKind.OLD_ID),
        ("4900123467-001", IdKind.TAX_CODE),
        ("B1234567", IdKind.PASSPORT),
    ],
)
def test_well_formed_numbers_of_other_kinds_raise_no_doubt(number, kind):
    assert identity.doubts(number, kind) == ()
    assert identity.guess_kind(number) is kind


@pytest.mark.parametrize("number", ["0100109106", "0300588569", "4900123467", "4900123467-001"])
def test_a_tax_code_whose_check_digit_fits_is_not_doubted(number):
    assert identity.doubts(number, IdKind.TAX_CODE) == ()


@pytest.mark.parametrize(
    "number", ["0100109107", "0300588596", "4900123456", "0109876543", "0109876543 001"]
)
def test_a_tax_code_whose_check_digit_cannot_be_is_doubted(number):
    assert identity.doubts(number, IdKind.TAX_CODE) == (IdDoubt.TAX_CODE_CHECK,)


def test_a_citizens_tax_code_is_the_personal_number_and_has_no_check_digit():
    assert identity.doubts("020185001234", IdKind.TAX_CODE) == ()


def test_no_number_no_doubt():
    assert identity.doubts("", IdKind.PERSONAL_ID) == ()


@pytest.mark.parametrize("kind", IdKind)
@pytest.mark.parametrize("name", ["Lý A Sềnh", "LY"])
def test_letters_alone_are_a_name_in_the_wrong_field(name, kind):
    assert identity.doubts(name, kind) == (IdDoubt.A_NAME,)


@pytest.mark.parametrize(
    ("number", "is_of_body"),
    [
        ("0102030405", True),
        ("0102030405-001", True),
        ("0102030406", False),
        ("010203040", False),
        ("020185001234", False),
        ("01020304O5", False),
        ("", False),
    ],
)
def test_a_whole_tax_code_of_a_body_is_known_by_its_check_digit(number, is_of_body):
    assert identity.is_of_body(number) is is_of_body


def test_lists_show_only_the_last_four_digits():
    assert identity.masked("020185001234") == "••••••••1234"
    assert identity.masked("123") == "•••"


@pytest.mark.parametrize(
    ("number", "sex"),
    [
        ("020085001234", Sex.MALE),
        ("020185001234", Sex.FEMALE),
        ("020206001234", Sex.MALE),
        ("020307001234", Sex.FEMALE),
        ("02018500123", None),
        ("020185001234a", None),
        ("02018500123x", None),
        ("", None),
    ],
)
def test_the_fourth_digit_of_a_complete_number_tells_the_sex(number, sex):
    assert identity.sex_of(number) is sex


@pytest.mark.parametrize(
    ("number", "masked"),
    [("", ""), ("123", "•••"), ("1234", "••••"), ("12345", "•2345"), ("081234567", "•••••4567")],
)
def test_a_number_of_up_to_four_digits_is_masked_whole(number, masked):
    assert identity.masked(number) == masked


@pytest.mark.parametrize(
    ("number", "kind"),
    [
        ("12345678", IdKind.PERSONAL_ID), ("123456789", IdKind.OLD_ID),
        ("1234567890", IdKind.TAX_CODE), ("12345678901", IdKind.PERSONAL_ID),
        ("123456789012", IdKind.PERSONAL_ID), ("1234567890123", IdKind.TAX_CODE),
        ("12345678901234", IdKind.PERSONAL_ID), ("B1234567", IdKind.PASSPORT),
        ("123 456 789", IdKind.OLD_ID),
    ],
)  # fmt: skip
def test_a_numbers_length_tells_what_it_looks_like(number, kind):
    assert identity.guess_kind(number) is kind


@pytest.mark.parametrize(
    ("number", "is_one"),
    [("B1234", False), ("B12345", True), ("B" + "1" * 14, True), ("B" + "1" * 15, False),
     ("B1234Đ", False)],
)  # fmt: skip
def test_a_passports_number_has_six_to_fifteen_plain_letters_and_digits(number, is_one):
    assert identity.doubts(number, IdKind.PASSPORT) == (() if is_one else (IdDoubt.NOT_A_PASSPORT,))


@pytest.mark.parametrize(
    ("place", "is_known"),
    [("001", True), ("003", False), ("096", True), ("097", False), ("099", False), ("100", True),
     ("327", True), ("328", False), ("000", False)],
)  # fmt: skip
def test_places_are_provinces_as_they_were_numbered_and_countries_from_100_to_327(place, is_known):
    doubts = identity.doubts(f"{place}185001234", IdKind.PERSONAL_ID)
    assert doubts == (() if is_known else (IdDoubt.UNKNOWN_PLACE,))


def test_one_letter_is_not_yet_a_name():
    assert identity.doubts("B", IdKind.PERSONAL_ID) == (IdDoubt.NOT_TWELVE_DIGITS,)
    assert identity.doubts("BA", IdKind.PERSONAL_ID) == (IdDoubt.A_NAME,)


@pytest.mark.parametrize("digits", [9, 11, 14])
def test_a_tax_code_has_ten_twelve_or_thirteen_digits(digits):
    assert identity.doubts("1" * digits, IdKind.TAX_CODE) == (IdDoubt.NOT_A_TAX_CODE,)
    assert not identity.is_of_body("1" * digits)


@pytest.mark.parametrize(
    ("number", "year"),
    [("020085001234", 1985), ("020185001234", 1985), ("020205001234", 2005),
     ("020300001234", 2000), ("020999001234", 2399)],
)  # fmt: skip
def test_the_year_of_birth_is_in_the_century_the_fourth_digit_names(number, year):
    assert identity.birth_year(number) == year
