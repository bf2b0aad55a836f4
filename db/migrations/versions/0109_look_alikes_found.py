"""Names with look-alike letters are found: their search words are folded anew.

Ð (U+00D0) and Ɖ stand for Đ, ƀ for b, and signs without a shape for nothing; dossiers registered
before could not be found by such a name. The names themselves stay as the ledger holds them.

Revision ID: 109
Revises: 108
"""

import json

import sqlalchemy as sa
from alembic import op

from app.domain.dossier.numbers import id_key, phone_key
from app.domain.text import words

revision = "109"
down_revision = "108"

_PARTS = ("full_name", "phone", "personal_id")
_ROWS = sa.text(
    "SELECT id, code, official_code, full_name, phone, personal_id, representative FROM dossier"
)
_DROP = sa.text("DELETE FROM dossier_search WHERE rowid = :id")
_ENTER = sa.text("INSERT INTO dossier_search(rowid, words) VALUES (:id, :words)")


def upgrade() -> None:
    """Enter every dossier whose names are not of plain Vietnamese letters once more."""
    fold_anew(op.get_bind())


def fold_anew(connection: sa.Connection) -> None:
    """The search words of dossiers with unusual letters in a name, as the program folds now."""
    for row in connection.execute(_ROWS).all():
        people = [(row.full_name, row.phone, row.personal_id)]
        if row.representative:
            other = json.loads(row.representative)
            people.append(tuple(other.get(part, "") for part in _PARTS))
        if any(_is_unusual(name) for name, _, _ in people):
            found = words(row.code) + words(row.official_code)
            for name, phone, number in people:
                found += words(name)
                keys = ("".join(words(key)) for key in (phone_key(phone), id_key(number)))
                found += [word for key in keys for word in (key, key[-4:]) if key]
            connection.execute(_DROP, {"id": row.id})
            connection.execute(_ENTER, {"id": row.id, "words": " ".join(dict.fromkeys(found))})


def _is_unusual(name: str) -> bool:
    """Whether folding may now give other words than before."""
    return any(letter in _FOLDED_ANEW or ord(letter) > 0x1EFF for letter in name)


_FOLDED_ANEW = frozenset("ÐðƉɖƀɃłŁøØħĦæÆœŒŋŊþÞı\u00ad\u00a0") | set(map(chr, range(0x34F, 0x500)))
