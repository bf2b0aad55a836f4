"""Papers an officer asks for, checked line by line, and what the catalogue knows of each."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from app.domain.catalogue.paper_names import published_of
from app.domain.catalogue.procedure import Procedure, RequiredDocument
from app.domain.dossier import intake_check
from app.domain.dossier.asked import MOST_SHEETS, AskedPaper, Sheets, outside_catalogue
from app.domain.dossier.dossier import Dossier
from app.domain.errors import FieldError
from app.domain.problems import Problems
from app.domain.text import fold, line

MOST_PAPERS = 50
"""Papers one supplement request may name."""
BASIS_LIMIT = 300
"""Characters of the text that asks for a paper."""


class NoPapersNamed(FieldError):
    """A supplement request must name what is missing. Facts: field."""


class TooManyPapersNamed(FieldError):
    """Facts: field, named, most."""


def checked(papers: Sequence[str | AskedPaper], problems: Problems) -> tuple[AskedPaper, ...]:
    """`papers` cleaned, those without a name left out; a name alone asks for no number of sheets.

    Faults are collected in `problems`, where there are too many papers that alone, raised at once.
    """
    if len(papers) > MOST_PAPERS:
        problems.add(TooManyPapersNamed(field="papers", named=len(papers), most=MOST_PAPERS))
        problems.raise_any()
    asked = [one if isinstance(one, AskedPaper) else AskedPaper(one) for one in papers]
    clean = [_clean(problems, f"papers.{place}", paper) for place, paper in enumerate(asked)]
    named = tuple(paper for paper in clean if paper.name)
    if not named:
        problems.add(NoPapersNamed(field="papers"))
    return named


def texts_of(papers: Sequence[AskedPaper]) -> Iterator[tuple[str, str]]:
    """What Form 02 prints of `papers`, each with its field."""
    for place, paper in enumerate(papers):
        yield f"papers.{place}", paper.name
        yield f"papers.{place}", paper.basis


def completed(
    papers: Sequence[AskedPaper], dossier: Dossier, procedure: Procedure, outside_reason: str
) -> tuple[AskedPaper, ...]:
    """`papers` with what the catalogue knows: code and legal basis, or why it is asked for outside.

    A paper that is named in short gets the words the catalogue publishes.

    Args:
        papers: checked.
        dossier: what they are asked for.
        procedure: the version it was received under.
        outside_reason: why papers are asked for that its catalogue does not name.
    """
    listed = {_plain(paper.name): paper for paper in procedure.documents_for(dossier.case)}
    in_full = published_of(paper.name for paper in listed.values())
    papers = [replace(paper, name=in_full(paper.name)) for paper in papers]
    outside = outside_catalogue(
        [paper.name for paper in papers],
        [*(paper.name for paper in listed.values()), *dossier.missing],
    )
    return tuple(
        replace(paper, outside=outside_reason)
        if paper.name in outside
        else _listed(paper, listed.get(_plain(paper.name)), procedure)
        for paper in papers
    )


def _listed(paper: AskedPaper, known: RequiredDocument | None, procedure: Procedure) -> AskedPaper:
    basis = f"Quyết định {procedure.decision}" if procedure.decision else ""
    return replace(
        paper,
        code=paper.code or (known.code if known else ""),
        basis=paper.basis or (basis if procedure.documents else ""),
    )


def _plain(name: str) -> str:
    return " ".join(fold(name).split())


def _clean(problems: Problems, field: str, paper: AskedPaper) -> AskedPaper:
    name = problems.attempt(
        lambda: line(paper.name, field=field, limit=intake_check.PAPER_LIMIT), ""
    )
    basis = problems.attempt(lambda: line(paper.basis, field=field, limit=BASIS_LIMIT), "")
    sheets = problems.attempt(lambda: _counted(paper.sheets, field), Sheets())
    return AskedPaper(name, sheets, basis=basis)


def _counted(sheets: Sheets, field: str) -> Sheets:
    for number in (sheets.originals, sheets.certified, sheets.photocopies):
        intake_check.count(number, field=field, least=0, most=MOST_SHEETS)
    return sheets
