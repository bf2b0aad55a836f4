"""Vietnamese text where it enters: one normal form, honest refusals, folding, order of names."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import text
from app.domain.text import TextHasControls, TextMissing, TextTooLong

LETTERS = (
    "aàáảãạăằắẳẵặâầấẩẫậbcdđeèéẻẽẹêềếểễệghiìíỉĩịklmnoòóỏõọôồốổỗộơờớởỡợpqrstuùúủũụưừứửữựvxyỳýỷỹỵ"
)


def test_decomposed_text_is_kept_composed():
    assert text.line(unicodedata.normalize("NFD", "Nguyễn Thị Đào"), field="f", limit=20) == (
        "Nguyễn Thị Đào"
    )


def test_spaces_tabs_and_line_breaks_become_single_spaces_in_a_line():
    assert text.line("  Lý\t A \n Sềnh ", field="f", limit=20) == "Lý A Sềnh"


def test_a_paragraph_keeps_its_line_breaks():
    assert (
        text.paragraph("Dòng  một \r\n dòng hai\n\n", field="f", limit=40) == "Dòng một\ndòng hai"
    )


@pytest.mark.parametrize("character", ["\u202e", "\u0000", "\u200b", "\u2066", "\ue000", "\x1b"])
def test_invisible_characters_are_refused_and_named(character):
    with pytest.raises(TextHasControls) as refused:
        text.line(f"Lan{character}Anh", field="note", limit=20)
    assert refused.value.facts["character"] == f"U+{ord(character):04X}"
    assert refused.value.field == "note"


def test_emoji_are_letters_like_others_until_they_are_printed():
    assert text.line("Lan 🙂", field="f", limit=20) == "Lan 🙂"


def test_too_long_a_name_says_how_long():
    with pytest.raises(TextTooLong) as refused:
        text.line("a" * 10_000, field="f", limit=200)
    assert refused.value.facts == {"field": "f", "limit": 200, "length": 10_000}


def test_an_empty_required_line_is_missing():
    with pytest.raises(TextMissing):
        text.line(" \n ", field="f", limit=5, required=True)


def test_folding_drops_accents_case_and_d_stroke():
    assert text.fold("ĐẶNG Thị Thơm") == "dang thi thom"


@given(st.text(alphabet=LETTERS + LETTERS.upper() + " ", max_size=40))
def test_folded_text_is_plain_ascii_and_stays_the_same_when_folded_again(source):
    folded = text.fold(source)
    assert folded.isascii()
    assert text.fold(folded) == folded
    assert text.fold(unicodedata.normalize("NFD", source)) == folded


def test_words_are_runs_of_letters_and_digits():
    assert text.words("H37.99.1-261123-0001 Đặng, Văn") == (
        ["h37", "99", "1", "261123", "0001", "dang", "van"]
    )


def test_initials_of_a_procedure_are_what_clerks_type():
    assert text.initials("Đăng ký khai sinh") == "dkks"


def test_people_are_ordered_by_given_name_in_vietnamese_order():
    names = ["Lê Văn Ân", "Lê Văn Anh", "Trần Đức", "Trần Dũng", "Nông Thị Hà", "Bế Thị Hả"]
    assert sorted(names, key=text.name_key) == [
        "Lê Văn Anh", "Lê Văn Ân", "Trần Dũng", "Trần Đức", "Nông Thị Hà", "Bế Thị Hả",
    ]  # fmt: skip


def test_tones_count_only_between_equal_letters():
    tones = ["ma", "mà", "mả", "mã", "má", "mạ"]
    assert sorted(["mạ", "mã", "ma", "má", "mà", "mả"], key=text.name_key) == tones
