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
        ("4900123456-001", IdKind.TAX_CODE),
        ("B1234567", IdKind.PASSPORT),
    ],
)
def test_well_formed_numbers_of_other_kinds_raise_no_doubt(number, kind):
    assert identity.doubts(number, kind) == ()
    assert identity.guess_kind(number) is kind


def test_no_number_no_doubt():
    assert identity.doubts("", IdKind.PERSONAL_ID) == ()


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
