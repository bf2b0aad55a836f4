"""Letters drawn one by one, and whether a mark stands over its letter.

Pictures are compared: a letter with its mark and the same letter without. What the mark adds must
lie over the letter (or under it), not beside it.
"""

import unicodedata

import pytest
from PIL import Image, ImageChops

from app.domain.alphabets import ALPHABETS, Alphabet, letters
from app.printing.layout.document import document
from app.printing.layout.fitting import LaidOut
from app.printing.layout.fonts import Face
from app.printing.layout.page import Words
from app.printing.layout.styles import STYLES
from app.printing.paper import Paper
from app.printing.preview import page_images
from tests.printing.scanned import picture

CELL, SIZE, ACROSS = 36.0, 14.0, 14
FULL = ACROSS * 20
each_alphabet = pytest.mark.parametrize("alphabet", ALPHABETS, ids=lambda one: one.people)


def nfc(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def both_cases(alphabet: Alphabet) -> list[str]:
    small = [nfc(letter) for letter in letters(alphabet)]
    return list(dict.fromkeys([*small, *(nfc(letter.upper()) for letter in small)]))


def marked(alphabet: Alphabet) -> list[str]:
    """Letters that have no code of their own."""
    return [letter for letter in both_cases(alphabet) if len(letter) > 1]


def bare(letter: str) -> str:
    """`letter` without its mark; i has lost its dot by then."""
    plain = nfc(letter[:-1])
    return {"i": "ı", "j": "ȷ"}.get(plain, plain) if _is_above(letter) else plain


def _is_above(letter: str) -> bool:
    return unicodedata.combining(letter[-1]) == 230


def page(shown: list[str], face: Face = Face.REGULAR) -> bytes:
    """Each of `shown` in a cell of its own."""
    marks = [
        Words(CELL * (1 + nth % ACROSS), CELL * (2 + nth // ACROSS), face, SIZE, letter)
        for nth, letter in enumerate(shown)
    ]
    return document("", [LaidOut(STYLES[Paper.A4][0], [marks])]).pdf


def cells(pdf: bytes, dpi: int, count: int) -> list[Image.Image]:
    (drawn,) = page_images(pdf, dpi)
    image, scale = picture(drawn), dpi / 72
    return [
        image.crop(
            tuple(
                round(edge * scale)
                for edge in (
                    CELL * (1 + nth % ACROSS) - 8,
                    CELL * (1 + nth // ACROSS) + 8,
                    CELL * (2 + nth % ACROSS) - 8,
                    CELL * (2 + nth // ACROSS) + 8,
                )
            )
        )
        for nth in range(count)
    ]


def ink(image: Image.Image) -> tuple[int, int, int, int]:
    box = image.point(lambda grey: 255 if grey < 128 else 0).getbbox()
    assert box is not None
    return box


def assert_mark_stands_right(letter: str, plain: Image.Image, whole: Image.Image) -> None:
    left, top, right, bottom = ink(plain)
    added = ImageChops.subtract(plain, whole).point(lambda grey: 255 if grey > 96 else 0).getbbox()
    assert added is not None, letter
    middle = (added[0] + added[2]) / 2
    assert left <= middle <= right, f"{letter} has its mark beside it"
    if _is_above(letter):
        assert added[3] <= top + (bottom - top) * 0.2, f"{letter} has its mark inside it"
    else:
        assert added[1] >= bottom - (bottom - top) * 0.2, f"{letter} has its mark inside it"
