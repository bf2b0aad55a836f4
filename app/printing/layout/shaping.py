"""Marks over and under letters, placed by HarfBuzz from the tables of the faces.

Most letters of Vietnam have one code each; those of the Highlands, of Tày and of Mường are a letter
and combining marks (``ê̆``), which a plain row of glyphs would print beside their letter.
"""

import re
from dataclasses import dataclass
from functools import cache
from unicodedata import combining

import uharfbuzz

from app.printing.layout.fonts import Face, font, font_file
from app.printing.layout.joined_letters import Joined, Part
from app.printing.letters import MARKS

_ANY_MARK = f"[{''.join(sorted(MARKS))}]"
_LETTER = re.compile(f".{_ANY_MARK}*", re.DOTALL)
_MARKED = re.compile(f".{_ANY_MARK}+", re.DOTALL)

_GAP = 90
"""From a letter to a mark for which the face has no place, of the face's 2048 units."""
_ABOVE, _BELOW = 230, 220
"""Unicode's classes of marks that stand free over or under their letter."""


def clusters(text: str) -> list[str]:
    """The letters of `text`, each with the marks that belong to it."""
    return list(text) if MARKS.isdisjoint(text) else _LETTER.findall(text)


def shaped(text: str, face: Face) -> str:
    """`text` as it is shown: each letter with marks by the code of the glyph that joins them."""
    if MARKS.isdisjoint(text):
        return text
    return _MARKED.sub(lambda match: _code(match.group(), face), text)


def _code(letter: str, face: Face) -> str:
    made = font(face)
    return made.code(letter) or made.join(letter, _joined(letter, face))


def _joined(letter: str, face: Face) -> Joined:
    """The letter and its marks where they belong, in the units of the face."""
    shaper = _shaper(face)
    buffer = uharfbuzz.Buffer()
    buffer.add_str(letter)
    buffer.guess_segment_properties()
    uharfbuzz.shape(shaper, buffer)
    (base, base_at), *marks = zip(buffer.glyph_infos, buffer.glyph_positions, strict=True)
    kinds = {shaper.get_nominal_glyph(ord(mark)): combining(mark) for mark in letter[1:]}
    box = whole = _Box.of(shaper, base.codepoint, 0, 0)
    parts = [Part(base.codepoint)]
    for glyph, at in marks:
        x, y = base_at.x_advance + at.x_offset, at.y_offset
        mark = _Box.of(shaper, glyph.codepoint, x, y)
        is_placed = bool(at.x_offset or at.y_offset)
        right, up = box.correction(mark, kinds.get(glyph.codepoint, 0), is_placed=is_placed)
        parts.append(Part(glyph.codepoint, x + right, y + up))
        mark = _Box.of(shaper, glyph.codepoint, x + right, y + up)
        box, whole = box.with_mark(mark), whole.joined(mark)
    return Joined(parts, whole.left, whole.low, whole.right, whole.high)


@dataclass(frozen=True, slots=True)
class _Box:
    """Where ink is, in the units of the face."""

    left: int
    right: int
    low: int
    high: int

    @classmethod
    def of(cls, shaper: uharfbuzz.Font, glyph: int, x: int, y: int) -> "_Box":
        """The ink of `glyph` with its origin at (x, y)."""
        ink = shaper.get_glyph_extents(glyph)
        left, high = x + ink.x_bearing, y + ink.y_bearing
        return cls(left, left + ink.width, high + ink.height, high)

    def correction(self, mark: "_Box", kind: int, *, is_placed: bool) -> tuple[int, int]:
        """How `mark` must still be moved where the face has no place for it over (under) this."""
        off = (self.left + self.right - mark.left - mark.right) // 2
        is_beside = not is_placed or abs(off) > (self.right - self.left) / 2
        if kind == _ABOVE and (is_beside or mark.low < self.high - 3 * _GAP):
            return off, self.high + _GAP - mark.low
        if kind == _BELOW and (is_beside or mark.high > self.low + 3 * _GAP):
            return off, self.low - _GAP - mark.high
        return 0, 0

    def with_mark(self, mark: "_Box") -> "_Box":
        """This as the next mark finds it: higher or lower, but as wide as the letter."""
        return _Box(self.left, self.right, min(self.low, mark.low), max(self.high, mark.high))

    def joined(self, other: "_Box") -> "_Box":
        """Around both."""
        return _Box(
            min(self.left, other.left),
            max(self.right, other.right),
            min(self.low, other.low),
            max(self.high, other.high),
        )


@cache
def _shaper(face: Face) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(font_file(face)))
