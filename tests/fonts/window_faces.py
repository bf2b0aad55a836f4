"""Completes the window's faces: letters of Vietnam's languages they lack, and places for marks.

Run in an environment of its own with fontTools, from the project's folder, on the unchanged files:
``python -m tests.fonts.window_faces FROM_FOLDER resources/fonts``. What is made and why stands in
`resources/fonts/README.md`.
"""

import sys
import unicodedata
from pathlib import Path

from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables import otTables

from app.printing.letters import LETTERS

ABOVE, BELOW = 0, 2
"""Classes of marks in these faces: over the letter, under it."""
_GAP = 30
"""How much nearer to a letter's accent than to a bare letter the next mark stands, of 1000."""

# New marks out of those the faces have: (glyph, scale x, scale y), set over or under the letter.
_MADE_OF = {
    0x30F: [("gravecomb", 1, 1), ("gravecomb", 1, 1)],
    0x311: [("uni0306", 1, -1)],
    0x313: [("uni0312", -1, -1)],
    0x324: [("uni0308", 1, 1)],
    0x325: [("uni030A", 1, 1)],
    0x32D: [("uni0302", 1, 1)],
    0x32E: [("uni0306", 1, 1)],
    0x330: [("tildecomb", 1, 1)],
    0x331: [("uni0304", 1, 1)],
}
_SAME_AS = {
    0x2BB: "quoteleft",
    0x2BC: "quoteright",
    0x2010: "hyphen",
    0x2012: "endash",
    0x2015: "emdash",
    0xA78B: "quotesingle",
    0xA78C: "quotesingle",
}


class Face:
    """One face being completed."""

    def __init__(self, file: Path) -> None:
        self.font = TTFont(file)
        self._glyphs, self._widths = self.font["glyf"], self.font["hmtx"]
        table = self.font["GPOS"].table.LookupList
        self._over_letters = next(
            lookup.SubTable[0] for lookup in table.Lookup if lookup.LookupType == 4
        )
        self._over_marks = {
            glyph: subtable
            for lookup in table.Lookup
            if lookup.LookupType == 6
            for subtable in lookup.SubTable
            for glyph in subtable.Mark1Coverage.glyphs
        }

    def complete(self) -> None:
        for code, parts in _MADE_OF.items():
            self._add_mark(code, parts)
        for code, name in _SAME_AS.items():
            self._map(code, name)
        self._add_stroked(0x180, "b", high=True)
        self._add_stroked(0x243, "B", high=False)
        self._place_marks()
        for letter in sorted(LETTERS, key=lambda c: len(unicodedata.normalize("NFD", c))):
            if ord(letter) not in self._codes and unicodedata.decomposition(letter)[:1] != "<":
                self._compose(letter)
        self._place_marks()
        del self.font["DSIG"]

    @property
    def _codes(self) -> dict[int, str]:
        return self.font.getBestCmap()

    def _map(self, code: int, name: str) -> None:
        for table in self.font["cmap"].tables:
            if table.isUnicode():
                table.cmap.setdefault(code, name)

    def _add(self, code: int, glyph, width: int, kind: int) -> str:
        name = f"uni{code:04X}"
        self.font.setGlyphOrder([*self.font.getGlyphOrder(), name])
        self._glyphs[name] = glyph
        glyph.recalcBounds(self._glyphs)
        self._widths[name] = (width, glyph.xMin)
        self.font["GDEF"].table.GlyphClassDef.classDefs[name] = kind
        self._map(code, name)
        return name

    def _add_mark(self, code: int, parts: list[tuple[str, int, int]]) -> None:
        is_above = code < 0x316
        pen = TTGlyphPen(self.font.getGlyphSet())
        shift = 0
        for name, across, down in parts:
            part = self._glyphs[name]
            x = shift if across > 0 else part.xMin + part.xMax
            y = (0 if down > 0 else part.yMin + part.yMax) if is_above else -97 - part.yMax
            pen.addComponent(name, (across, 0, 0, down, x, y))
            shift += 130
        name = self._add(code, pen.glyph(), 0, kind=3)
        glyph = self._glyphs[name]
        middle, foot = (glyph.xMin + glyph.xMax) // 2, 530 if is_above else 0
        table = self._over_letters
        kind = ABOVE if is_above else BELOW
        self._cover(
            table.MarkCoverage, table.MarkArray.MarkRecord, name, _record(kind, middle, foot)
        )
        over = self._over_marks["gravecomb" if is_above else "dotbelowcomb"]
        self._cover(over.Mark1Coverage, over.Mark1Array.MarkRecord, name, _record(0, middle, foot))
        stacked = otTables.Mark2Record()
        stacked.Mark2Anchor = [
            _anchor(middle, glyph.yMax - _GAP if is_above else glyph.yMin + _GAP)
        ]
        self._cover(over.Mark2Coverage, over.Mark2Array.Mark2Record, name, stacked)

    def _cover(self, coverage, records: list, name: str, record) -> None:
        """Add `name` with its `record`; both lists stay in the order of the glyphs."""
        order = self.font.getReverseGlyphMap(rebuild=True)
        both = dict(zip(coverage.glyphs, records, strict=True)) | {name: record}
        coverage.glyphs = sorted(both, key=order.__getitem__)
        records[:] = [both[glyph] for glyph in coverage.glyphs]

    def _add_stroked(self, code: int, name: str, *, high: bool) -> None:
        """A b with a bar as the face's own đ has it: through the ascender, or the lower bowl."""
        crossed, plain = self._glyphs["dcroat"], self._glyphs["d"]
        points = crossed.coordinates
        bar_right = max(x for x, _ in points)
        low, up = sorted(y for x, y in points if x == bar_right)
        bar_left = min(x for x, y in points if y in (low, up) and x > plain.xMax / 2 - 100)
        letter = self._glyphs[name]
        stem = letter.xMin
        beyond, within = bar_right - plain.xMax, points_stem(plain) - bar_left
        shift = max(0, beyond + 20 - stem)
        if not high:
            low, up = (letter.yMax // 4 - (up - low) // 3, letter.yMax // 4 + (up - low) * 2 // 3)
        left = stem + shift - beyond
        right = stem + shift + (plain.xMax - points_stem(plain)) + within + (0 if high else 60)
        outline = TTGlyphPen(self.font.getGlyphSet())
        self._draw(outline, name, shift)
        for step, point in enumerate([(left, low), (left, up), (right, up), (right, low)]):
            (outline.moveTo if step == 0 else outline.lineTo)(point)
        outline.closePath()
        glyph = outline.glyph()
        glyph.flags[0] |= 0x40  # contours overlap
        self._add(code, glyph, self._widths[name][0] + shift, kind=1)

    def _draw(self, pen, name: str, shift: int) -> None:
        self.font.getGlyphSet()[name].draw(TransformPen(pen, (1, 0, 0, 1, shift, 0)))

    def _compose(self, letter: str) -> None:
        """`letter` out of its base and marks, where the face has them."""
        whole = unicodedata.normalize("NFD", letter)
        base, mark = unicodedata.normalize("NFC", whole[:-1]), whole[-1]
        if ord(mark) not in self._codes or len(base) != 1 or ord(base) not in self._codes:
            return
        base_name, mark_name = self._codes[ord(base)], self._codes[ord(mark)]
        table = self._over_letters
        marks = dict(zip(table.MarkCoverage.glyphs, table.MarkArray.MarkRecord, strict=True))
        if mark_name not in marks:
            return
        kind = marks[mark_name].Class
        if base in "ij" and kind == ABOVE:
            base_name = {"i": "dotlessi", "j": self._codes.get(0x237, "j")}[base]
        letters = dict(zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True))
        spot = letters[base_name].BaseAnchor[kind] if base_name in letters else None
        if spot is None:
            return
        foot = marks[mark_name].MarkAnchor
        pen = TTGlyphPen(self.font.getGlyphSet())
        pen.addComponent(base_name, (1, 0, 0, 1, 0, 0))
        shift = (spot.XCoordinate - foot.XCoordinate, spot.YCoordinate - foot.YCoordinate)
        pen.addComponent(mark_name, (1, 0, 0, 1, *shift))
        self._add(ord(letter), pen.glyph(), self._widths[base_name][0], kind=1)

    def _place_marks(self) -> None:
        """Give every letter a place over and under it, in the middle of its plain form."""
        table = self._over_letters
        for code, name in self._codes.items():
            if not unicodedata.category(chr(code)).startswith("L"):
                continue
            letters = dict(zip(table.BaseCoverage.glyphs, table.BaseArray.BaseRecord, strict=True))
            if name not in letters:
                letters[name] = otTables.BaseRecord()
                letters[name].BaseAnchor = [None] * table.ClassCount
                self._cover(table.BaseCoverage, table.BaseArray.BaseRecord, name, letters[name])
            whole = unicodedata.normalize("NFD", chr(code))
            plain = self._codes.get(ord(whole[0]), name)
            glyph, bare = self._glyphs[name], self._glyphs[plain]
            known = letters[plain].BaseAnchor[ABOVE] if plain in letters else None
            middle = known.XCoordinate if known else (bare.xMin + bare.xMax) // 2
            if plain in {"b", "h", "k", "B"}:  # known places lie over their stems
                middle = (bare.xMin + bare.xMax) // 2
            anchors = letters[name].BaseAnchor
            if any(unicodedata.combining(mark) == 230 for mark in whole[1:]):
                top = glyph.yMax - _GAP
            else:
                top = bare.yMax - 10 if bare.yMax > 560 else 530
            anchors[ABOVE] = _anchor(middle, top)
            foot = glyph.yMin + _GAP if glyph.yMin < -30 else 0
            anchors[BELOW] = _anchor(middle, foot)


def points_stem(glyph) -> int:
    """Left side of the d's stem, right of its bowl."""
    return max(x for x, y in glyph.coordinates if x < glyph.xMax and y == glyph.yMax)


def _anchor(x: int, y: int):
    anchor = otTables.Anchor()
    anchor.Format, anchor.XCoordinate, anchor.YCoordinate = 1, x, y
    return anchor


def _record(kind: int, x: int, y: int):
    record = otTables.MarkRecord()
    record.Class, record.MarkAnchor = kind, _anchor(x, y)
    return record


def main() -> None:
    """Complete each face of the window."""
    source, target = map(Path, sys.argv[1:3])
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        face = Face(source / f"BeVietnamPro-{weight}.ttf")
        face.complete()
        face.font.save(target / f"BeVietnamPro-{weight}.ttf")


if __name__ == "__main__":
    main()
