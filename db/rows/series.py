"""Numbers that run through a year without gaps: slips of money, books of certification."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, PrimaryKeyConstraint, Table

from db.base import choice, metadata, moment, number, text


class Series(StrEnum):
    """What is numbered; books of certification by their symbols."""

    PAYMENT = "PAYMENT"
    COPIES = "SCT/BS"
    SIGNATURES = "SCT/CK,ĐC"
    TRANSLATORS = "SCT/CKND"
    TRANSACTIONS = "SCT/HĐ,GD"


MOST_A_YEAR = 999_999

# The last number given; numbers are never taken back. Station 0 is the one series of the office.
yearly_series = Table(
    "yearly_series",
    metadata,
    *choice("series", Series),
    *text("agency", most=40, empty=False),
    *number("year", 2_000, 2_199),
    *number("station", 0, 99),
    *number("last", 1, MOST_A_YEAR),
    PrimaryKeyConstraint("series", "agency", "year", "station"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Numbers known to have been given elsewhere (before a restore): left out, never given again.
yearly_gap = Table(
    "yearly_gap",
    metadata,
    *choice("series", Series),
    *text("agency", most=40, empty=False),
    *number("year", 2_000, 2_199),
    *number("station", 0, 99),
    *number("first_missing", 1, MOST_A_YEAR),
    *number("last_missing", 1, MOST_A_YEAR),
    *moment("noted_at"),
    PrimaryKeyConstraint("series", "agency", "year", "station", "first_missing"),
    CheckConstraint("last_missing >= first_missing", name="order"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
