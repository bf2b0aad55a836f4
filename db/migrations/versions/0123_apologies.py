"""A promise that is extended has its apology: why, until when, and who was notified of it.

Revision ID: 123
Revises: 122
"""

import sqlalchemy as sa
from alembic import op

revision = "123"
down_revision = "122"


def upgrade() -> None:
    """Make the table; no promise was extended before."""
    op.create_table(
        "apology",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("made_at", "promised_at")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("due_at", "cause", "reason")),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("officer", "approver", "proof")),
        sa.Column("is_late", sa.Boolean(), nullable=False),
        sa.Column("is_repeated", sa.Boolean(), nullable=False),
        sa.Column("notices", sa.Text(), nullable=False),
        *(_moment(name) for name in ("made_at", "promised_at", "due_at")),
        _text("cause", 40),
        _text("reason", 1_000),
        _text("officer", 200),
        sa.CheckConstraint("length(approver) <= 200", name=op.f("ck_apology_approver")),
        sa.CheckConstraint("length(proof) <= 40", name=op.f("ck_apology_proof")),
        sa.CheckConstraint("length(notices) <= 200000", name=op.f("ck_apology_notices")),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_apology_dossier_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_apology")),
        sqlite_strict=True,
    )
    for name in ("dossier_id", "made_at"):
        op.create_index(f"ix_apology_{name}", "apology", [name])
    op.create_index(
        "ix_apology_unsent",
        "apology",
        ["dossier_id"],
        sqlite_where=sa.text("notices = ''"),
        postgresql_where=sa.text("notices = ''"),
    )


def _moment(name: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"{name} LIKE '____-__-__T__:__:__Z'", name=op.f(f"ck_apology_{name}")
    )


def _text(name: str, most: int) -> sa.CheckConstraint:
    return sa.CheckConstraint(
        f"length({name}) > 0 AND length({name}) <= {most}", name=op.f(f"ck_apology_{name}")
    )
