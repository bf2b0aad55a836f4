"""Papers certified, by the numbers of their books; and where each volume of a book begins."""

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    UniqueConstraint,
)

from db.tables.columns import kind, moment, number, table, text
from db.tables.series import MOST_A_YEAR

MOST_VOLUME = 9_999

# Station 0 is the one book of the office. Others are of books that stations once kept apart, whose
# volumes carry the station: 201.
certification_document = table(
    "certification_document",
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *number("position", 1, 200),
    *kind("kind"),
    *text("name", most=500, empty=False),
    *number("pages", 1, 9_999),
    *number("copies", 1, 999),
    *number("amount", 0, 999_999_999_999),
    *text("agency", most=40, empty=False),
    *kind("book"),
    *number("year", 2_000, 2_199),
    *number("station", 0, 99),
    *number("volume", 1, MOST_VOLUME),
    *number("number", 1, MOST_A_YEAR),
    PrimaryKeyConstraint("dossier_id", "position"),
    UniqueConstraint("agency", "book", "year", "station", "number"),
    by_key=True,
)

# Volume 1 begins a year by itself; a row is a further one, opened because the last was full.
certification_volume = table(
    "certification_volume",
    *text("agency", most=40, empty=False),
    *kind("book"),
    *number("year", 2_000, 2_199),
    *number("volume", 2, MOST_VOLUME),
    *number("first_number", 1, MOST_A_YEAR),
    *moment("opened_at"),
    PrimaryKeyConstraint("agency", "book", "year", "volume"),
    by_key=True,
)

# The closing of a book at the year's end (Decree 23/2015, art. 13); `unused` are its spans.
book_closing = table(
    "book_closing",
    *text("agency", most=40, empty=False),
    *kind("book"),
    *number("year", 2_000, 2_199),
    *number("station", 1, 99),
    *number("ledger_seq", 1, 9_000_000_000),
    *moment("closed_at"),
    *text("officer", most=200, empty=False),
    *number("entries", 0, MOST_A_YEAR),
    *text("unused", most=100_000),
    PrimaryKeyConstraint("agency", "book", "year"),
    ForeignKeyConstraint(["station", "ledger_seq"], ["ledger.chain", "ledger.seq"]),
    by_key=True,
    only_grows="a closed book is never changed or deleted",
)
