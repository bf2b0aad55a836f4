"""The index of words in SQLite: FTS5 over folded words, newest dossiers first.

Contentless index of folded text with prefix tables for 1 to 6 letters; detail is left out, since
only rows are asked for. FTS5 does not fold đ, so folding is ours (`app.domain.text`).
"""

from collections.abc import Sequence

from sqlalchemy import Connection, text

CREATE = (
    "CREATE VIRTUAL TABLE dossier_search USING fts5(words, content='', contentless_delete=1, "
    "tokenize='unicode61', prefix='1 2 3 4 5 6', detail='none')"
)
_INSERT = text("INSERT INTO dossier_search(rowid, words) VALUES (:dossier_id, :words)")
_DELETE = text("DELETE FROM dossier_search WHERE rowid = :dossier_id")
_FIND = text(
    "SELECT rowid FROM dossier_search WHERE dossier_search MATCH :query "
    "ORDER BY rowid DESC LIMIT :most"
)


def index(connection: Connection, dossier_id: int, words: str) -> None:
    """Enter a new dossier."""
    connection.execute(_INSERT, {"dossier_id": dossier_id, "words": words})


def reindex(connection: Connection, dossier_id: int, words: str) -> None:
    """Enter a corrected dossier in place of its former words."""
    connection.execute(_DELETE, {"dossier_id": dossier_id})
    index(connection, dossier_id, words)


def find(connection: Connection, beginnings: Sequence[str], most: int) -> list[int]:
    """The newest dossiers with a word that begins so for each of `beginnings`; none for none."""
    if not beginnings:
        return []
    query = " ".join(f'"{word}"*' for word in beginnings)
    return list(connection.execute(_FIND, {"query": query, "most": most}).scalars().all())
