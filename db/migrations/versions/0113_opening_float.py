"""A day of cash begins with a float; sums counted bear their sign.

Revision ID: 113
Revises: 112
"""

import sqlalchemy as sa
from alembic import op

revision = "113"
down_revision = "112"

_MOST = 999_999_999_999


def upgrade() -> None:
    """Make the table of days, and that of sheets anew with the float and a signed sum."""
    op.execute("CREATE TEMP TABLE kept_sheet AS SELECT * FROM cash_sheet")
    op.drop_table("cash_sheet")
    _make_sheets()
    op.execute(
        """INSERT INTO cash_sheet (agency, day, sheet, station, ledger_seq, closed_at, officer,
            slips, cash, transfer, counted, reason, number, number_station, opening)
        SELECT agency, day, sheet, station, ledger_seq, closed_at, officer,
            slips, cash, transfer, counted, reason, number, number_station, 0 FROM kept_sheet"""
    )
    op.execute("DROP TABLE kept_sheet")
    _make_days()
    for table, words in (
        ("cash_sheet", "a closed cash sheet is never changed or deleted"),
        ("cash_day", "the float a day began with is never changed or deleted"),
    ):
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"""CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}
BEGIN SELECT raise(ABORT, '{words}'); END"""
            )


def _make_sheets() -> None:
    op.create_table(
        "cash_sheet",
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("sheet", sa.Integer(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("ledger_seq", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("slips", sa.Integer(), nullable=False),
        sa.Column("cash", sa.BigInteger(), nullable=False),
        sa.Column("transfer", sa.BigInteger(), nullable=False),
        sa.Column("counted", sa.BigInteger(), nullable=False),
        sa.Column("opening", sa.BigInteger(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=True),
        sa.Column("number_station", sa.Integer(), nullable=True),
        sa.CheckConstraint(
            "counted = opening + cash OR (counted = 0 AND opening + cash < 0) OR reason <> ''",
            name=op.f("ck_cash_sheet_difference_has_reason"),
        ),
        sa.CheckConstraint(
            "closed_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_cash_sheet_closed_at")
        ),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_cash_sheet_day")),
        sa.CheckConstraint(f"cash BETWEEN -{_MOST} AND {_MOST}", name=op.f("ck_cash_sheet_cash")),
        sa.CheckConstraint(
            f"counted BETWEEN -{_MOST} AND {_MOST}", name=op.f("ck_cash_sheet_counted")
        ),
        sa.CheckConstraint(f"opening BETWEEN 0 AND {_MOST}", name=op.f("ck_cash_sheet_opening")),
        sa.CheckConstraint(
            f"transfer BETWEEN -{_MOST} AND {_MOST}", name=op.f("ck_cash_sheet_transfer")
        ),
        sa.CheckConstraint(
            "ledger_seq BETWEEN 1 AND 9000000000", name=op.f("ck_cash_sheet_ledger_seq")
        ),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40", name=op.f("ck_cash_sheet_agency")
        ),
        sa.CheckConstraint(
            "length(officer) > 0 AND length(officer) <= 200", name=op.f("ck_cash_sheet_officer")
        ),
        sa.CheckConstraint("length(reason) <= 1000", name=op.f("ck_cash_sheet_reason")),
        sa.CheckConstraint("sheet BETWEEN 1 AND 99", name=op.f("ck_cash_sheet_sheet")),
        sa.CheckConstraint("slips BETWEEN 1 AND 999999", name=op.f("ck_cash_sheet_slips")),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_cash_sheet_station")),
        sa.ForeignKeyConstraint(
            ["station", "ledger_seq"],
            ["ledger.chain", "ledger.seq"],
            name=op.f("fk_cash_sheet_station_ledger_seq"),
        ),
        sa.PrimaryKeyConstraint("agency", "day", "sheet", name=op.f("pk_cash_sheet")),
        sa.UniqueConstraint("station", "ledger_seq", name=op.f("uq_cash_sheet_station_ledger_seq")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )


def _make_days() -> None:
    op.create_table(
        "cash_day",
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("day", sa.Text(), nullable=False),
        sa.Column("opening", sa.BigInteger(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("opened_at", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40", name=op.f("ck_cash_day_agency")
        ),
        sa.CheckConstraint("day LIKE '____-__-__'", name=op.f("ck_cash_day_day")),
        sa.CheckConstraint(f"opening BETWEEN 0 AND {_MOST}", name=op.f("ck_cash_day_opening")),
        sa.CheckConstraint(
            "opened_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_cash_day_opened_at")
        ),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_cash_day_station")),
        sa.PrimaryKeyConstraint("agency", "day", name=op.f("pk_cash_day")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
