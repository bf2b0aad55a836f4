"""Events the province refused are found without reading the outbox through.

Revision ID: 120
Revises: 119
"""

import sqlalchemy as sa
from alembic import op

revision = "120"
down_revision = "119"


def upgrade() -> None:
    """Add the index."""
    op.create_index(
        "ix_outbox_rejected",
        "outbox",
        ["dossier_id", "position"],
        sqlite_where=sa.text("state = 'REJECTED'"),
        postgresql_where=sa.text("state = 'REJECTED'"),
    )
