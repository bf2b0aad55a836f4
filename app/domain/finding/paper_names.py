"""Numbers of papers as people ask for them: a slip of money, a form with its series."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from app.domain.text import fold

_SLIP = re.compile(r"0*([1-9]\d{0,5})/(20\d\d)(?:-q0?([1-9]\d?))?", re.ASCII)
_PAPER = re.compile(r"0*([1-9]\d{0,5})(?:-q0?([1-9]\d?))?/([a-z][a-z-]*)(?:/(20\d\d))?", re.ASCII)
# What stands before the number on paper or is said before it.
_BEFORE = re.compile(r"^(?:phieu thu|phieu|bien nhan|giay tiep nhan|so|pt)\b[\s.:]*", re.ASCII)
_SPACES = re.compile(r"\s*([/-])\s*")


@dataclass(frozen=True, slots=True)
class NamedPaper:
    """A paper by its number. `series` empty: a slip of money; `year`, `station` None: any."""

    number: int
    series: str = ""
    year: int | None = None
    station: int | None = None

    @property
    def text(self) -> str:
        """As paper says it, as far as it was named: ``0012/2026-Q2``, ``0012-Q2/TNHS``."""
        station = f"-Q{self.station}" if self.station else ""
        if not self.series:
            return f"{self.number:04d}/{self.year}{station}"
        year = f"/{self.year}" if self.year else ""
        return f"{self.number:04d}{station}/{self.series}{year}"


def read_paper(text: str, series: Iterable[str]) -> NamedPaper | None:
    """The paper `text` names, of money or of one of these `series`; None if it names none.

    ``0012/2026``, ``12/2026-Q2``, ``phiếu thu 12/2026``; ``0012/TNHS``, ``Số: 12/tnhs/2026``.
    """
    plain = _SPACES.sub(r"\1", fold(text).strip())
    while match := _BEFORE.match(plain):
        plain = plain[match.end() :]
    if slip := _SLIP.fullmatch(plain):
        return NamedPaper(int(slip[1]), year=int(slip[2]), station=_whole(slip[3]))
    known: Mapping[str, str] = {fold(one): one for one in series}
    paper = _PAPER.fullmatch(plain)
    if paper is None or paper[3] not in known:
        return None
    return NamedPaper(int(paper[1]), known[paper[3]], _whole(paper[4]), _whole(paper[2]))


def _whole(digits: str | None) -> int | None:
    return int(digits) if digits else None
