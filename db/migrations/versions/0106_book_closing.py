"""Books of certification are closed at the year's end.

Revision ID: 106
Revises: 105
"""

import sqlalchemy as sa
from alembic import op

revision = "106"
down_revision = "105"


def upgrade() -> None:
    """Make the table of closed books."""
    op.create_table(
        "book_closing",
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("book", sa.Text(), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("ledger_seq", sa.BigInteger(), nullable=False),
        sa.Column("closed_at", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("unused", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "closed_at LIKE '____-__-__T__:__:__Z'", name=op.f("ck_book_closing_closed_at")
        ),
        sa.CheckConstraint("entries BETWEEN 0 AND 999999", name=op.f("ck_book_closing_entries")),
        sa.CheckConstraint(
            "ledger_seq BETWEEN 1 AND 9000000000", name=op.f("ck_book_closing_ledger_seq")
        ),
        sa.CheckConstraint(
            "length(agency) > 0 AND length(agency) <= 40", name=op.f("ck_book_closing_agency")
        ),
        sa.CheckConstraint(
            "length(book) > 0 AND length(book) <= 40", name=op.f("ck_book_closing_book")
        ),
        sa.CheckConstraint(
            "length(officer) > 0 AND length(officer) <= 200", name=op.f("ck_book_closing_officer")
        ),
        sa.CheckConstraint("length(unused) <= 100000", name=op.f("ck_book_closing_unused")),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_book_closing_station")),
        sa.CheckConstraint("year BETWEEN 2000 AND 2199", name=op.f("ck_book_closing_year")),
        sa.ForeignKeyConstraint(
            ["station", "ledger_seq"],
            ["ledger.chain", "ledger.seq"],
            name=op.f("fk_book_closing_station_ledger_seq"),
        ),
        sa.PrimaryKeyConstraint("agency", "book", "year", name=op.f("pk_book_closing")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"""CREATE TRIGGER book_closing_no_{change.lower()} BEFORE {change} ON book_closing
BEGIN SELECT raise(ABORT, 'a closed book is never changed or deleted'); END"""
        )
