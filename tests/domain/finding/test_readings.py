"""What a text that is looked for may mean."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.finding.readings import MOST_WORDS, readings, run_together, spelt_otherwise


@pytest.mark.parametrize(
    ("text", "tiers"),
    [
        ("", ()),
        (" - ", ()),
        ("Mẩy Hoàng", ((("may", "hoang"),),)),
        ("261123-0003", ((("2611230003",), ("02611230003",)), (("261123", "0003"),),
                         (("2611230003",),))),
        ("0912 345", ((("0912", "345"),), (("0912345",),))),
        ("0912 345 678", ((("0912345678",),), (("0912", "345", "678"),), (("0912345678",),))),
        ("+84912", ((("0912",),), (("84912",),))),
        ("mẩy +84 912 345 678", ((("may", "0912345678"),), (("may", "84", "912", "345", "678"),))),
        ("H37.99.1-261123-0001", ((("h37", "99", "1", "261123", "0001"),),)),
        ("20185001234", ((("20185001234",), ("020185001234",)), (("20185001234",),))),
    ],
)  # fmt: skip
def test_a_number_is_read_in_its_one_form_before_its_groups_are_words(text, tiers):
    assert readings(text) == tiers


@pytest.mark.parametrize(
    ("number", "forms"),
    [
        ("1234567", []),
        ("12345678", ["12345678", "012345678"]),  # of before, without its 0
        ("012345678", ["012345678", "12345678"]),
        ("912345678", ["912345678", "0912345678"]),  # a telephone, or a tax code
        ("1234567890", ["1234567890"]),
        ("0123456789", ["0123456789"]),
        ("20185001234", ["20185001234", "020185001234"]),
        ("020185001234", ["020185001234", "20185001234"]),
        ("109876543001", ["109876543001", "0109876543001"]),  # of a branch
        ("0109876543001", ["0109876543001", "109876543001"]),
        ("1234567890123", ["1234567890123"]),
        ("+840912345678", ["0912345678"]),
    ],
)
def test_a_whole_number_is_found_with_and_without_the_zero_a_sheet_takes_from_it(number, forms):
    assert [meant for (meant,) in readings(number)[0]] == (forms or [number])
    assert [meant for meant, _ in readings(f"{number} bản")[0]] == (forms or [number])
    assert len(readings(number)) == (2 if forms else 1)


def test_of_many_words_the_first_twelve_are_asked_for():
    assert readings("a b c d e f g h i j k l m n") == ((tuple("abcdefghijkl"),),)


def test_of_many_spellings_thirty_two_are_asked_for_with_the_one_typed():
    assert len(spelt_otherwise("si si si si")) == 31


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("lí thị thơm", "ly thi thom"), ("Vy", "vi"), ("quí", "quy"), ("Ỷ", "i"),
     ("xùng a páo", "sung a pao"),
     ("nông thị xlao", "nong thi slao"), ("triệu xềnh", "chieu senh"),
     ("dàng a chứ", "giang a tru"),
     ("sỉ", "xy")],
)  # fmt: skip
def test_names_are_looked_for_as_they_are_spelt_otherwise_too(typed, meant):
    assert tuple(meant.split()) in spelt_otherwise(typed)


@pytest.mark.parametrize("text", ["", "hoang van nam", "mai", "0912", "s"])
def test_words_spelt_in_one_way_have_no_other_spelling(text):
    assert spelt_otherwise(text) == ()


@given(st.text(alphabet="sxtrchgidyl ", max_size=120))
def test_other_spellings_are_few_and_never_what_was_typed(text):
    found = spelt_otherwise(text)
    assert len(found) < 32
    assert len(set(found)) == len(found)
    assert all(one != tuple(text.split())[:MOST_WORDS] for one in found)


@given(st.text(max_size=80))
def test_whatever_is_typed_asks_for_few_words_of_letters_and_digits(text):
    for tier in readings(text):
        for beginnings in tier:
            assert 0 < len(beginnings) <= MOST_WORDS
            assert all(word.isascii() and word.isalnum() for word in beginnings)


def test_a_code_without_signs_names_its_day_and_number():
    plain, ends = run_together("H37.99.1-261123-0001")
    assert plain == "h379912611230001"
    assert ("261123", "0001") in ends
    assert all(len(day) in {6, 8} and len(number) in range(4, 8) for day, number in ends)


@pytest.mark.parametrize(
    ("code", "end"),
    [
        ("abc2611230001", ("261123", "0001")),
        ("abc20261123000123", ("20261123", "000123")),
        ("abc2611230012345", ("261123", "0012345")),
    ],
)
def test_a_code_may_be_short_its_day_long_and_its_number_of_four_to_seven_digits(code, end):
    assert end in run_together(code)[1]


@pytest.mark.parametrize("code", ["ab2611230001", "abc261123001", "abc2613230001"])
def test_what_is_too_short_or_names_no_day_is_no_code(code):
    assert run_together(code)[1] == ()


def test_a_long_day_is_of_this_century():
    assert ("19261123", "12345") not in run_together("abc1926112312345")[1]
    assert ("20261123", "12345") in run_together("abc2026112312345")[1]


@pytest.mark.parametrize("text", ["", "khai sinh", "0912345678", "h37", "h379912613450001"])
def test_what_ends_in_no_day_and_number_is_no_code(text):
    assert run_together(text)[1] == ()
