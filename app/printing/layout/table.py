"""Tables that go on over pages, with their head row on every page."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import groupby

from app.printing.layout.fonts import Face
from app.printing.layout.page import HAIR, LEADING, Flow, Mark, Rule, placed
from app.printing.layout.wrapping import Line, Run, wrap

_PAD_X = 3.5
_PAD_Y = 1.6


class Align(Enum):
    """How a column's lines stand in it."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"
    """Sums of money: figures of one worth stand below each other."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its head, its share of the text width, and how its lines stand.

    `group` is a head above those of several columns beside each other.
    """

    head: str
    share: float
    align: Align = Align.LEFT
    group: str = ""


def table(flow: Flow, columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> None:
    """Fill `rows` into `flow` as a ruled table.

    A row that does not fit goes whole to the next page, unless it is longer than a third of one:
    such a row is parted.
    """
    drawn = _Table(flow, columns)
    drawn.head(keep_with=rows[0] if rows else ())
    for row in rows:
        drawn.row(row)


def long_table(
    flow: Flow, columns: Sequence[Column], rows: Iterable[Sequence[str]]
) -> Iterator[list[Mark]]:
    """As `table`, of any length: each page is given as soon as it is full, and held no longer."""
    drawn = _Table(flow, columns)
    drawn.head()
    for row in rows:
        drawn.row(row)
        yield from flow.let_go()


class _Table:
    def __init__(self, flow: Flow, columns: Sequence[Column]) -> None:
        self._flow = flow
        self._columns = columns
        self._size = flow.style.table
        self._line = self._size * LEADING
        self._widths = [column.share * flow.style.text_width for column in columns]
        self._head = self._wrapped([column.head for column in columns], Face.BOLD)
        self._groups = list(_grouped(columns, self._widths))

    def head(self, *, keep_with: Sequence[str] = ()) -> None:
        """Draw the head row, on the next page if the first row could not follow it there."""
        height = self._head_height()
        first = self._least(self._wrapped(keep_with, Face.REGULAR)) if keep_with else 0.0
        self._flow.keep(height + first)
        self._draw_head()

    def row(self, texts: Sequence[str]) -> None:
        cells = self._wrapped(texts, Face.REGULAR)
        if self._room() < self._least(cells):
            self._continue()
        while self._height(cells) > self._room():
            fitting = int((self._room() - 2 * _PAD_Y) / self._line)
            self._draw([cell[:fitting] for cell in cells])
            cells = [cell[fitting:] for cell in cells]
            self._continue()
        self._draw(cells)

    def _continue(self) -> None:
        self._flow.next_page()
        self._draw_head()

    def _head_height(self) -> float:
        return self._height(self._head) + (self._group_height() if self._groups else 0.0)

    def _group_height(self) -> float:
        return self._line + 2 * _PAD_Y

    def _draw_head(self) -> None:
        """The head row; heads of groups stand above their columns' own, other heads in the middle.

        A group's head is one line.
        """
        flow, above = self._flow, self._group_height() if self._groups else 0.0
        left, top = flow.style.left, flow.y
        height = self._head_height()
        marks: list[Mark] = [Rule(left, top, sum(self._widths) + HAIR, HAIR)]
        x = left
        for cell, column, width in zip(self._head, self._columns, self._widths, strict=True):
            begins = top + (above if column.group else 0.0)
            marks.append(Rule(x, begins, HAIR, top + height - begins))
            y = begins + (top + height - begins - len(cell) * self._line) / 2
            for line in cell:
                marks += placed(line, x + (width - line.width) / 2, y, self._size)
                y += self._line
            x += width
        for head, begin, width in self._groups:
            marks.append(Rule(left + begin, top, HAIR, above))
            marks.append(Rule(left + begin, top + above, width, HAIR))
            (line,) = wrap([Run(head, Face.BOLD)], self._size, width)
            middle = left + begin + (width - line.width) / 2
            marks += placed(line, middle, top + _PAD_Y, self._size)
        marks.append(Rule(x, top, HAIR, height + HAIR))
        marks.append(Rule(left, top + height, x - left + HAIR, HAIR))
        flow.place(*marks)
        flow.y = top + height

    def _least(self, cells: Sequence[Sequence[Line]]) -> float:
        """Room a row needs to begin on a page: all of it, or four lines of one to be parted."""
        height = self._height(cells)
        return height if height <= self._page_height() / 3 else 4 * self._line + 2 * _PAD_Y

    def _room(self) -> float:
        return self._flow.style.floor - self._flow.y

    def _page_height(self) -> float:
        flow = self._flow
        return flow.style.floor - flow.style.top - flow.running_height - self._head_height()

    def _wrapped(self, texts: Sequence[str], face: Face) -> list[list[Line]]:
        return [
            wrap([Run(text, face)], self._size, width - 2 * _PAD_X)
            for text, width in zip(texts, self._widths, strict=True)
        ]

    def _height(self, cells: Sequence[Sequence[Line]]) -> float:
        return max(len(cell) for cell in cells) * self._line + 2 * _PAD_Y

    def _draw(self, cells: Sequence[Sequence[Line]]) -> None:
        flow = self._flow
        left, top, height = flow.style.left, flow.y, self._height(cells)
        marks: list[Mark] = []
        x = left
        for cell, column, width in zip(cells, self._columns, self._widths, strict=True):
            marks.append(Rule(x, top, HAIR, height))
            y = top + _PAD_Y
            for line in cell:
                free = width - line.width
                insets = {
                    Align.LEFT: _PAD_X,
                    Align.CENTRE: free / 2,
                    Align.RIGHT: free - _PAD_X,
                }
                marks += placed(line, x + insets[column.align], y, self._size)
                y += self._line
            x += width
        marks.append(Rule(x, top, HAIR, height + HAIR))
        marks.append(Rule(left, top + height, x - left + HAIR, HAIR))
        flow.place(*marks)
        flow.y = top + height


def _grouped(
    columns: Sequence[Column], widths: Sequence[float]
) -> Iterator[tuple[str, float, float]]:
    """Heads of groups, each with where it begins, from the left of the table, and its width."""
    begin = 0.0
    for head, found in groupby(zip(columns, widths, strict=True), key=lambda one: one[0].group):
        width = sum(width for _, width in found)
        if head:
            yield head, begin, width
        begin += width
