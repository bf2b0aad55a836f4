"""Certification (chứng thực): its kinds, books and running numbers (Decree 23/2015, art. 13-14)."""

from dataclasses import dataclass
from enum import StrEnum

MOST_VOLUMES = 99
"""Volumes of a book a year."""


class CertificationKind(StrEnum):
    """What is certified."""

    COPY = "COPY"
    SIGNATURE = "SIGNATURE"
    TRANSLATOR = "TRANSLATOR"
    TRANSACTION = "TRANSACTION"
    AMENDMENT = "AMENDMENT"
    CORRECTION = "CORRECTION"


class Book(StrEnum):
    """The books by the symbol every number of theirs carries."""

    COPIES = "SCT/BS"
    SIGNATURES = "SCT/CK,ĐC"
    TRANSLATORS = "SCT/CKND"
    TRANSACTIONS = "SCT/HĐ,GD"


_BOOKS = {
    CertificationKind.COPY: Book.COPIES,
    CertificationKind.SIGNATURE: Book.SIGNATURES,
    CertificationKind.TRANSLATOR: Book.TRANSLATORS,
    CertificationKind.TRANSACTION: Book.TRANSACTIONS,
    CertificationKind.AMENDMENT: Book.TRANSACTIONS,
    CertificationKind.CORRECTION: Book.TRANSACTIONS,
}


def book_of(kind: CertificationKind) -> Book:
    """The book `kind` is entered in."""
    return _BOOKS[kind]


@dataclass(frozen=True, slots=True)
class CertificationNumber:
    """A number of a book: one run for the office from 1 to the year's end, also into a new volume.

    Stations apart share the run by blocks (`app.domain.certification.blocks`).
    """

    book: Book
    year: int
    volume: int
    number: int

    @property
    def station(self) -> int:
        """Whose book it stands in; 0 is the one book of the whole office.

        Numbers given while stations still kept books of their own say it in their volume: 201.
        """
        return self.volume // 100

    def __str__(self) -> str:
        """As the paper says it: ``Số chứng thực 123, quyển số 01/2026-SCT/BS``."""
        return (
            f"Số chứng thực {self.number:02d}, quyển số {self.volume:02d}/{self.year}-{self.book}"
        )


@dataclass(frozen=True, slots=True)
class CertifiedDocument:
    """One paper to be certified: one entry of its book, however many copies are made of it.

    `pages` are those of the original, `copies` how many are certified. `kind` None means the
    procedure's own; once registered it is set, with `amount` in đồng and the `number` given.
    """

    name: str
    pages: int = 1
    copies: int = 1
    kind: CertificationKind | None = None
    amount: int = 0
    number: CertificationNumber | None = None


def number_spans(documents: tuple[CertifiedDocument, ...]) -> str:
    """The numbers of `documents`, runs drawn together: ``01–50/2026-SCT/BS``; empty if none.

    Of a book a station once kept apart the volume is told too: ``01–50, quyển 201/2026-SCT/BS``.
    """
    spans: list[tuple[CertificationNumber, int]] = []
    for number in filter(None, (document.number for document in documents)):
        if spans and spans[-1][0].book is number.book and spans[-1][1] + 1 == number.number:
            spans[-1] = (spans[-1][0], number.number)
        else:
            spans.append((number, number.number))
    return "; ".join(_span(first, last) for first, last in spans)


def _span(first: CertificationNumber, last: int) -> str:
    run = f"{first.number:02d}" if last == first.number else f"{first.number:02d}–{last:02d}"
    volume = f", quyển {first.volume}" if first.station else ""
    return f"{run}{volume}/{first.year}-{first.book}"
