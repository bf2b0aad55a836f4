"""What a request for papers asks for, paper by paper: how many sheets of which kind, and why.

The kinds are those of the table of Form 02 (Circular 01/2018/TT-VPCP): bản chính, bản chứng thực,
bản photo.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from app.domain.catalogue.paper_names import short_name
from app.domain.errors import FieldError
from app.domain.text import fold

MOST_SHEETS = 999
"""Of one kind of one paper."""


class NoSuchAskedPaper(FieldError):
    """Nothing of this number or name is waited for. Facts: field, which, papers (how many)."""


class NothingCame(FieldError):
    """Papers are said to have come, but none is named. Facts: field."""


@dataclass(frozen=True, slots=True)
class Sheets:
    """How many originals, certified copies and photocopies; all 0 where nobody said."""

    originals: int = 0
    certified: int = 0
    photocopies: int = 0

    @property
    def is_said(self) -> bool:
        """Whether a number of any kind is named."""
        return self != NOT_SAID

    def without(self, other: "Sheets") -> "Sheets":
        """What is left of these when `other` is there, of each kind at least none."""
        return Sheets(
            max(0, self.originals - other.originals),
            max(0, self.certified - other.certified),
            max(0, self.photocopies - other.photocopies),
        )


NOT_SAID = Sheets()


@dataclass(frozen=True, slots=True)
class CameSheets:
    """What came of an asked paper at a time, and who took it; `sheets` all 0: not counted."""

    at: datetime
    sheets: Sheets
    officer: str = ""


@dataclass(frozen=True, slots=True)
class AskedPaper:
    """One paper of a request.

    Attributes:
        name: what it is called, on Form 02 too.
        sheets: how many of which kind are asked for.
        code: the catalogue's code of the paper, if it has one.
        basis: the text that asks for it; empty: nobody said.
        outside: why it is asked for though the procedure's catalogue does not name it; empty: it
            does.
        came: what came of it so far, in order of time.
    """

    name: str
    sheets: Sheets = NOT_SAID
    code: str = ""
    basis: str = ""
    outside: str = ""
    came: tuple[CameSheets, ...] = ()

    @property
    def left(self) -> Sheets:
        """What is still waited for of `sheets`."""
        left = self.sheets
        for part in self.came:
            left = left.without(part.sheets)
        return left

    @property
    def is_here(self) -> bool:
        """Whether all of it came; of a paper nobody counted, whether anything did."""
        return not self.left.is_said if self.sheets.is_said else bool(self.came)


@dataclass(frozen=True, slots=True)
class CamePaper:
    """A tick: a paper of a request came; `sheets` None: all that is left of it.

    `which` is its number in the request, from 1, or its name.
    """

    which: str
    sheets: Sheets | None = None


def still_asked(papers: Iterable[AskedPaper]) -> tuple[AskedPaper, ...]:
    """Those of `papers` that did not come, or not all of them."""
    return tuple(paper for paper in papers if not paper.is_here)


def with_came(
    papers: Sequence[AskedPaper], came: Iterable[CamePaper], at: datetime, officer: str
) -> tuple[AskedPaper, ...]:
    """`papers` with what `came` now; of a paper that is here already nothing is added.

    Raises:
        NothingCame: nothing is ticked that was still waited for.
        NoSuchAskedPaper: a number or name there is none of.
    """
    ticked = {place_of(one.which, papers): one for one in came}
    after = tuple(
        _came(paper, ticked[place].sheets, at, officer) if place in ticked else paper
        for place, paper in enumerate(papers, 1)
    )
    if after == tuple(papers):
        raise NothingCame(field="came")
    return after


def _came(paper: AskedPaper, sheets: Sheets | None, at: datetime, officer: str) -> AskedPaper:
    if paper.is_here or (paper.sheets.is_said and sheets == NOT_SAID):
        return paper
    part = CameSheets(at, paper.left if sheets is None else sheets, officer)
    return replace(paper, came=(*paper.came, part))


def place_of(text: str, papers: Sequence[AskedPaper]) -> int:
    """The place of the paper meant by `text`: its number, its name (in short too) or its beginning.

    Raises:
        NoSuchAskedPaper: none is meant, or several.
    """
    wanted = fold(text).strip()
    if wanted.isascii() and wanted.isdigit() and 1 <= int(wanted) <= len(papers):
        return int(wanted)
    names = [fold(paper.name) for paper in papers]
    short = [fold(short_name(paper.name)) for paper in papers]
    for found in (
        [place for place, name in enumerate(names, 1) if name == wanted],
        [place for place, name in enumerate(short, 1) if name == wanted],
        [place for place, name in enumerate(names, 1) if wanted and name.startswith(wanted)],
    ):
        if len(found) == 1:
            return found[0]
    raise NoSuchAskedPaper(field="came", which=text.strip(), papers=len(papers))


def outside_catalogue(names: Iterable[str], known: Collection[str]) -> tuple[str, ...]:
    """Those of `names` that are none of the `known` ones, nor made of several of them by "hoặc".

    Where nothing is known, nothing is outside.
    """
    listed = {_plain(name) for name in known}
    return tuple(name for name in names if listed and not _is_listed(_plain(name), listed))


def _is_listed(name: str, listed: set[str]) -> bool:
    if name in listed:
        return True
    return any(name.startswith(f"{one} hoac ") for one in listed)


def _plain(name: str) -> str:
    return " ".join(fold(name).split())
