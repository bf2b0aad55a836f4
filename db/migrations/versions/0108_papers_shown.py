"""Papers that are only shown are told from those handed in.

Revision ID: 108
Revises: 107
"""

import sqlalchemy as sa
from alembic import op

revision = "108"
down_revision = "107"


def upgrade() -> None:
    """Add the column; papers stored before were handed in."""
    op.add_column(
        "submitted_document",
        sa.Column("shown", sa.Boolean(), server_default=sa.false(), nullable=False),
    )
