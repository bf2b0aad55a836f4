"""Papers as they stand in the form: handed in, and to be certified."""

from dataclasses import dataclass

from app.domain.certification.books import CertifiedDocument
from app.domain.dossier.dossier import SubmittedDocument

MOST_SHEETS = 999
"""Originals or copies of one paper."""


@dataclass(frozen=True, slots=True)
class PaperState:
    """One line of the checklist; `is_extra` is a paper the catalogue does not ask for."""

    name: str
    code: str = ""
    originals: int = 1
    copies: int = 0
    is_present: bool = False
    is_extra: bool = False

    def document(self) -> SubmittedDocument:
        """The paper as a request holds it; still to be checked."""
        return SubmittedDocument(self.name, self.originals, self.copies, self.code)


@dataclass(frozen=True, slots=True)
class CertifiedState:
    """One paper to be certified as typed."""

    name: str
    pages: int = 1
    copies: int = 1

    def document(self) -> CertifiedDocument:
        """The paper as a request holds it; still to be checked."""
        return CertifiedDocument(self.name, self.pages, self.copies)
