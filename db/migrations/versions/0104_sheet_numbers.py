"""Closed cash sheets are numbered through the year, as other papers are.

Revision ID: 104
Revises: 103
"""

import sqlalchemy as sa
from alembic import op

revision = "104"
down_revision = "103"


def upgrade() -> None:
    """Add the columns; sheets closed before bear no such number."""
    op.add_column("cash_sheet", sa.Column("number", sa.Integer(), nullable=True))
    op.add_column("cash_sheet", sa.Column("number_station", sa.Integer(), nullable=True))
