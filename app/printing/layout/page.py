"""A form's pages as marks at known places, filled from top to bottom.

Distances are points from the page's top left corner; turning them upside down for PDF is left to
`app.printing.layout.painting`. One laying out serves every copy, half sheet and reprint.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace

from app.printing.codes.barcode import Code
from app.printing.layout.fonts import Face
from app.printing.layout.wrapping import Line, Run, wrap

MM = 72 / 25.4
"""Points in a millimetre."""
DESIGN_MARGIN = 5 * MM
"""What no printer reaches for certain: nothing is ever placed nearer to an edge."""


@dataclass(frozen=True, slots=True)
class Style:
    """A size of paper, its margins and sizes of type; everything in points."""

    width: float
    height: float
    left: float
    right: float
    top: float
    bottom: float
    body: float
    head: float
    motto: float
    title: float
    table: float
    hint: float
    note: float
    signing: float
    bar_height: float

    @property
    def text_width(self) -> float:
        """Room between the side margins."""
        return self.width - self.left - self.right

    @property
    def floor(self) -> float:
        """Where the bottom margin begins."""
        return self.height - self.bottom


@dataclass(frozen=True, slots=True)
class Words:
    """Text in one face; `y` is its base line."""

    x: float
    y: float
    face: Face
    size: float
    text: str


@dataclass(frozen=True, slots=True)
class CopyName:
    """Where the name of the copy stands: centred on `x`, or starting there."""

    x: float
    y: float
    face: Face
    size: float
    is_centred: bool


@dataclass(frozen=True, slots=True)
class Rule:
    """A filled rectangle: a line, or a side of a table's cell."""

    x: float
    y: float
    width: float
    height: float


Mark = Words | CopyName | Rule | Code

LEADING = 1.16
"""Base line to base line, in sizes of type."""
_ASCENT = 0.91
"""Top of a line to its base line, in sizes of type: room for the tones over capitals."""
HAIR = 0.6
"""Thickness of rules and cell borders."""
_TAKEN_ALONG = 2
"""Lines that go with what follows them to a new page."""
_ENDLESS = 1_000_000.0
_NEXT_LINE = 2.0
"""From the top of a line to the next of the same text or the next text, in sizes of type."""


@dataclass(slots=True)
class Flow:
    """Pages being filled; `y` is where the next thing begins on the last of them.

    `running_head` gives what stands at the top of the second page and every later one;
    `running_height` is the room it needs there below the top margin, in points.
    """

    style: Style
    running_head: Callable[[int], Sequence[Mark]]
    running_height: float = 0.0
    pages: list[list[Mark]] = field(default_factory=lambda: [[]])
    y: float = field(init=False)
    _lines: list[tuple[int, float]] = field(default_factory=list)
    """Lines of text on the last page: where their marks begin, and their tops."""
    _end_of_text: int = 0
    _gone: int = 0
    """Pages that were let go of, in front of those held."""

    def __post_init__(self) -> None:
        """Begin at the top margin of the first page."""
        self.y = self.style.top

    @property
    def page_number(self) -> int:
        """Of the page being filled, from 1 on."""
        return self._gone + len(self.pages)

    @property
    def top(self) -> float:
        """Where the page being filled begins."""
        return self.style.top + (self.running_height if self.page_number > 1 else 0.0)

    def let_go(self) -> list[list[Mark]]:
        """The pages nothing is put on any more; they are held no longer."""
        done = self.pages[:-1]
        del self.pages[:-1]
        self._gone += len(done)
        return done

    def place(self, *marks: Mark) -> None:
        """Put `marks` on the page being filled."""
        self.pages[-1].extend(marks)

    def space(self, height: float) -> None:
        """Leave `height` free."""
        self.y += height

    def next_page(self) -> None:
        """Go on at the top of a new page."""
        self.pages.append(list(self.running_head(self.page_number + 1)))
        self.y = self.top
        self._lines = []

    def keep(self, height: float) -> None:
        """Begin a new page unless `height` fits on this one."""
        if self.y + height > self.style.floor and self.y > self.top:
            self.next_page()

    def text(self, runs: Sequence[Run], size: float) -> None:
        """A paragraph over the text width, going on over pages where it must."""
        style = self.style
        lines = wrap(runs, size, style.text_width)
        height = size * LEADING
        self.keep(min(len(lines), 2) * height)
        for line in lines:
            self.keep(height)
            self._lines.append((len(self.pages[-1]), self.y))
            self.place(*placed(line, style.left, self.y, size))
            self._end_of_text = len(self.pages[-1])
            self.y += height

    def centred(self, runs: Sequence[Run], size: float) -> None:
        """A paragraph, each line in the middle of the text width."""
        middle = self.style.left + self.style.text_width / 2
        marks, self.y = centred(runs, middle, self.y, size, self.style.text_width)
        self.place(*marks)

    def keep_with_text(self, height: float) -> None:
        """Begin a new page unless `height` fits, taking along the last two lines of text.

        What follows a text (who signs it, what is noted of it) then never stands alone on a page.
        """
        page = self.pages[-1]
        if self.y + height <= self.style.floor or self.y <= self.top:
            return
        begin, top, end = len(page), self.y, self.y
        if self._lines and self._end_of_text == len(page):
            begin, top = self._lines[-1]
            for before in reversed(self._lines[-_TAKEN_ALONG:-1]):
                if top - before[1] > _NEXT_LINE * self.style.body:
                    break  # Something else, a table, stands between them.
                begin, top = before
        if page[begin:] and top <= self.top:
            return  # Nothing else stands there: a new page would only be like it.
        taken = page[begin:]
        del page[begin:]
        self.next_page()
        shift = self.y - top
        self.place(*(replace(mark, y=mark.y + shift) for mark in taken))
        self.y = end + shift


def measured(flow: Flow, draw: Callable[[Flow], None]) -> float:
    """The height of what `draw` puts on a page."""
    style = replace(flow.style, height=_ENDLESS)
    alone = Flow(style, lambda _: ())
    draw(alone)
    return alone.y - style.top


def placed(line: Line, x: float, y: float, size: float) -> list[Mark]:
    """`line` as marks, its top at `y`."""
    base = y + size * _ASCENT
    return [Words(x + at, base, face, size, text) for at, face, text in line.pieces]


def centred(
    runs: Sequence[Run], middle: float, y: float, size: float, width: float
) -> tuple[list[Mark], float]:
    """`runs` in lines centred on `middle`, from `y` down; the marks and where they end."""
    marks: list[Mark] = []
    for line in wrap(runs, size, width):
        marks += placed(line, middle - line.width / 2, y, size)
        y += size * LEADING
    return marks, y


def copy_name(middle: float, y: float, size: float) -> CopyName:
    """Room for the copy's name, in italics centred on `middle`, on the line whose top is `y`."""
    return CopyName(middle, y + size * _ASCENT, Face.ITALIC, size, is_centred=True)
