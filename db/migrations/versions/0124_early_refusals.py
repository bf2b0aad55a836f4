"""What Form 03 said where papers were not taken in at all is kept under its number.

Revision ID: 124
Revises: 123
"""

import sqlalchemy as sa
from alembic import op

revision = "124"
down_revision = "123"


def upgrade() -> None:
    """Make the table."""
    bounds = {"year": (2_000, 2_199), "station": (0, 99), "number": (1, 999_999)}
    lengths = {"series": 40, "agency": 40, "officer": 200}
    op.create_table(
        "early_refusal",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("series", sa.Text(), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in bounds),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("made_at", sa.Text(), nullable=False),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        *(
            sa.CheckConstraint(
                f"length({name}) > 0 AND length({name}) <= {most}",
                name=op.f(f"ck_early_refusal_{name}"),
            )
            for name, most in lengths.items()
        ),
        *(
            sa.CheckConstraint(
                f"{name} BETWEEN {least} AND {most}", name=op.f(f"ck_early_refusal_{name}")
            )
            for name, (least, most) in bounds.items()
        ),
        sa.CheckConstraint(
            "made_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_early_refusal_made_at")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_early_refusal")),
        sa.UniqueConstraint(
            "series", "agency", "year", "station", "number",
            name=op.f("uq_early_refusal_series_agency_year_station_number"),
        ),
        sqlite_strict=True,
    )  # fmt: skip
