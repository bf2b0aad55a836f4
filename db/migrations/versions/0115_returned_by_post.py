"""Post that a result went by bears a number; a dossier says that it came outside office hours.

Revision ID: 115
Revises: 114
"""

import sqlalchemy as sa
from alembic import op

revision = "115"
down_revision = "114"


def upgrade() -> None:
    """Add both columns; of dossiers from before neither is known."""
    op.add_column("dossier", sa.Column("tracking", sa.Text(), nullable=True))
    op.add_column(
        "dossier",
        sa.Column("outside_hours", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
