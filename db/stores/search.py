"""What a dossier is found by, and finding it."""

from collections.abc import Iterable

from sqlalchemy import Connection

from app.domain.dossier.dossier import Applicant
from app.domain.text import words
from db.engine.chosen import ENGINE

MOST = 50
MOST_WORDS = 12


def searchable(code: str, official_code: str, people: Iterable[Applicant]) -> str:
    """What a dossier is found by: codes, names, phones, identity numbers, their last four."""
    found = words(code) + words(official_code)
    for person in people:
        found += words(person.full_name)
        for number in (person.phone, person.personal_id):
            digits = words(number)
            found += digits
            found += [word[-4:] for word in digits if len(word) > 4]
    return " ".join(dict.fromkeys(found))


def find(connection: Connection, text: str, *, most: int = MOST) -> list[int]:
    """Ids of the newest dossiers every word of `text` begins a word of; empty text finds none.

    Of more than twelve words the rest is not asked for: so many names name one dossier.
    """
    parts = words(text)
    found = ENGINE.dossiers_with(connection, parts[:MOST_WORDS], most=most)
    if not found and len(parts) > 1 and all(part.isdigit() for part in parts):
        # A telephone or identity number typed in groups: 0912 345 678.
        found = ENGINE.dossiers_with(connection, ["".join(parts)], most=most)
    return found
