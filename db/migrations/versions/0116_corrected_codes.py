"""Official codes that were corrected: the former ones are kept, events leave with the right one.

Revision ID: 116
Revises: 115
"""

import sqlalchemy as sa
from alembic import op

revision = "116"
down_revision = "115"


def upgrade() -> None:
    """Add both columns and the index; no code was corrected before."""
    op.add_column(
        "dossier", sa.Column("former_codes", sa.Text(), server_default="", nullable=False)
    )
    op.create_index(
        "ix_dossier_former",
        "dossier",
        ["former_codes"],
        sqlite_where=sa.text("former_codes <> ''"),
        postgresql_where=sa.text("former_codes <> ''"),
    )
    op.add_column("outbox", sa.Column("leaves_as", sa.Text(), nullable=True))
