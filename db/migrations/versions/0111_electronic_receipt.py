"""Slips bear the number of the electronic receipt issued for them.

Revision ID: 111
Revises: 110
"""

import sqlalchemy as sa
from alembic import op

revision = "111"
down_revision = "110"


def upgrade() -> None:
    """Make the table of numbers of electronic receipts."""
    op.create_table(
        "electronic_receipt",
        sa.Column("payment_id", sa.Integer(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "length(key) > 0 AND length(key) <= 60", name=op.f("ck_electronic_receipt_key")
        ),
        sa.CheckConstraint(
            "length(number) > 0 AND length(number) <= 60",
            name=op.f("ck_electronic_receipt_number"),
        ),
        sa.CheckConstraint(
            "revision BETWEEN 1 AND 10000", name=op.f("ck_electronic_receipt_revision")
        ),
        sa.ForeignKeyConstraint(
            ["payment_id"], ["payment.id"], name=op.f("fk_electronic_receipt_payment_id")
        ),
        sa.PrimaryKeyConstraint("payment_id", "revision", name=op.f("pk_electronic_receipt")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_electronic_receipt_key", "electronic_receipt", ["key"])
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"""CREATE TRIGGER electronic_receipt_no_{change.lower()} BEFORE {change}
            ON electronic_receipt
BEGIN SELECT raise(ABORT, 'numbers of electronic receipts are never changed or deleted'); END"""
        )
