"""The sheets days end with, each frozen for good."""

from sqlalchemy import Column, ForeignKeyConstraint, Integer, UniqueConstraint

from db.tables.columns import blob, day, moment, number, table, text
from db.tables.series import MOST_A_YEAR

# `body` is what the sheet says, packed; the digest of it stands in the ledger row `ledger_seq`.
# `head_seq` is the end of the station's chain that the sheet counts up to.
day_sheet = table(
    "day_sheet",
    Column("id", Integer, primary_key=True),
    *text("agency", most=40, empty=False),
    *number("station", 1, 99),
    *day("day"),
    *number("nth", 1, 99),
    *number("ledger_seq", 1, 9_000_000_000),
    *number("head_seq", 0, 9_000_000_000),
    *moment("closed_at"),
    *text("officer", most=200, empty=False),
    *number("number", 1, MOST_A_YEAR),
    *number("number_station", 0, 99),
    *blob("body"),
    UniqueConstraint("agency", "station", "day", "nth"),
    UniqueConstraint("station", "ledger_seq"),
    ForeignKeyConstraint(["station", "ledger_seq"], ["ledger.chain", "ledger.seq"]),
    only_grows="the sheet of a day is never changed or deleted",
)
