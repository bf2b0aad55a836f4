"""Rows of the certification lane as plain values, kept in drafts."""

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.certification import CertifiedDocument
from app.domain.charge_check import PAGES_LIMIT

MOST_COPIES = 999


@dataclass(frozen=True, slots=True)
class CertifiedState:
    """One paper to be certified as typed."""

    name: str
    pages: int = 1
    copies: int = 1

    def document(self) -> CertifiedDocument:
        """The paper as a request holds it; still to be checked."""
        return CertifiedDocument(self.name, self.pages, self.copies)


def rows_from(value: object) -> tuple[CertifiedState, ...]:
    """The rows a draft's body describes; what is no row is left out."""
    return tuple(
        CertifiedState(
            row["name"],
            _number(row.get("pages"), PAGES_LIMIT),
            _number(row.get("copies"), MOST_COPIES),
        )
        for row in (value if isinstance(value, list | tuple) else ())
        if isinstance(row, Mapping) and isinstance(row.get("name"), str)
    )


def _number(value: object, most: int) -> int:
    return value if type(value) is int and 1 <= value <= most else 1
