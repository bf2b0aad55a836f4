"""The old identity number that a card names beside the one of now.

Revision ID: 117
Revises: 116
"""

import sqlalchemy as sa
from alembic import op

revision = "117"
down_revision = "116"


def upgrade() -> None:
    """Add the column; of applicants of before no card was kept."""
    op.add_column("dossier", sa.Column("old_id", sa.Text(), server_default="", nullable=False))
