"""Frozen contents of forms, and every print made from them."""

from sqlalchemy import Column, ForeignKey, Index, Integer, UniqueConstraint

from db.tables.columns import blob, digest, moment, number, table, text
from db.tables.series import MOST_A_YEAR

# Frozen content of a form, kept for good, packed: every print is made from it. `subject_id` is the
# row of what the form is about (a dossier, a slip of money); `revision` counts how often the same
# paper was frozen. A numbered paper has its number in the run of its `series`, year and station.
form_content = table(
    "form_content",
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *text("form", most=40, empty=False),
    *text("form_set", most=20, empty=False),
    Column("subject_id", Integer, nullable=False),
    *number("revision", 1, 1_000_000),
    *text("series", most=40, null=True),
    *text("agency", most=40, empty=False),
    *number("year", 2_000, 2_199),
    *number("station", 0, 99),
    *number("number", 1, MOST_A_YEAR, null=True),
    *moment("made_at"),
    *blob("body"),
    UniqueConstraint("form", "subject_id", "revision"),
    UniqueConstraint("series", "agency", "year", "station", "number", "revision"),
)

# One row per print; the PDF itself lies in the paper store under its digest.
form_print = table(
    "form_print",
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    Column("content_id", Integer, ForeignKey("form_content.id"), nullable=False),
    *text("form", most=40, empty=False),
    Column("subject_id", Integer, nullable=False),
    *text("paper", most=10, empty=False),
    *number("copy_number", 1, 100_000),
    *moment("printed_at"),
    *text("officer", most=200, empty=False),
    *number("station", 1, 99),
    *text("printer", most=300),
    *number("pages", 1, 10_000),
    *number("size", 1, 1_000_000_000),
    *digest("sha256"),
    UniqueConstraint("form", "subject_id", "paper", "copy_number"),
)
Index("ix_form_print_dossier_id", form_print.c.dossier_id)

# What Form 03 said where papers were not taken in at all, so that no dossier bears its number.
early_refusal = table(
    "early_refusal",
    Column("id", Integer, primary_key=True),
    *text("series", most=40, empty=False),
    *text("agency", most=40, empty=False),
    *number("year", 2_000, 2_199),
    *number("station", 0, 99),
    *number("number", 1, MOST_A_YEAR),
    *text("officer", most=200, empty=False),
    *moment("made_at"),
    *blob("body"),
    UniqueConstraint("series", "agency", "year", "station", "number"),
)
