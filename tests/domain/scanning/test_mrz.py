"""Machine-readable lines typed by hand: the check digits decide."""

import pytest

from app.domain.dossier.identity import IdDoubt
from app.domain.scanning.code import read_scan
from app.domain.scanning.mrz import check_digit
from app.domain.scanning.scanned import MrzScan, ReadField, ScanDoubt, ScanReason, Unrecognised
from tests.domain.scanning.samples import MRZ_1, MRZ_2, MRZ_3, TODAY

TWO_LINES = f"{MRZ_1}\n{MRZ_2}"
READ = MrzScan(
    personal_id=ReadField("020185001234"),
    born=ReadField("1985-03-05"),
    sex=ReadField("FEMALE"),
)


def lines(*, born="850305", sex="F", number="020185001234", until="450305", **wrong):
    """Lines 1 and 2 with their check digits, or with some that are wrong."""
    nine = wrong.get("nine", number[3:])
    first = f"{nine}{check_digit(nine)}{number}<<{check_digit(number)}"
    one = f"{born}{wrong.get('born_check', check_digit(born))}"
    other = f"{until}{wrong.get('until_check', check_digit(until))}"
    return f"IDVNM{first}\n{one}{sex}{other}VNM<<<<<<<<<<<{check_digit(first + one + other)}"


def refusal(text):
    found = read_scan(text, TODAY)
    assert isinstance(found, Unrecognised)
    return found.reason


def test_the_example_is_built_as_the_standard_says():
    assert lines() == TWO_LINES
    assert check_digit("520727") == "3"  # ICAO 9303 part 3, appendix A


def test_two_lines_are_enough():
    assert read_scan(TWO_LINES, TODAY) == READ


@pytest.mark.parametrize(
    "text",
    [
        TWO_LINES.lower(),
        TWO_LINES.replace("\n", "\r\n"),
        TWO_LINES.replace("\n", " "),
        TWO_LINES.replace("\n", ""),
        TWO_LINES.replace("<", ""),
        TWO_LINES.replace("IDVNM", "I<VNM"),
        f"\t{MRZ_1} \r\n  {MRZ_2}\r\n",
    ],
)
def test_case_spaces_and_fillers_do_not_matter(text):
    assert read_scan(text, TODAY) == READ


def test_the_third_line_gives_a_name_to_be_looked_at():
    found = read_scan(f"{TWO_LINES}\n{MRZ_3}", TODAY)
    assert found.full_name == ReadField("HOANG THI MAY", ScanDoubt.NO_DIACRITICS)


@pytest.mark.parametrize("line", ["HOANG", "<<MAY", "HOANG<<", "HOANG<THI<MAY", "HOANG<<THI<<MAY"])
def test_a_third_line_that_is_no_name_fills_no_name(line):
    assert read_scan(f"{TWO_LINES}\n{line}", TODAY) == READ


def test_letters_typed_for_digits_are_corrected_where_the_check_digits_prove_it():
    found = read_scan(f"{MRZ_1.replace('0', 'O')}\n{MRZ_2[:-1].replace('0', 'o')}4", TODAY)
    assert found == MrzScan(
        personal_id=ReadField("020185001234", ScanDoubt.CORRECTED),
        born=ReadField("1985-03-05", ScanDoubt.CORRECTED),
        sex=ReadField("FEMALE"),
    )
    assert refusal(TWO_LINES.replace("850305", "85O3O1")) is ScanReason.MRZ_LINE_2


@pytest.mark.parametrize("at", [*range(5, 15), *range(15, 27), 29])
def test_every_wrong_digit_of_line_1_is_caught(at):
    for digit in set("0123456789") - {MRZ_1[at]}:
        wrong = MRZ_1[:at] + digit + MRZ_1[at + 1 :]
        assert refusal(f"{wrong}\n{MRZ_2}") is ScanReason.MRZ_LINE_1


@pytest.mark.parametrize("at", [*range(7), *range(8, 15), 29])
def test_every_wrong_digit_of_line_2_is_caught(at):
    for digit in set("0123456789") - {MRZ_2[at]}:
        wrong = MRZ_2[:at] + digit + MRZ_2[at + 1 :]
        assert refusal(f"{MRZ_1}\n{wrong}") is ScanReason.MRZ_LINE_2


def test_each_check_digit_counts_for_itself():
    assert refusal(lines(nine="185001243")) is ScanReason.MRZ_LINE_1
    assert refusal(lines(born_check="1")) is ScanReason.MRZ_LINE_2
    assert refusal(lines(until_check="1")) is ScanReason.MRZ_LINE_2


def test_the_last_check_digit_ties_both_lines_together():
    other = lines(number="020185001243").split("\n")[0]
    assert refusal(f"{other}\n{MRZ_2}") is ScanReason.MRZ_LINE_2


@pytest.mark.parametrize(
    "text",
    [MRZ_1, f"{MRZ_1}\n{MRZ_2[:-1]}", f"{MRZ_1[:20]}\n{MRZ_2}", f"{MRZ_2}x", "IDVNM", "I<VNM?",
     f"{TWO_LINES}\n{MRZ_3}1"],
)  # fmt: skip
def test_lines_with_too_little_or_too_much_are_refused(text):
    assert refusal(text) in {ScanReason.MRZ_INCOMPLETE, ScanReason.UNKNOWN}


def test_a_wrong_sex_contradicts_the_number_and_is_marked():
    found = read_scan(lines(sex="M"), TODAY)
    assert found.sex == ReadField("MALE", IdDoubt.SEX_DIFFERS)
    assert found.personal_id.doubt is IdDoubt.SEX_DIFFERS
    assert read_scan(lines(sex="<"), TODAY).sex is None


def test_the_century_is_the_number_s():
    assert read_scan(lines(number="020220001234", born="200101"), TODAY).born.value == "2020-01-01"
    assert read_scan(lines(number="020120001234", born="200101"), TODAY).born.value == "1920-01-01"


def test_a_birth_year_the_number_does_not_name_is_the_latest_that_was_and_marked():
    found = read_scan(lines(born="860305"), TODAY)
    assert found.born == ReadField("1986-03-05", IdDoubt.BIRTH_YEAR_DIFFERS)
    found = read_scan(lines(born="110305"), TODAY)
    assert found.born == ReadField("2011-03-05", IdDoubt.BIRTH_YEAR_DIFFERS)


def test_a_month_of_two_digits_is_read():
    assert read_scan(lines(born="851231"), TODAY).born == ReadField("1985-12-31")


@pytest.mark.parametrize("born", ["850231", "850000"])
def test_a_day_that_never_was_is_not_filled(born):
    assert read_scan(lines(born=born), TODAY).born is None


def test_letters_outside_ascii_are_no_machine_readable_line():
    assert refusal(TWO_LINES.replace("I", "ı")) is ScanReason.SEVERAL_LINES
