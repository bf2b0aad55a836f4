"""What a correction of a dossier asks for."""

from dataclasses import dataclass

from app.domain.dossier.dossier import Applicant, SubmittedDocument


@dataclass(frozen=True, slots=True)
class Correction:
    """What is to stand instead, unchecked as it was typed; None leaves a part as it is."""

    applicant: Applicant | None = None
    representative: Applicant | None = None
    no_representative: bool = False
    documents: tuple[SubmittedDocument, ...] | None = None
    note: str | None = None
