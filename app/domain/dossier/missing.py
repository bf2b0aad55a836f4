"""Papers a dossier lacks: required by the catalogue, not handed in and not brought since."""

from collections.abc import Iterable

from app.domain.catalogue.needed import missing
from app.domain.catalogue.procedure import Channel, Procedure
from app.domain.dossier.dossier import Dossier, SubmittedDocument


def missing_papers(
    procedure: Procedure, case: str | None, channel: Channel, handed: Iterable[SubmittedDocument]
) -> tuple[str, ...]:
    """Names of what everybody must bring in `case` through `channel`, and was not `handed` in."""
    return _missing(procedure, case, channel, {paper.name for paper in handed})


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
    return _missing(procedure, dossier.case, dossier.channel, here)


def _missing(
    procedure: Procedure, case: str | None, channel: Channel, here: set[str]
) -> tuple[str, ...]:
    return missing(procedure.documents_for(case), procedure.notes, channel, frozenset(here))
