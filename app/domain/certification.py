"""Certification (chứng thực): its kinds, books and running numbers (Decree 23/2015, art. 13-14)."""

from dataclasses import dataclass
from enum import StrEnum


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
    """A number of a book: it runs on from 1 to the year's end, also into a new volume."""

    book: Book
    year: int
    volume: int
    number: int

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
    """The numbers of `documents`, runs drawn together: ``01–50/2026-SCT/BS``; empty if none."""
    spans: list[tuple[CertificationNumber, int]] = []
    for number in filter(None, (document.number for document in documents)):
        if spans and spans[-1][0].book is number.book and spans[-1][1] + 1 == number.number:
            spans[-1] = (spans[-1][0], number.number)
        else:
            spans.append((number, number.number))
    return "; ".join(
        f"{first.number:02d}{f'–{last:02d}' if last != first.number else ''}"
        f"/{first.year}-{first.book}"
        for first, last in spans
    )
