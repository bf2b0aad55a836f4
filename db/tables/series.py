"""Numbers that run without gaps: codes of dossiers by day, slips, books and papers by year."""

from enum import StrEnum

from sqlalchemy import CheckConstraint, PrimaryKeyConstraint

from app.domain.certification.blocks import LAST_OF_YEAR
from db.tables.columns import kind, moment, number, table, text


class Series(StrEnum):
    """What is numbered beside printed papers, whose series are named by their symbols.

    Books of certification go by their symbols as well.
    """

    DOSSIER = "DOSSIER"
    PAYMENT = "PAYMENT"
    COPIES = "SCT/BS"
    SIGNATURES = "SCT/CK,ĐC"
    TRANSLATORS = "SCT/CKND"
    TRANSACTIONS = "SCT/HĐ,GD"


MOST_A_YEAR = LAST_OF_YEAR

# The last number given; numbers are never taken back. `period` is a day or a year; station 0 is
# the one run of the office; `first` is where a block begins.
number_series = table(
    "number_series",
    *kind("series"),
    *text("period", most=10, empty=False),
    *text("agency", most=40, empty=False),
    *number("station", 0, 99),
    *number("first", 1, MOST_A_YEAR),
    *number("last", 1, MOST_A_YEAR),
    PrimaryKeyConstraint("series", "period", "agency", "station", "first"),
    CheckConstraint("last >= first", name="order"),
    by_key=True,
)

# Numbers known to have been given elsewhere (before a restore): left out, never given again.
number_gap = table(
    "number_gap",
    *kind("series"),
    *text("period", most=10, empty=False),
    *text("agency", most=40, empty=False),
    *number("station", 0, 99),
    *number("first_missing", 1, MOST_A_YEAR),
    *number("last_missing", 1, MOST_A_YEAR),
    *moment("noted_at"),
    PrimaryKeyConstraint("series", "period", "agency", "station", "first_missing"),
    CheckConstraint("last_missing >= first_missing", name="order"),
    by_key=True,
)
