"""Dossiers are found by their procedure.

Revision ID: 114
Revises: 113
"""

from alembic import op

revision = "114"
down_revision = "113"


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_dossier_procedure_code", "dossier", ["procedure_code"])
