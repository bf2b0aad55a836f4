"""The index of what waits to be collected holds the state, so that counting reads no dossier.

Revision ID: 101
Revises: 100
"""

import sqlalchemy as sa
from alembic import op

revision = "101"
down_revision = "100"

_WAITS = sa.text("finished_at IS NOT NULL AND returned_at IS NULL")


def upgrade() -> None:
    """Make the index anew with one column more."""
    op.drop_index("ix_dossier_to_collect", "dossier")
    op.create_index(
        "ix_dossier_to_collect",
        "dossier",
        ["finished_at", "state"],
        sqlite_where=_WAITS,
        postgresql_where=_WAITS,
    )
