"""Texts end their lines at spaces, and never between a sum and its unit."""

import pytest

from app.printing.layout.fonts import Face, advances
from app.printing.layout.wrapping import Run, wrap

SIZE = 10


def width_of(text):
    return sum(advances(Face.REGULAR)[letter] for letter in text) * SIZE


def lines(text, width):
    return [
        "".join(piece for _, _, piece in line.pieces) for line in wrap([Run(text)], SIZE, width)
    ]


@pytest.mark.parametrize(
    "room", ["Phí cấp bản sao trích lục: 8.000", "Phí cấp bản sao trích lục: 8.000 đồn"]
)
def test_a_sum_and_its_unit_stay_together(room):
    text = "Phí cấp bản sao trích lục: 8.000 đồng"
    assert lines(text, width_of(room)) == ["Phí cấp bản sao trích lục:", "8.000 đồng"]


def test_the_same_word_elsewhere_is_a_word():
    assert lines("Hợp đồng mua bán", width_of("Hợp đồn")) == ["Hợp", "đồng", "mua bán"]
    assert lines("Số 12 đồngxu", width_of("Số 12 đồ")) == ["Số 12", "đồngxu"]
