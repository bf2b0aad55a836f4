"""Blocks of a book's run of numbers, one run a year for the whole office, and what is free of it.

Counters without a common database share the run by blocks (Decree 23/2015, art. 13: one run for
each kind from 01 to the year's end, no second one for a counter).
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from app.domain.errors import DeskError

LAST_OF_YEAR = 999_999
_PART = re.compile(r"\s*(\d{1,2})\s*:\s*(\d{1,6})\s*[-–]\s*(\d{1,6})\s*", re.ASCII)


class InvalidBookBlocks(DeskError):
    """Facts: text (the part that is none, or the two that overlap)."""


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Numbers of a run, first and last included."""

    first: int
    last: int

    def __str__(self) -> str:
        """``58–3000``, of one number alone ``58``."""
        if self.first == self.last:
            return f"{self.first:02d}"
        return f"{self.first:02d}–{self.last:02d}"

    @property
    def size(self) -> int:
        """How many numbers it holds."""
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class BookBlock:
    """Numbers that `station` gives in every book; of station 0 those of the whole office."""

    span: Span = Span(1, LAST_OF_YEAR)
    station: int = 0

    def __str__(self) -> str:
        """As settings write it: ``2:3001-6000``."""
        return f"{self.station}:{self.span.first}-{self.span.last}"


def read_blocks(text: str) -> tuple[BookBlock, ...]:
    """Read ``1:1-3000,2:3001-6000,1:6001-9000``, in order of number; a station may have several.

    Raises:
        InvalidBookBlocks: a part is no block, or two overlap.
    """
    blocks = []
    for part in filter(None, (one.strip() for one in text.split(","))):
        match = _PART.fullmatch(part)
        if match is None:
            raise InvalidBookBlocks(text=part)
        station, first, last = map(int, match.groups())
        if not station or not 1 <= first <= last <= LAST_OF_YEAR:
            raise InvalidBookBlocks(text=part)
        blocks.append(BookBlock(Span(first, last), station))
    blocks.sort(key=lambda block: block.span)
    for one, other in pairwise(blocks):
        if other.span.first <= one.span.last:
            raise InvalidBookBlocks(text=f"{one}, {other}")
    return tuple(blocks)


def free_of(spans: Iterable[Span], taken: Iterable[Span]) -> tuple[Span, ...]:
    """What of `spans` is in none of `taken`, in order of number."""
    gone = sorted(taken)
    free = []
    for span in sorted(spans):
        first = span.first
        for one in gone:
            if one.last < first or one.first > span.last:
                continue
            if one.first > first:
                free.append(Span(first, one.first - 1))
            first = max(first, one.last + 1)
        if first <= span.last:
            free.append(Span(first, span.last))
    return tuple(free)


def first_of(free: Iterable[Span], how_many: int) -> tuple[Span, ...]:
    """The lowest `how_many` numbers of `free`; fewer if there are no more."""
    chosen = []
    for span in free:
        if not how_many:
            break
        part = Span(span.first, min(span.last, span.first + how_many - 1))
        chosen.append(part)
        how_many -= part.size
    return tuple(chosen)


def spans_of(numbers: Iterable[int]) -> tuple[Span, ...]:
    """`numbers` drawn together to runs."""
    spans: list[Span] = []
    for number in sorted(numbers):
        if spans and spans[-1].last + 1 == number:
            spans[-1] = Span(spans[-1].first, number)
        else:
            spans.append(Span(number, number))
    return tuple(spans)
