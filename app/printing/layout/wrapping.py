"""Breaks texts into lines that fit: at spaces, inside a word only if no line could hold it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from app.printing.layout.fonts import Face, advances
from app.printing.layout.shaping import clusters
from app.printing.letters import printable

_CUT_AFTER = "@./-_"
_GAPS = re.compile(r" (?!(?<=\d )đồng\b)")
"""Where a line may end: a sum and its unit stay together."""


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text in one face; runs that follow each other are parted by a space."""

    text: str
    face: Face = Face.REGULAR


@dataclass(slots=True)
class Line:
    """One line: its pieces with their distance from the line's left end, and its width."""

    pieces: list[tuple[float, Face, str]] = field(default_factory=list)
    width: float = 0.0


def wrap(runs: Sequence[Run], size: float, width: float) -> list[Line]:
    """`runs` as lines no wider than `width` points; a line break in the text starts a new line.

    Always at least one line. Characters the faces lack have been replaced (`letters.printable`).
    """
    filled = _Filled(size, width)
    for run in runs:
        for nth, words in enumerate(_measured(run.text, run.face)):
            if nth:
                filled.next_line()
            for word, ems in words:
                filled.add(word, ems * size, run.face)
    return filled.lines


@lru_cache(maxsize=1024)
def _measured(text: str, face: Face) -> tuple[tuple[tuple[str, float], ...], ...]:
    """The words of each line of `text` with their widths in ems; a form's own words recur."""
    ems = advances(face)
    return tuple(
        tuple((word, sum(map(ems.__getitem__, word))) for word in _GAPS.split(line) if word)
        for line in printable(text).split("\n")
    )


class _Filled:
    """Lines being filled with words."""

    def __init__(self, size: float, width: float) -> None:
        self.lines = [Line()]
        self._size = size
        self._width = width
        self._space = advances(Face.REGULAR)[" "] * size  # the same in every face

    def next_line(self) -> None:
        self.lines.append(Line())

    def add(self, word: str, wide: float, face: Face) -> None:
        """Put `word`, `wide` points wide, where it fits next."""
        line = self.lines[-1]
        room = self._width - line.width - self._space if line.pieces else self._width
        if wide > self._width:
            self._add_broken(word, face, room)
            return
        if wide > room:
            self.next_line()
        self._append(word, wide, face)

    def _append(self, word: str, wide: float, face: Face) -> None:
        line = self.lines[-1]
        if not line.pieces:
            line.pieces.append((0.0, face, word))
            line.width = wide
            return
        at, last_face, text = line.pieces[-1]
        if last_face is face:
            line.pieces[-1] = (at, face, f"{text} {word}")
        else:
            line.pieces.append((line.width + self._space, face, word))
        line.width += self._space + wide

    def _add_broken(self, word: str, face: Face, room: float) -> None:
        """Add a word wider than a line, from the line begun if half of that is free."""
        if room < self._width / 2:
            self.next_line()
            room = self._width
        ems = advances(face)
        for nth, piece in enumerate(
            _broken(word, ems, room / self._size, self._width / self._size)
        ):
            if nth:
                self.next_line()
            self._append(piece, sum(map(ems.__getitem__, piece)) * self._size, face)


def _broken(word: str, ems: Mapping[str, float], room: float, width: float) -> Iterator[str]:
    """`word` cut into pieces that fit, after a sign of an address or path where one is near.

    The first piece fits into `room`, the others into `width`, both in ems.
    """
    piece, wide = "", 0.0
    for letter in clusters(word):
        wide += sum(map(ems.__getitem__, letter))
        if piece and wide > room:
            cut = max(map(piece.rfind, _CUT_AFTER)) + 1
            cut = cut if cut > len(piece) / 2 else len(piece)
            yield piece[:cut]
            piece, room = piece[cut:], width
            wide = sum(map(ems.__getitem__, piece + letter))
        piece += letter
    yield piece
