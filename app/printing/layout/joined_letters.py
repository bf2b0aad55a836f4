"""Letters with marks as glyphs of their own, added to a face while it is used.

ReportLab shows one glyph for each code, and what a document reads back follows from the codes. So a
letter and its marks become one composite glyph under a code for private use, and the document says
which characters that code stands for: search, copying and screen readers find the name as typed.
"""

import re
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from reportlab.lib.rl_accel import fp_str
from reportlab.pdfbase.ttfonts import TTFont

_FIRST_CODE = 0xF0000
_PRIVATE = re.compile("<(F[0-9A-F]{4})>")
_WORDS, _OFFSETS, _MORE = 0x1, 0x2, 0x20
"""Flags of a composite glyph's parts: numbers of two bytes, offsets, another part follows."""


@dataclass(frozen=True, slots=True)
class Part:
    """A glyph of the face and where its own origin stands, in the units of the face."""

    glyph: int
    x: int = 0
    y: int = 0


@dataclass(frozen=True, slots=True)
class Joined:
    """A letter with its marks: its parts (the letter first) and where the ink of all lies."""

    parts: Sequence[Part]
    left: int
    low: int
    right: int
    high: int


class JoiningFont(TTFont):  # type: ignore[misc] # ReportLab publishes no types
    """A face that takes up further glyphs, made of those it has."""

    def __init__(self, *given: Any, **named: Any) -> None:  # noqa: ANN401 - ReportLab's own
        super().__init__(*given, **named)
        self._joined: dict[str, str] = {}
        face = self.face
        # Glyphs are added behind the last: their table moves to the end of the face's data.
        start, length = face.get_table_pos("glyf")
        padding = b"\0" * (-len(face._ttf_data) % 4)  # noqa: SLF001 - no public way to add
        outlines = face._ttf_data[start : start + length]  # noqa: SLF001
        face.table["glyf"]["offset"] = len(face._ttf_data) + len(padding)  # noqa: SLF001
        face._ttf_data += padding + outlines  # noqa: SLF001

    def code(self, letter: str) -> str | None:
        """The character by which `letter`, joined before, is shown."""
        return self._joined.get(letter)

    def join(self, letter: str, joined: Joined) -> str:
        """Add `joined` as the glyph of `letter`; the character by which it is shown."""
        face = self.face
        box = (joined.left, joined.low, joined.right, joined.high)
        outline = struct.pack(">5h", -1, *box)
        for place, part in enumerate(joined.parts, 1):
            more = _MORE if place < len(joined.parts) else 0
            outline += struct.pack(">2H2h", _WORDS | _OFFSETS | more, part.glyph, part.x, part.y)
        outline += b"\0" * (-len(outline) % 4)
        face._ttf_data += outline  # noqa: SLF001
        face.table["glyf"]["length"] += len(outline)
        face.glyphPos.append(face.glyphPos[-1] + len(outline))
        face.hmetrics.append((face.hmetrics[joined.parts[0].glyph][0], joined.left & 0xFFFF))
        code = _FIRST_CODE + len(self._joined)
        face.charToGlyph[code] = len(face.glyphPos) - 2
        face.charWidths[code] = face.charWidths[ord(letter[0])]
        self._joined[letter] = chr(code)
        return chr(code)

    def joined_width(self, code: int) -> bytes:
        """The width of the glyph under `code` as it is written into documents."""
        return bytes(fp_str(self.face.charWidths.get(code, self.face.defaultWidth)), "ascii")

    def addObjects(self, document: Any) -> None:  # noqa: N802, ANN401 - ReportLab's own
        """Write the font into `document`, with what its codes read as."""
        super().addObjects(document)
        letters = {f"{ord(code):X}": letter for letter, code in self._joined.items()}
        for name, entry in document.idToObject.items():
            if letters and name.startswith("toUnicodeCMap:"):
                entry.content = _PRIVATE.sub(
                    lambda code: f"<{letters[code[1]].encode('utf-16-be').hex().upper()}>",
                    entry.content,
                )
