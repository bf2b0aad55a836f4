"""Dossiers whose people's numbers were typed otherwise than in their one form are found by that.

Revision ID: 103
Revises: 102
"""

import json

import sqlalchemy as sa
from alembic import op

from app.domain.dossier.numbers import id_key, phone_key
from app.domain.text import words

revision = "103"
down_revision = "102"

_ALL = sa.text(
    "SELECT id, code, official_code, full_name, phone, personal_id, representative FROM dossier "
    "WHERE representative IS NOT NULL OR personal_id LIKE '%-%' "
    "OR phone <> '' AND (phone NOT LIKE '0%' OR phone LIKE '00%')"
)
_DELETE = sa.text("DELETE FROM dossier_search WHERE rowid = :id")
_INSERT = sa.text("INSERT INTO dossier_search(rowid, words) VALUES (:id, :words)")


def upgrade() -> None:
    """Enter into the index of words anew what has a number in another form; records stay."""
    records = op.get_bind()
    for row in records.execute(_ALL).all():
        people = [(row.full_name, row.phone, row.personal_id)]
        if row.representative is not None:
            other = json.loads(row.representative)
            people.append((other["full_name"], other["phone"], other["personal_id"]))
        numbers = [(phone, phone_key(phone)) for _, phone, _ in people]
        numbers += [(number, id_key(number)) for _, _, number in people]
        keys = ["".join(words(key)) for _, key in numbers]
        if any(words(typed) != [key] for (typed, _), key in zip(numbers, keys, strict=True) if key):
            found = words(row.code) + words(row.official_code)
            found += [word for name, _, _ in people for word in words(name)]
            found += [word for key in keys for word in (key, key[-4:]) if key]
            records.execute(_DELETE, {"id": row.id})
            records.execute(_INSERT, {"id": row.id, "words": " ".join(dict.fromkeys(found))})
