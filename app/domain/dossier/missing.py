"""Papers a dossier lacks: required by the catalogue, not handed in and not brought since."""

from collections.abc import Iterable

from app.domain.catalogue.procedure import Procedure
from app.domain.dossier.dossier import Dossier, SubmittedDocument


def missing_papers(
    procedure: Procedure, case: str | None, handed: Iterable[SubmittedDocument]
) -> tuple[str, ...]:
    """Names of papers the catalogue requires in `case` that are not among those `handed` in."""
    return _required(procedure, case, {paper.name for paper in handed})


def still_missing(procedure: Procedure, dossier: Dossier) -> tuple[str, ...]:
    """Names of papers an open dossier lacks; what a completed request asked for has come.

    Papers brought to be certified are named each for itself, not as the catalogue lists them.
    """
    if not dossier.state.is_open or dossier.certification:
        return ()
    here = {paper.name for paper in dossier.documents}
    for pause in dossier.pauses:
        if pause.completed_at is not None:
            here.update(pause.papers)
    return _required(procedure, dossier.case, here)


def _required(procedure: Procedure, case: str | None, here: set[str]) -> tuple[str, ...]:
    names = (paper.name for paper in procedure.documents_for(case) if paper.required)
    return tuple(name for name in names if " ".join(name.split()) not in here)
