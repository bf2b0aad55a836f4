"""Dossier codes, blocks of numbers and 14-digit labels."""

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.dossier import numbering
from app.domain.dossier.numbering import (
    Block,
    BlockExhausted,
    InvalidAgencyCode,
    InvalidBlock,
    InvalidCodePattern,
    InvalidDossierCode,
    InvalidLabel,
)

DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))


def test_a_code_names_agency_day_and_number():
    code = numbering.format_code(numbering.DEFAULT_PATTERN, "H37.99.1", date(2026, 11, 23), 1)
    assert code == "H37.99.1-261123-0001"


@given(
    st.sampled_from(["H37.99.1", "H37", "H37.DN.001", "000.00.19.H37"]), DAYS, st.integers(1, 9_999)
)
def test_every_code_reads_back(agency, day, number):
    code = numbering.format_code(numbering.DEFAULT_PATTERN, agency, day, number)
    assert numbering.parse_code(code) == numbering.DossierCode(agency, day, number)


@pytest.mark.parametrize(
    "code",
    ["", "H37.99.1", "H37.99.1-261301-0001", "h37-261123-0001", "H37-261123-٠٠٠١", "x" * 500],
)
def test_what_is_no_code_is_refused(code):
    with pytest.raises(InvalidDossierCode):
        numbering.parse_code(code)


@pytest.mark.parametrize("code", ["", "37.99", "H37.99.1 ", "H37..1", "../H37", "H37.99999"])
def test_what_is_no_agency_is_refused(code):
    with pytest.raises(InvalidAgencyCode):
        numbering.check_agency(code)


@pytest.mark.parametrize(
    "pattern", ["{agency}", "{NNNN}-{yyMMdd}-{agency}", "{agency}-{yyMMdd}-{N}"]
)
def test_a_pattern_whose_codes_could_not_be_read_back_is_refused(pattern):
    with pytest.raises(InvalidCodePattern):
        numbering.check_pattern(pattern)


def test_numbers_run_from_the_first_of_the_block_to_its_last():
    block = numbering.read_block("5000-5001")
    day = date(2026, 11, 23)
    assert numbering.next_number(None, block, station=2, day=day) == 5000
    assert numbering.next_number(5000, block, station=2, day=day) == 5001
    with pytest.raises(BlockExhausted) as refused:
        numbering.next_number(5001, block, station=2, day=day)
    assert refused.value.facts["station"] == 2


@pytest.mark.parametrize("text", ["", "5-1", "0-9", "1-10000", "a-b", "1–"])
def test_what_is_no_block_is_refused(text):
    with pytest.raises(InvalidBlock):
        numbering.read_block(text)


def test_a_block_reads_back_from_its_text():
    assert numbering.read_block(str(Block(5000, 9999))) == Block(5000, 9999)


@given(DAYS, st.integers(1, 999_999))
@example(date(2026, 11, 23), 1)
def test_a_label_reads_back_and_has_14_digits(day, number):
    label = numbering.label_digits(day, number)
    assert len(label) == 14
    assert numbering.parse_label(label) == (day, number)


@pytest.mark.parametrize(
    ("day", "number", "label"),
    [
        (date(2026, 11, 23), 1, "26112300000179"),
        (date(2026, 11, 23), 5_000, "26112300500020"),
        (date(2027, 1, 1), 990_001, "27010199000116"),
        (date(2026, 1, 2), 12, "26010200001206"),
    ],
)
def test_the_check_digits_are_those_of_iso_7064(day, number, label):
    """Counted by hand; and the standard's own test: the whole leaves 1 when divided by 97."""
    assert numbering.label_digits(day, number) == label
    assert int(label) % 97 == 1


@given(DAYS, st.integers(1, 999_999), st.integers(0, 13), st.integers(1, 9))
@example(date(2026, 11, 23), 1, 2, 1)  # no such month
@example(date(2026, 11, 23), 1, 13, 1)  # a wrong check digit
def test_a_label_with_one_wrong_digit_is_refused(day, number, place, shift):
    label = numbering.label_digits(day, number)
    wrong = str((int(label[place]) + shift) % 10)
    with pytest.raises(InvalidLabel):
        numbering.parse_label(label[:place] + wrong + label[place + 1 :])


@pytest.mark.parametrize("label", ["", "1234", "26112300000١xx", "26130100000100"])
def test_what_is_no_label_is_refused(label):
    with pytest.raises(InvalidLabel):
        numbering.parse_label(label)


def test_a_longer_running_number_is_a_pattern_too():
    pattern = numbering.check_pattern("{agency}-{yyMMdd}-{NNNNN}")
    code = numbering.format_code(pattern, "H37", date(2026, 11, 23), 7)
    assert code == "H37-261123-00007"
    assert numbering.parse_code(code).number == 7


@pytest.mark.parametrize("code", ["H37.99.1", "H37", "H37.DN.001", "000.00.19.H37"])
def test_an_agency_is_taken_as_it_stands(code):
    assert numbering.check_agency(code) == code


def test_practice_numbers_stand_where_no_real_office_gives_any():
    real = Block(1, 4_999)
    practice = numbering.practice_block(real)
    assert practice.last - practice.first == real.last - real.first
    assert practice.first > real.last


def test_a_pattern_has_as_many_digits_as_are_asked_for():
    pattern = numbering.pattern_of(6)
    code = numbering.format_code(pattern, "H37.99.1", date(2026, 11, 23), 12)
    assert code == "H37.99.1-261123-000012"


def test_codes_of_practice_are_told_by_their_numbers():
    assert numbering.is_practice_code("H37.99.1-261123-990001")
    assert not numbering.is_practice_code("H37.99.1-261123-0001")
    assert not numbering.is_practice_code("990001")


def test_a_code_of_a_portal_is_taken_without_gaps_and_in_capitals_or_not_at_all():
    assert numbering.read_official("h37.99.1-261123-0001", field="code") == "H37.99.1-261123-0001"
    assert not numbering.read_official("  ", field="code")
    with pytest.raises(numbering.InvalidOfficialCode):
        numbering.read_official("0001", field="code")


def test_practice_begins_behind_nine_hundred_and_ninety_thousand():
    assert numbering.practice_block(Block(1, 9)) == Block(990_001, 990_009)
    assert not numbering.is_practice_code("H37.99.1-261123-990000")
