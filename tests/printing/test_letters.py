"""What paper can show: named by the validator, visibly replaced on the page."""

import unicodedata

import pytest

from app.printing.letters import LetterNotPrintable, printable, require_printable, unprintable


def test_vietnamese_text_passes_the_door_whole():
    text = "Đặng Thị Ưng, thôn Nà Kéo – “Khuổi Khỉn” 8.000 ₫"
    assert require_printable(text, field="applicant.full_name") == text
    assert printable(text) is text


def test_letters_no_form_can_print_are_named_once_each():
    with pytest.raises(LetterNotPrintable) as refused:
        require_printable("Lan 漢 😀 漢", field="applicant.full_name")
    assert refused.value.facts == {"field": "applicant.full_name", "letters": ("漢", "😀")}


def test_decomposed_vietnamese_is_composed_before_it_is_printed():
    decomposed = unicodedata.normalize("NFD", "Nguyễn Đức Ửng")
    assert unprintable(decomposed) == ()
    assert printable(decomposed) == "Nguyễn Đức Ửng"


def test_highland_letters_that_have_no_composed_form_are_kept():
    assert printable("Y Ê\u0306ban") == "Y Ê\u0306ban"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Lan 漢😀", "Lan ??"),
        ("Lan\u200e \u202eHoa", "Lan Hoa"),
        ("một\thai\u2003ba", "một hai ba"),
        ("chuông\x07", "chuông"),
        ("gạch\u00adnối", "gạchnối"),
        ("dòng\nhai", "dòng\nhai"),
    ],
)
def test_what_cannot_be_shown_is_replaced_visibly_or_has_no_shape(text, shown):
    assert printable(text) == shown


def test_signs_without_a_shape_are_not_called_unprintable():
    assert unprintable("Lan\u200e\thoa") == ()
