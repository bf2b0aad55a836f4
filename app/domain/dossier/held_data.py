"""Papers whose data a connected base holds already: nobody is asked for them without a reason.

NĐ 309/2026/NĐ-CP art. 2: officers must not ask for papers whose data are in a connected database,
unless it cannot be reached or its data are wrong.
"""

from collections.abc import Collection, Iterable
from enum import StrEnum

from app.domain.errors import DeskError, FieldError
from app.domain.text import cited, fold


class Base(StrEnum):
    """A database the office may be connected to."""

    POPULATION = "POPULATION"
    CIVIL_STATUS = "CIVIL_STATUS"


class AskReason(StrEnum):
    """Why a paper is asked for although a base holds its data."""

    INCIDENT = "INCIDENT"
    WRONG_DATA = "WRONG_DATA"


class HeldByBase(FieldError):
    """A connected base holds what is asked for, and no reason was given.

    Facts: field, papers (names, by semicolons), bases.
    """


class NotBases(DeskError):
    """Facts: text."""


_HELD: dict[Base, tuple[str, ...]] = {
    Base.POPULATION: (
        "can cuoc", "chung minh nhan dan", "cccd", "cmnd", "so ho khau", "so tam tru",
        "thong tin cu tru", "dinh danh ca nhan",
    ),
    Base.CIVIL_STATUS: (
        "giay khai sinh", "khai sinh ban sao", "ban sao khai sinh", "trich luc khai sinh",
        "trich luc ket hon", "giay chung nhan ket hon", "dang ky ket hon", "trich luc khai tu",
        "giay chung tu", "xac nhan tinh trang hon nhan", "trich luc ghi chu", "trich luc ho tich",
    ),
}  # fmt: skip
"""What papers are called whose data a base holds, folded."""
_WRITTEN_FOR_THIS = ("to khai", "don ", "mau ", "van ban uy quyen", "giay uy quyen", "giay to khac")
"""How papers begin that are written for the dossier: no base has them."""


_PROVES_WHO = ("xuat trinh", "tuy than", "nhan than", "ho chieu")
"""Of papers that are looked at to see who came: that is no data of a base."""


def base_of(paper: str) -> Base | None:
    """The base that holds the data of `paper`, by its name; None if none is known to."""
    named = " ".join(fold(paper).split())
    if named.startswith(_WRITTEN_FOR_THIS) or any(words in named for words in _PROVES_WHO):
        return None
    found = (base for base, names in _HELD.items() if any(name in named for name in names))
    return next(found, None)


def held(papers: Iterable[str], connected: Collection[Base]) -> dict[str, Base]:
    """Those of `papers` whose data one of the `connected` bases holds."""
    bases = {paper: base_of(paper) for paper in papers}
    return {paper: base for paper, base in bases.items() if base is not None and base in connected}


def read_bases(text: str) -> frozenset[Base]:
    """Bases by their names with commas between; none of an empty text.

    Raises:
        NotBases: a name is none.
    """
    try:
        return frozenset(Base(part.strip().upper()) for part in text.split(",") if part.strip())
    except ValueError:
        raise NotBases(text=cited(text)) from None
