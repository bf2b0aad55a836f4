"""Papers a dossier lacks: required by the catalogue, or asked for; and how they come.

What comes of a request for papers is ticked in it, and stands among the papers handed in.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from app.domain.catalogue.needed import missing
from app.domain.catalogue.procedure import Channel, Procedure, RequiredDocument
from app.domain.catalogue.shown import is_shown
from app.domain.clock import to_minute
from app.domain.dossier.asked import (
    MOST_SHEETS,
    NOT_SAID,
    AskedPaper,
    CamePaper,
    NoSuchAskedPaper,
    Sheets,
    still_asked,
    with_came,
)
from app.domain.dossier.dossier import Dossier, Pause, SubmittedDocument
from app.domain.dossier.expected import expected
from app.domain.dossier.intake_check import PAPERS_LIMIT, TooManyPapers
from app.domain.text import fold


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


class RequestDoubt(StrEnum):
    """What is wrong with asking for papers as the dossier stands."""

    ASKED_AGAIN = "ASKED_AGAIN"
    """More than once: the national score counts the dossier as late."""


def asked_again(dossier: Dossier) -> RequestDoubt | None:
    """What is to be said of a dossier that was asked for papers; None for the first time."""
    return RequestDoubt.ASKED_AGAIN if dossier.supplement_requests > 1 else None


def open_request(dossier: Dossier) -> Pause | None:
    """The request for papers the dossier waits for; None if it waits for none."""
    last = dossier.pauses[-1] if dossier.pauses else None
    return last if last is not None and last.completed_at is None and last.wanted else None


def still_waited_for(dossier: Dossier) -> tuple[AskedPaper, ...]:
    """Papers of the open request that did not come, or not all of them."""
    waiting = open_request(dossier)
    return still_asked(waiting.wanted) if waiting is not None else ()


def came(
    dossier: Dossier,
    ticked: Sequence[CamePaper] | None,
    now: datetime,
    officer: str,
    listed: Sequence[RequiredDocument] = (),
) -> Dossier:
    """`dossier` with what came of its open request; `ticked` None: everything still waited for.

    A dossier that waits for no papers stays as it is, and none can be ticked. Of what the
    catalogue, which names the papers `listed`, only has shown nothing is handed in unless its
    sheets are counted.

    Raises:
        NothingCame, NoSuchAskedPaper: as `app.domain.dossier.asked.with_came` says.
        TooManyPapers: the dossier would have more papers than one may have.
    """
    waiting = open_request(dossier)
    if waiting is None:
        if ticked:
            raise NoSuchAskedPaper(field="came", which=ticked[0].which, papers=0)
        return dossier
    before = waiting.wanted
    if ticked is None:
        ticked = [CamePaper(str(at)) for at, paper in enumerate(before, 1) if not paper.is_here]
    after = with_came(before, ticked, to_minute(now), officer)
    changed = (new for old, new in zip(before, after, strict=True) if new != old)
    shown = [expected(paper, dossier.channel) for paper in listed if is_shown(paper)]
    documents = _joined(dossier.documents, changed, shown)
    if len(documents) > PAPERS_LIMIT:
        raise TooManyPapers(field="came", limit=PAPERS_LIMIT)
    return replace(
        dossier,
        pauses=(*dossier.pauses[:-1], replace(waiting, asked=after)),
        documents=documents,
    )


def _joined(
    documents: Sequence[SubmittedDocument],
    papers: Iterable[AskedPaper],
    shown: Sequence[SubmittedDocument],
) -> tuple[SubmittedDocument, ...]:
    """`documents` with the last part of each of the `papers` that came; some are only `shown`."""
    found = list(documents)
    for paper in papers:
        sheets = paper.came[-1].sheets
        at = next((nth for nth, known in enumerate(found) if _is_same(known, paper)), None)
        if at is None:
            found.append(_document(paper, sheets, shown))
        else:
            found[at] = _with_more(found[at], sheets)
    return tuple(found)


def _is_same(known: SubmittedDocument, paper: AskedPaper) -> bool:
    if known.code and paper.code:
        return known.code == paper.code
    return _plain(known.name) == _plain(paper.name)


def _plain(name: str) -> str:
    return " ".join(fold(name).split())


def _document(
    paper: AskedPaper, sheets: Sheets, shown: Sequence[SubmittedDocument]
) -> SubmittedDocument:
    """Of a paper nobody counted one original, as a paper at intake is when nothing is said."""
    looked_at = next((one for one in shown if _is_same(one, paper)), None)
    if looked_at is not None and sheets == NOT_SAID:
        return looked_at
    counted = sheets if sheets != NOT_SAID else Sheets(originals=1)
    return SubmittedDocument(paper.name, counted.originals, _copies(counted), paper.code)


def _with_more(known: SubmittedDocument, sheets: Sheets) -> SubmittedDocument:
    originals = min(MOST_SHEETS, known.originals + sheets.originals)
    copies = min(MOST_SHEETS, known.copies + _copies(sheets))
    return replace(
        known, originals=originals, copies=copies, shown=known.shown and not sheets.originals
    )


def _copies(sheets: Sheets) -> int:
    return min(MOST_SHEETS, sheets.certified + sheets.photocopies)
