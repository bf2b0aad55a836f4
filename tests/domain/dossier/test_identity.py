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
