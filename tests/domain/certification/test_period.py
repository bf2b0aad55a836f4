"""The time a book is printed for, as people type it."""

import pytest

from app.domain.certification.period import NotAPeriod, read_period


@pytest.mark.parametrize(
    ("text", "year", "month"),
    [
        ("2026", 2026, None), (" 11/2026 ", 2026, 11), ("1-2027", 2027, 1), ("07.2100", 2100, 7),
    ],
)  # fmt: skip
def test_a_month_or_a_year_is_read(text, year, month):
    assert read_period(text, field="period") == (year, month)


@pytest.mark.parametrize("text", ["", "13/2026", "0/2026", "1999", "11/26", "11/2026/1", "٢٠٢٦"])
def test_what_is_neither_is_refused_as_it_was_typed(text):
    with pytest.raises(NotAPeriod) as refused:
        read_period(text, field="period")
    assert refused.value.facts == {"field": "period", "text": text}


def test_of_a_long_text_the_refusal_names_the_beginning():
    with pytest.raises(NotAPeriod) as refused:
        read_period("x" * 500, field="period")
    named = refused.value.facts["text"]
    assert named.startswith("x" * 40)
    assert len(named) < 100
