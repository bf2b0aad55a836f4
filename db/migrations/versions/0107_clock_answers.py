"""Find the last answer about the clock without reading the whole ledger.

Revision ID: 107
Revises: 106
"""

import sqlalchemy as sa
from alembic import op

revision = "107"
down_revision = "106"


def upgrade() -> None:
    """Index the rows that say the clock was asked about."""
    op.create_index(
        "ix_ledger_clock",
        "ledger",
        ["chain", "seq"],
        sqlite_where=sa.text("subject = 'CLOCK'"),
        postgresql_where=sa.text("subject = 'CLOCK'"),
    )
