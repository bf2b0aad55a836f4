"""One run of numbers shared by blocks: nothing twice, nothing lost."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.certification.blocks import (
    InvalidBookBlocks,
    Span,
    first_of,
    free_of,
    read_blocks,
    spans_of,
)

spans = st.lists(
    st.tuples(st.integers(1, 60), st.integers(0, 15)).map(lambda p: Span(p[0], p[0] + p[1])),
    max_size=6,
)


def numbers(several):
    return {n for span in several for n in range(span.first, span.last + 1)}


def test_blocks_are_read_in_order_of_number_and_a_station_may_have_several():
    blocks = read_blocks(" 2:3001-6000, 1:1–3000,1:6001-9000")
    assert [str(block) for block in blocks] == ["1:1-3000", "2:3001-6000", "1:6001-9000"]
    assert read_blocks("") == ()


@pytest.mark.parametrize(
    "text", ["1-3000", "0:1-9", "1:0-9", "1:9-1", "1:1-1000000", "1:1-9,2:9-12", "x", "1:1-9;2:10"]
)
def test_what_is_no_block_or_overlaps_is_refused(text):
    with pytest.raises(InvalidBookBlocks):
        read_blocks(text)


@given(spans, spans)
def test_free_and_taken_are_the_whole_and_never_the_same(whole, taken):
    whole = spans_of(numbers(whole))
    free = free_of(whole, taken)
    assert numbers(free) == numbers(whole) - numbers(taken)
    assert list(free) == sorted(free)


@given(spans, st.integers(0, 40))
def test_the_lowest_free_numbers_are_taken(whole, how_many):
    free = spans_of(numbers(whole))
    assert sorted(numbers(first_of(free, how_many))) == sorted(numbers(free))[:how_many]


@given(st.sets(st.integers(1, 100)))
def test_numbers_drawn_together_are_the_same_numbers(some):
    drawn = spans_of(some)
    assert numbers(drawn) == some
    assert all(a.last + 1 < b.first for a, b in pairwise(drawn))


def test_a_span_reads_as_paper_says_it():
    assert (str(Span(1, 57)), str(Span(7, 7)), str(Span(58, 3000))) == ("01–57", "07", "58–3000")
