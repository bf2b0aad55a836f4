"""Why papers were asked for whose data a connected base holds.

Revision ID: 112
Revises: 111
"""

import sqlalchemy as sa
from alembic import op

revision = "112"
down_revision = "111"


def upgrade() -> None:
    """Add the column; of waits stored before no such reason is known."""
    op.add_column("pause", sa.Column("held_reason", sa.Text(), server_default="", nullable=False))
