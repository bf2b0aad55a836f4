"""Practice is fixed in the database: a mark made with it instead of a setting.

Revision ID: 105
Revises: 104
"""

import sqlalchemy as sa
from alembic import op

revision = "105"
down_revision = "104"


def upgrade() -> None:
    """Mark an office whose setting said practice; the setting goes."""
    op.create_table(
        "practice_mark",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "made_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_practice_mark_made_at")
        ),
        sa.CheckConstraint("id = 1", name=op.f("ck_practice_mark_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_practice_mark")),
        sqlite_strict=True,
        sqlite_with_rowid=True,
    )
    op.execute(
        "INSERT INTO practice_mark (id, made_at) SELECT 1, "
        "coalesce((SELECT min(at) FROM ledger), '2026-01-01T00:00:00Z') "
        "FROM office_setting WHERE key = 'practice' AND value = 'true'"
    )
    op.execute("DELETE FROM office_setting WHERE key = 'practice'")
    op.execute(
        """CREATE TRIGGER practice_mark_no_update BEFORE UPDATE ON practice_mark
BEGIN SELECT raise(ABORT, 'practice stays practice'); END"""
    )
    op.execute(
        """CREATE TRIGGER practice_mark_no_delete BEFORE DELETE ON practice_mark
BEGIN SELECT raise(ABORT, 'practice stays practice'); END"""
    )
