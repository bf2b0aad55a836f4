"""Agencies and steps as the office has them; where dossiers lie, and the records of hand-over."""

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

from app.domain.workflow.agencies import AGENCY_LIMIT
from app.domain.workflow.handover import MOST_LINES
from db.tables.columns import blob, flag, kind, moment, number, partial_index, table, text
from db.tables.series import MOST_A_YEAR

# What the office decided of an agency: that dossiers go there, or that they do not.
work_agency = table(
    "work_agency",
    Column("key", Text, primary_key=True),
    *text("name", most=AGENCY_LIMIT, empty=False),
    *flag("is_used"),
)

# The office's own steps of a procedure, as JSON; they hold for what is handed over from then on.
work_plan = table(
    "work_plan",
    Column("procedure_code", Text, primary_key=True),
    *text("steps", most=200_000, empty=False),
)

# Where the papers of a dossier went, oldest first; the row that is not left is where they lie.
handing = table(
    "handing",
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *number("position", 1, 10_000),
    *text("agency", most=AGENCY_LIMIT),
    *moment("handed_at"),
    *text("handed_by", most=200, empty=False),
    *text("record", most=40, empty=False),
    *text("step", most=10_000),
    *text("left_step", most=10_000),
    *moment("taken_at", null=True),
    *text("taken_by", most=200),
    *moment("missed_at", null=True),
    *moment("left_at", null=True),
    PrimaryKeyConstraint("dossier_id", "position"),
    by_key=True,
)
partial_index("ix_handing_lies", handing.c.agency, handing.c.dossier_id, where="left_at IS NULL")

# A record of hand-over; `body` is what it said when it was made, packed.
handover = table(
    "handover",
    Column("id", Integer, primary_key=True),
    *text("agency", most=40, empty=False),
    *number("year", 2_000, 2_199),
    *number("station", 0, 99),
    *number("number", 1, MOST_A_YEAR),
    *text("giver", most=AGENCY_LIMIT),
    *text("receiver", most=AGENCY_LIMIT),
    *text("officer", most=200, empty=False),
    *moment("made_at"),
    *number("lines", 1, MOST_LINES),
    *blob("body"),
    UniqueConstraint("agency", "year", "station", "number"),
    only_grows="a record of hand-over is never changed or deleted",
)

handover_line = table(
    "handover_line",
    Column("handover_id", Integer, ForeignKey("handover.id"), nullable=False),
    *number("position", 1, MOST_LINES),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    PrimaryKeyConstraint("handover_id", "position"),
    by_key=True,
    only_grows="what a record of hand-over lists is never changed or deleted",
)
Index("ix_handover_line_dossier_id", handover_line.c.dossier_id)

# What a receiver found otherwise than the record says, at every scanning back.
handover_difference = table(
    "handover_difference",
    Column("id", Integer, primary_key=True),
    Column("handover_id", Integer, ForeignKey("handover.id"), nullable=False),
    *kind("kind"),
    *text("code", most=300, empty=False),
    *text("why", most=1_000),
    *moment("noted_at"),
    *text("officer", most=200, empty=False),
    only_grows="what was found at a hand-over is never changed or deleted",
)
Index("ix_handover_difference_handover_id", handover_difference.c.handover_id)
