"""The one place that knows FTS5: folded words of a dossier, newest first.

Contentless index of folded text with prefix tables for 1 to 6 letters; detail is left out, since
only rows are asked for. FTS5 does not fold đ, so folding is ours (`app.domain.text`).
"""

from collections.abc import Iterable

from sqlalchemy import Connection, event
from sqlalchemy.schema import DDL

from app.domain.dossier import Applicant
from app.domain.text import words
from db.base import metadata
from db.driver import run

CREATE = (
    "CREATE VIRTUAL TABLE dossier_search USING fts5(words, content='', contentless_delete=1, "
    "tokenize='unicode61', prefix='1 2 3 4 5 6', detail='none')"
)
event.listen(metadata, "after_create", DDL(CREATE))  # type: ignore[no-untyped-call]  # untyped there

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


def index(connection: Connection, dossier_id: int, text: str) -> None:
    """Enter a new dossier."""
    run(
        connection,
        "INSERT INTO dossier_search(rowid, words) VALUES (?, ?)",
        (dossier_id, text),
    )


def reindex(connection: Connection, dossier_id: int, text: str) -> None:
    """Enter a corrected dossier in place of its former words."""
    connection.exec_driver_sql("DELETE FROM dossier_search WHERE rowid = ?", (dossier_id,))
    index(connection, dossier_id, text)


def query_of(text: str) -> str:
    """`text` as an FTS5 query: every word quoted, every word a prefix; empty if no word."""
    return " ".join(f'"{word}"*' for word in words(text)[:MOST_WORDS])


def find(connection: Connection, text: str, *, most: int = MOST) -> list[int]:
    """Ids of the newest dossiers every word of `text` begins a word of; empty text finds none."""
    found = _rows(connection, query_of(text), most)
    parts = words(text)
    if not found and len(parts) > 1 and all(part.isdigit() for part in parts):
        # A telephone or identity number typed in groups: 0912 345 678.
        found = _rows(connection, query_of("".join(parts)), most)
    return found


def _rows(connection: Connection, query: str, most: int) -> list[int]:
    if not query:
        return []
    rows = run(
        connection,
        "SELECT rowid FROM dossier_search WHERE dossier_search MATCH ? ORDER BY rowid DESC LIMIT ?",
        (query, most),
    )
    return [row[0] for row in rows]
