"""A limit may carry a day of the year it never goes beyond.

Revision ID: 102
Revises: 101
"""

import sqlalchemy as sa
from alembic import op

revision = "102"
down_revision = "101"


def upgrade() -> None:
    """Add the column; the limits of older dossiers carry no such day."""
    op.add_column("dossier", sa.Column("limit_not_later", sa.Text(), nullable=True))
