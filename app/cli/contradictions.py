"""Contradicting answers of the province, as commands say them."""

from collections.abc import Sequence

from app.answers.exchange import Contradiction
from app.cli.language import message, translation
from app.wording.contradictions import contradiction_words


def contradictions_body(found: Sequence[Contradiction]) -> dict[str, object]:
    """What contradicts what, for scripts; nothing where nothing does."""
    rows = [
        {
            "dossier_code": each.dossier_code,
            "kind": each.kind.value,
            "codes": list(each.codes),
            "words": contradiction_words(each, translation()),
        }
        for each in found
    ]
    return {"contradictions": rows} if rows else {}


def contradiction_lines(found: Sequence[Contradiction]) -> list[str]:
    """The same in words, a line each."""
    return [
        message(
            "Mâu thuẫn, hồ sơ {0}: {1}",
            each.dossier_code,
            contradiction_words(each, translation()),
        )
        for each in found
    ]
