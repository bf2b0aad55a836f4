"""Vietnamese text where it enters: one normal form, honest refusals, folding."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain import text
from app.domain.look_alikes import tidy
from app.domain.text import (
    FILE_LIMIT,
    TextHasControls,
    TextMissing,
    TextTooLong,
    cited,
    file_title,
    storable,
    visible,
)

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


@pytest.mark.parametrize("character", ["\u202e", "\u0000", "\u2066", "\ue000", "\x1b", "\udcff"])
def test_invisible_characters_are_refused_and_named(character):
    with pytest.raises(TextHasControls) as refused:
        text.line(f"Lan{character}Anh", field="note", limit=20)
    assert refused.value.facts["character"] == f"U+{ord(character):04X}"
    assert refused.value.field == "note"


@pytest.mark.parametrize("unseen", ["\u00ad", "\u200b", "\u200d", "\u2060", "\ufeff", "\u200e"])
def test_signs_without_a_shape_vanish_silently(unseen):
    assert text.line(f"Lý{unseen} A S{unseen}ềnh", field="f", limit=20) == "Lý A Sềnh"
    assert text.paragraph(f"{unseen}một\nhai{unseen}", field="f", limit=20) == "một\nhai"
    assert text.words(f"L{unseen}ý") == ["ly"]


@pytest.mark.parametrize("space", ["\u00a0", "\u202f", "\u2007", "\u3000", "\u2003"])
def test_spaces_that_do_not_break_are_spaces(space):
    assert text.line(f"Lý{space}A{space}Sềnh", field="f", limit=20) == "Lý A Sềnh"
    assert text.words(f"Lý{space}A") == ["ly", "a"]


@pytest.mark.parametrize(
    "typed",
    ["Ðinh Thị Ðào", "Ɖinh Thị Ɖào", "\u0110inh Th\u0456\u0323 Đà\u043e"],
)
def test_letters_that_only_look_like_ours_become_ours(typed):
    assert text.line(typed, field="f", limit=20) == "Đinh Thị Đào"
    assert text.words(typed) == ["dinh", "thi", "dao"]


def test_letters_of_full_width_become_ordinary():
    assert text.line("ＬÊ Ｖăn １２", field="f", limit=20) == "LÊ Văn 12"


@given(st.text())
def test_tidied_text_is_tidy(source):
    assert tidy(tidy(source)) == tidy(source)


@pytest.mark.parametrize("name", ["Y Ƀlô Ê\u0306ban", "Łukasz Øster", "Thiếng Mươ\u0312ng"])
def test_every_letter_of_latin_writing_folds_to_plain_ones(name):
    assert text.fold(name).isascii()
    assert len(text.words(name)) == len(name.split())


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


def test_what_is_no_letter_is_shown_by_a_stand_in():
    assert visible("Hoàng Thị Mẩy") == "Hoàng Thị Mẩy"
    assert visible("a\x1b[31m\u202eb\nc\udcff") == "a\ufffd[31m\ufffdb c\ufffd"


def test_what_was_typed_is_repeated_up_to_sixty_letters():
    assert cited("ệ" * 60) == "ệ" * 60
    assert cited("ệ" * 61) == "ệ" * 59 + "…"


def test_the_name_of_a_file_is_kept_on_one_line_and_says_where_it_was_longer():
    assert file_title(" a\nb\u200b.json ", limit=20) == "a b.json"
    assert file_title("x" * 30, limit=20) == "x" * 19 + "…"


def test_half_a_character_is_stored_as_a_stand_in_and_whole_ones_stay():
    assert storable("Hoàng Thị Mẩy 😀\ud83d\ude00") == "Hoàng Thị Mẩy 😀😀"
    assert storable("a\ud800b\udc00") == "a\ufffdb\ufffd"


def test_the_name_of_a_file_is_kept_up_to_two_hundred_letters():
    assert file_title("x" * 200, limit=FILE_LIMIT) == "x" * 200
    assert file_title("x" * 201, limit=FILE_LIMIT) == "x" * 199 + "…"


def test_a_foreign_name_stays_as_it_is_and_holds_no_control():
    assert text.foreign_name(" HP  Laser–Jet ", field="printer", limit=20) == "HP  Laser–Jet"
    with pytest.raises(TextHasControls) as refused:
        text.foreign_name("HP\x07Jet", field="printer", limit=20)
    assert refused.value.facts["character"] == "U+0007"
    with pytest.raises(TextTooLong):
        text.foreign_name("x" * 21, field="printer", limit=20)
