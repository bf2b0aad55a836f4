"""Papers asked for and papers that came, as options of a command name them."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from app.domain.dossier.asked import MOST_SHEETS, AskedPaper, CamePaper, Sheets
from app.domain.dossier.intake_check import NotACount
from app.domain.errors import DeskError
from app.domain.problems import Problems

_COUNTED = re.compile(r"(?P<which>.+)=(?P<counts>\s*\d+\s*/\s*\d+\s*/\s*\d+\s*)", re.ASCII)


class NotForEachPaper(DeskError):
    """An option is given for some papers and not for others. Facts: option, given, papers."""


def asked_papers(
    papers: Sequence[str],
    originals: Sequence[int],
    certified: Sequence[int],
    photocopies: Sequence[int],
    bases: Sequence[str],
) -> tuple[str | AskedPaper, ...]:
    """What is asked for; names alone where nothing more is said.

    Raises:
        NotForEachPaper: an option stands neither once for each paper nor not at all.
    """
    columns = {
        "--originals": originals,
        "--certified": certified,
        "--photocopies": photocopies,
        "--basis": bases,
    }
    for option, given in columns.items():
        if given and len(given) != len(papers):
            raise NotForEachPaper(option=option, given=len(given), papers=len(papers))
    if not any(columns.values()):
        return tuple(papers)
    counts = [given or (0,) * len(papers) for given in (originals, certified, photocopies)]
    texts = bases or ("",) * len(papers)
    return tuple(
        AskedPaper(name, Sheets(*each), basis=basis)
        for name, basis, *each in zip(papers, texts, *counts, strict=True)
    )


def came_papers(texts: Sequence[str]) -> tuple[CamePaper, ...]:
    """What is ticked: by numbers with commas between, or by name.

    ``2`` is all that is left of the second, ``2=1/0/0`` one original of it.

    Raises:
        InvalidRequest: a number of sheets is none.
    """
    problems = Problems()
    found = []
    for text in texts:
        for part in _parts(text):
            one = problems.attempt(partial(_came, part), None)
            found += [one] if one is not None else []
    problems.raise_any()
    return tuple(found)


def left_body(paper: AskedPaper) -> dict[str, object]:
    """What is still missing of a paper, for JSON."""
    left = paper.left
    counts = {
        "originals": left.originals,
        "certified": left.certified,
        "photocopies": left.photocopies,
    }
    return {"name": paper.name, **(counts if left.is_said else {})}


def _parts(text: str) -> Iterator[str]:
    """A name may hold commas; a list of numbers is parted by them."""
    parts = [part.strip() for part in text.split(",")]
    if all(part.partition("=")[0].strip().isdigit() for part in parts):
        yield from parts
    else:
        yield text


def _came(text: str) -> CamePaper:
    """A name may hold a sign of equation: it is a number of sheets only where three are named."""
    counted = _COUNTED.fullmatch(text)
    if counted is None:
        return CamePaper(text.strip())
    return CamePaper(counted["which"].strip(), _sheets(counted["counts"]))


def _sheets(text: str) -> Sheets:
    parts = [part.strip() for part in text.split("/")]
    if any(len(part) > len(str(MOST_SHEETS)) for part in parts):
        raise NotACount(field="came", least=0, most=MOST_SHEETS)
    return Sheets(*map(int, parts))
