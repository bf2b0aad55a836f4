"""Letters that only look like ours are those meant; what has no shape vanishes."""

import unicodedata

import pytest

from app.domain.look_alikes import tidy


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("ÐðƉɖ", "ĐđĐđ"),
        ("АВЕЅІЈКМНОРСТУХаеѕіјорсух", "ABESIJKMHOPCTYXaesijopcyx"),
        ("ΑΒΕΖΗΙΚΜΝΟΡΤΥΧο", "ABEZHIKMNOPTYXo"),
        ("\ufb00\ufb01\ufb02\ufb03\ufb04", "fffiflffiffl"),
        ("".join(map(chr, range(0xFF01, 0xFF5F))), "".join(map(chr, range(0x21, 0x7F)))),
    ],
)
def test_each_letter_that_looks_like_one_of_ours_is_that_one(typed, meant):
    assert tidy(typed) == meant


@pytest.mark.parametrize("other", "БбΩωĸ\ufb05\uff5f")
def test_letters_next_to_those_that_look_alike_stay_themselves(other):
    assert tidy(other) == other


def test_signs_without_a_shape_vanish():
    unseen = (0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x2060, 0x2064), 0xFEFF)
    for sign in unseen:
        assert tidy(f"ệ{chr(sign)}a") == "ệa", hex(sign)


def test_spaces_of_other_widths_are_spaces_and_no_other_sign_is():
    spaces = {0xA0, 0x1680, *range(0x2000, 0x200B), 0x202F, 0x205F, 0x3000}
    for sign in spaces:
        assert tidy(f"ệ{chr(sign)}a") == "ệ a", hex(sign)
    zs = {n for n in range(0x80, 0x10000) if unicodedata.category(chr(n)) == "Zs"}
    assert spaces == zs
    assert tidy("ệ\u2010a\u1681") == "ệ\u2010a\u1681"


def test_plain_text_is_left_as_it_is_and_other_text_is_composed():
    assert tidy("a\tb") == "a\tb"
    assert tidy(unicodedata.normalize("NFD", "Hoàng Thị Mẩy")) == "Hoàng Thị Mẩy"
