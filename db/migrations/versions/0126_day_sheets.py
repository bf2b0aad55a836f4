"""A station's day ends with a sheet of its own, frozen for good.

Revision ID: 126
Revises: 125
"""

import sqlalchemy as sa
from alembic import op

revision = "126"
down_revision = "125"


def upgrade() -> None:
    """Make the table; no day was closed before."""
    bounds = {
        "station": (1, 99),
        "nth": (1, 99),
        "ledger_seq": (1, 9_000_000_000),
        "head_seq": (0, 9_000_000_000),
        "number": (1, 999_999),
        "number_station": (0, 99),
    }
    lengths = {"agency": 40, "officer": 200}
    wide = {"ledger_seq", "head_seq"}
    op.create_table(
        "day_sheet",
        sa.Column("id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("agency", "day", "closed_at")),
        sa.Column("officer", sa.Text(), nullable=False),
        *(
            sa.Column(name, sa.BigInteger() if name in wide else sa.Integer(), nullable=False)
            for name in bounds
        ),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        *(
            sa.CheckConstraint(
                f"length({name}) > 0 AND length({name}) <= {most}",
                name=op.f(f"ck_day_sheet_{name}"),
            )
            for name, most in lengths.items()
        ),
        *(
            sa.CheckConstraint(
                f"{name} BETWEEN {least} AND {most}", name=op.f(f"ck_day_sheet_{name}")
            )
            for name, (least, most) in bounds.items()
        ),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_day_sheet_day")),
        sa.CheckConstraint(
            "closed_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_day_sheet_closed_at")
        ),
        sa.ForeignKeyConstraint(
            ["station", "ledger_seq"],
            ["ledger.chain", "ledger.seq"],
            name=op.f("fk_day_sheet_station_ledger_seq"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_day_sheet")),
        sa.UniqueConstraint(
            "agency", "station", "day", "nth", name=op.f("uq_day_sheet_agency_station_day_nth")
        ),
        sa.UniqueConstraint("station", "ledger_seq", name=op.f("uq_day_sheet_station_ledger_seq")),
        sqlite_strict=True,
    )
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"""CREATE TRIGGER day_sheet_no_{change.lower()} BEFORE {change} ON day_sheet
BEGIN SELECT raise(ABORT, 'the sheet of a day is never changed or deleted'); END"""
        )
