"""Every answer of the province is kept, so that what they say together does not depend on order.

Revision ID: 118
Revises: 117
"""

import sqlalchemy as sa
from alembic import op

revision = "118"
down_revision = "117"


def upgrade() -> None:
    """Make the table; of answers from before only what they did is known."""
    op.create_table(
        "province_answer",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("reached", sa.Text(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("official_code", sa.Text(), nullable=False),
        sa.Column("code_before", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "length(verdict) > 0 AND length(verdict) <= 40", name=op.f("ck_province_answer_verdict")
        ),
        sa.CheckConstraint(
            "length(reached) > 0 AND length(reached) <= 40", name=op.f("ck_province_answer_reached")
        ),
        sa.CheckConstraint("length(remark) <= 200000", name=op.f("ck_province_answer_remark")),
        sa.CheckConstraint(
            "length(official_code) <= 60", name=op.f("ck_province_answer_official_code")
        ),
        sa.CheckConstraint(
            "length(code_before) <= 60", name=op.f("ck_province_answer_code_before")
        ),
        sa.CheckConstraint(
            "taken_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_province_answer_taken_at")
        ),
        sa.CheckConstraint(
            "length(sha256) = 64 AND sha256 = lower(sha256)", name=op.f("ck_province_answer_sha256")
        ),
        sa.ForeignKeyConstraint(
            ["position"], ["outbox.position"], name=op.f("fk_province_answer_position")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_province_answer_dossier_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_province_answer")),
        sa.UniqueConstraint("position", "sha256", name=op.f("uq_province_answer_position_sha256")),
        sqlite_strict=True,
    )
    for name, column in (("code", "official_code"), ("dossier", "dossier_id")):
        op.create_index(
            f"ix_province_answer_{name}",
            "province_answer",
            [column],
            sqlite_where=sa.text("official_code <> ''"),
            postgresql_where=sa.text("official_code <> ''"),
        )
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"""CREATE TRIGGER province_answer_no_{change.lower()} BEFORE {change} ON province_answer
BEGIN SELECT raise(ABORT, 'an answer of the province is kept as it came'); END"""
        )
