"""Papers as people name them by their numbers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.finding.paper_names import NamedPaper, read_paper

SERIES = ("TNHS", "YCBS-HS")


@pytest.mark.parametrize(
    ("text", "paper"),
    [
        ("0012/2026", NamedPaper(12, year=2026)),
        ("12/2026-Q2", NamedPaper(12, year=2026, station=2)),
        ("Phiếu thu số: 0012/2026", NamedPaper(12, year=2026)),
        ("0012/TNHS", NamedPaper(12, "TNHS")),
        ("0012-Q2/tnhs", NamedPaper(12, "TNHS", station=2)),
        ("Giấy tiếp nhận số 12 / TNHS / 2026", NamedPaper(12, "TNHS", 2026)),
        ("7/ycbs-hs", NamedPaper(7, "YCBS-HS")),
    ],
)
def test_a_number_names_its_paper(text, paper):
    assert read_paper(text, SERIES) == paper


@pytest.mark.parametrize("text", ["", "12", "0/2026", "12/1999", "12/ABC", "5/3/2026", "a 12/2026"])
def test_anything_else_names_none(text):
    assert read_paper(text, SERIES) is None


@given(st.text(max_size=60))
def test_any_text_is_read_or_not(text):
    read_paper(text, SERIES)


@pytest.mark.parametrize(
    ("paper", "said"),
    [
        (NamedPaper(12, year=2026), "0012/2026"),
        (NamedPaper(12, year=2026, station=2), "0012/2026-Q2"),
        (NamedPaper(12, "TNHS"), "0012/TNHS"),
        (NamedPaper(12, "TNHS", 2026, 2), "0012-Q2/TNHS/2026"),
    ],
)
def test_a_paper_is_named_as_far_as_it_was_asked_for(paper, said):
    assert paper.text == said
