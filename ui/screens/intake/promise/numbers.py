"""What the done card says of the numbers a batch was given."""

from collections.abc import Iterable
from itertools import groupby

from PySide6.QtCore import QCoreApplication

from app.domain.certification.books import CertificationNumber, CertifiedDocument


def numbers_given(documents: Iterable[CertifiedDocument]) -> str:
    """``Số chứng thực 123–125, quyển 01/2026-SCT/BS``; one part a book, empty for none."""
    numbers = [document.number for document in documents if document.number is not None]
    return "; ".join(_span(list(same)) for _, same in groupby(numbers, key=_book))


def _book(number: CertificationNumber) -> tuple[str, int, int]:
    return number.book.value, number.year, number.volume


def _span(numbers: list[CertificationNumber]) -> str:
    first, last = numbers[0], numbers[-1]
    numbered = f"{first.number:02d}" if first == last else f"{first.number:02d}–{last.number:02d}"
    words = QCoreApplication.translate("Certification", "Số chứng thực {0}, quyển {1}")
    return words.format(numbered, f"{first.volume:02d}/{first.year}-{first.book}")
