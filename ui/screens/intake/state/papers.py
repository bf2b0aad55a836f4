"""Papers as they stand in the form: handed in, and to be certified."""

from dataclasses import dataclass, replace

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
    is_shown: bool = False

    def document(self) -> SubmittedDocument:
        """The paper as a request holds it; still to be checked."""
        return SubmittedDocument(
            self.name, self.originals, self.copies, self.code, shown=self.is_shown
        )

    def counted(self, originals: int, copies: int) -> "PaperState":
        """With other counts; an original that is kept is not only shown, and something remains."""
        is_shown = self.is_shown and not originals
        if not (originals or copies or is_shown):
            return self
        return replace(self, originals=originals, copies=copies, is_shown=is_shown)

    def shown_or_not(self) -> "PaperState":
        """Only shown instead of kept, or the other way round."""
        if self.is_shown:
            return replace(self, is_shown=False, originals=0 if self.copies else 1)
        return replace(self, is_shown=True, originals=0)


@dataclass(frozen=True, slots=True)
class CertifiedState:
    """One paper to be certified as typed."""

    name: str
    pages: int = 1
    copies: int = 1

    def document(self) -> CertifiedDocument:
        """The paper as a request holds it; still to be checked."""
        return CertifiedDocument(self.name, self.pages, self.copies)
