"""Every letter the forms promise is in every face; one missing letter fails the build."""

import itertools
import unicodedata
from importlib import resources
from io import BytesIO

import pytest
from reportlab.pdfbase.ttfonts import TTFont

from app.printing.layout.fonts import Face, advances, font, width
from app.printing.letters import LETTERS

VOWELS = "aăâeêioôơuưy"
TONES = ["", "\u0300", "\u0309", "\u0303", "\u0301", "\u0323"]
TONED = {unicodedata.normalize("NFC", v + t) for v, t in itertools.product(VOWELS, TONES)}
VIETNAMESE = TONED | {letter.upper() for letter in TONED} | set("đĐ")
# Tày–Nùng (Decision 206-CP of 1961) and Hmong Latin write with these besides the Vietnamese ones.
PLAIN = set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
SIGNS = set(" .,;:!?-–()/'\"“”’…%+=&@#*_[]<>|\u00a0₫§°")
UI_FACES = ["Regular", "Medium", "SemiBold", "Bold"]


def _shaped(made: TTFont) -> set[str]:
    """Characters with a glyph of their own, and not the empty box."""
    return {chr(code) for code, glyph in made.face.charToGlyph.items() if glyph}


def test_the_alphabet_of_this_test_is_the_whole_vietnamese_one():
    assert len(VIETNAMESE) == 146


@pytest.mark.parametrize("face", Face)
def test_each_face_of_the_forms_has_every_letter(face):
    assert sorted((VIETNAMESE | PLAIN | SIGNS | LETTERS) - _shaped(font(face))) == []


@pytest.mark.parametrize("face", Face)
def test_each_letter_but_marks_takes_room(face):
    flat = {c for c in LETTERS if advances(face)[c] <= 0}
    assert all(unicodedata.combining(c) for c in flat)


def test_what_the_forms_promise_covers_vietnamese_and_its_neighbours():
    assert sorted((VIETNAMESE | PLAIN | SIGNS) - LETTERS) == []


@pytest.mark.parametrize("name", UI_FACES)
def test_each_face_of_the_window_has_every_vietnamese_letter(name):
    file = resources.files("resources").joinpath("fonts", f"BeVietnamPro-{name}.ttf").read_bytes()
    assert sorted((VIETNAMESE | PLAIN | SIGNS) - _shaped(TTFont(name, BytesIO(file)))) == []


@pytest.mark.parametrize("family", ["Tinos", "BeVietnamPro"])
def test_each_family_travels_with_its_licence(family):
    licence = resources.files("resources").joinpath("fonts", f"{family}-OFL.txt").read_text("utf-8")
    assert licence.startswith("Copyright")
    assert "SIL OPEN FONT LICENSE Version 1.1" in licence


def test_widths_are_those_of_times_new_roman():
    # 722, 500 and 250 thousandths of an em: A, n and the space.
    assert width("A", Face.REGULAR, 1000) == pytest.approx(722, abs=1)
    assert width("An ", Face.REGULAR, 10) == pytest.approx(14.72, abs=0.02)
