"""Answers of the province are looked up by their dossier, and by the code that had before.

Revision ID: 119
Revises: 118
"""

import sqlalchemy as sa
from alembic import op

revision = "119"
down_revision = "118"


def upgrade() -> None:
    """Put an index of all answers in the place of that of those with a code; add the other."""
    op.drop_index("ix_province_answer_dossier", "province_answer")
    op.create_index("ix_province_answer_dossier_id", "province_answer", ["dossier_id"])
    op.create_index(
        "ix_province_answer_before",
        "province_answer",
        ["code_before"],
        sqlite_where=sa.text("code_before <> ''"),
        postgresql_where=sa.text("code_before <> ''"),
    )
