"""Every letter of every alphabet stands on paper as it is written, and reads back."""

from importlib import resources
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from pypdfium2 import PdfDocument
from reportlab.pdfbase.ttfonts import TTFont

from app.domain.alphabets import ALPHABETS
from app.printing.layout.fonts import Face
from app.printing.letters import LETTERS, MARKS, unprintable
from tests.printing.letter_pictures import (
    FULL,
    assert_mark_stands_right,
    bare,
    both_cases,
    cells,
    each_alphabet,
    marked,
    nfc,
    page,
)

WINDOW_FACES = ["Regular", "Medium", "SemiBold", "Bold"]


@each_alphabet
def test_each_letter_can_be_printed(alphabet):
    assert {mark for letter in both_cases(alphabet) for mark in unprintable(letter)} == set()


@pytest.mark.parametrize("dpi", [203, 300])
@each_alphabet
def test_marks_stand_over_their_letters_on_paper(alphabet, dpi):
    shown = marked(alphabet)
    plain = cells(page([bare(letter) for letter in shown]), dpi, len(shown))
    whole = cells(page(shown), dpi, len(shown))
    for letter, one, other in zip(shown, plain, whole, strict=True):
        assert_mark_stands_right(letter, one, other)


@pytest.mark.parametrize("face", [Face.BOLD, Face.BOLD_ITALIC, Face.ITALIC])
def test_marks_stand_over_their_letters_in_every_face(face):
    every = sorted({one for each in ALPHABETS for one in marked(each)})
    for start in range(0, len(every), FULL):
        some = every[start : start + FULL]
        plain = cells(page([bare(letter) for letter in some], face), 203, len(some))
        whole = cells(page(some, face), 203, len(some))
        for letter, one, other in zip(some, plain, whole, strict=True):
            assert_mark_stands_right(letter, one, other)


@each_alphabet
def test_the_text_of_the_pdf_reads_back(alphabet):
    shown = both_cases(alphabet)
    pdf = page(shown)
    whole = {nfc(part) for part in PdfDocument(pdf)[0].get_textpage().get_text_range().split()}
    assert whole == set(shown)
    (sheet,) = PdfReader(BytesIO(pdf)).pages
    assert set(nfc(sheet.extract_text()).split()) == set(shown)


@pytest.mark.parametrize("name", WINDOW_FACES)
@each_alphabet
def test_the_window_has_every_letter(alphabet, name):
    file = resources.files("resources").joinpath("fonts", f"BeVietnamPro-{name}.ttf").read_bytes()
    codes = TTFont(f"window-{name}", BytesIO(file)).face.charToGlyph
    assert {c for letter in both_cases(alphabet) for c in letter if not codes.get(ord(c))} == set()


def test_each_alphabet_says_where_it_was_found():
    assert all(alphabet.source for alphabet in ALPHABETS)


@given(
    st.sampled_from(sorted(LETTERS - MARKS)).filter(str.isalpha),
    st.lists(st.sampled_from(sorted(MARKS)), min_size=1, max_size=3),
)
def test_any_letter_with_any_marks_is_shown_and_read_back(base, marks):
    letter = nfc(base + "".join(marks))
    if unprintable(letter):
        return
    pdf = page([f"x{letter}x"], Face.REGULAR)
    read = PdfDocument(pdf)[0].get_textpage().get_text_range().strip()
    assert nfc(read) == f"x{letter}x"
