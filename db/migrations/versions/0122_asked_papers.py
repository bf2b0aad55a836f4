"""How many of which kind a request for papers asks for, and what of it came.

Revision ID: 122
Revises: 121
"""

import sqlalchemy as sa
from alembic import op

revision = "122"
down_revision = "121"


def upgrade() -> None:
    """Add the column; of waits stored before only the names of papers are known."""
    op.add_column("pause", sa.Column("asked", sa.Text(), server_default="", nullable=False))
