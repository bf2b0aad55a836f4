"""Facts of a filing, and who asked for papers and took them.

Revision ID: 110
Revises: 109
"""

import sqlalchemy as sa
from alembic import op

revision = "110"
down_revision = "109"
_ADDED = (("dossier", "filing"), ("pause", "asked_by"), ("pause", "completed_by"))


def upgrade() -> None:
    """Add the columns; nothing is known of what was stored before."""
    for table, column in _ADDED:
        op.add_column(table, sa.Column(column, sa.Text(), server_default="", nullable=False))
