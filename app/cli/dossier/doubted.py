"""What about people should be looked at again, as a command answers it."""

from collections.abc import Iterable

from app.cli.language import translated, word_for
from app.domain.dossier.filing import CodeDoubt
from app.domain.dossier.missing import RequestDoubt
from app.domain.dossier.names import PersonDoubt
from app.wording.terms import FIELDS

Doubts = Iterable[tuple[str, PersonDoubt | CodeDoubt | RequestDoubt]]


def doubted_body(doubts: Doubts) -> dict[str, object]:
    """For JSON, where there is anything to look at."""
    found = [
        {"field": field, "doubt": doubt.value, "words": word_for(doubt)} for field, doubt in doubts
    ]
    return {"doubts": found} if found else {}


def doubted_lines(doubts: Doubts) -> list[str]:
    """In words, a line each: who, and why."""
    return [
        f"▲ {translated(FIELDS[field.partition('.')[0]])}: {word_for(doubt)}"
        for field, doubt in doubts
    ]
