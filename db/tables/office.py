"""Settings, catalogue and calendar: what the office is and by what rules it works."""

from sqlalchemy import CheckConstraint, Column, Index, Integer, Text, UniqueConstraint

from db.tables.columns import blob, day, digest, flag, moment, number, table, text

office_setting = table(
    "office_setting",
    Column("key", Text, primary_key=True),
    *text("value", most=2_000),
)

# One row in a practice office, made with it; a real office has none and never gets one.
practice_mark = table(
    "practice_mark",
    Column("id", Integer, primary_key=True),
    *moment("made_at"),
    CheckConstraint("id = 1", name="id"),
    only_grows="practice stays practice",
)

# One row; grows by one whenever settings, catalogue or calendar change, so that caches know.
reference_stamp = table(
    "reference_stamp",
    Column("id", Integer, primary_key=True),
    Column("stamp", Integer, nullable=False),
)

procedure_version = table(
    "procedure_version",
    Column("id", Integer, primary_key=True),
    *text("code", most=60, empty=False),
    *number("revision", 1, 1_000_000),
    *text("name", most=5_000, empty=False),
    *text("field", most=400),
    *flag("is_complete"),
    *day("effective_from"),
    *day("effective_to", null=True),
    *blob("body"),
    *digest("sha256"),
    UniqueConstraint("code", "revision"),
)
Index("ix_procedure_version_code", procedure_version.c.code, procedure_version.c.effective_from)

procedure_use = table(
    "procedure_use",
    Column("code", Text, primary_key=True),
    Column("uses", Integer, nullable=False),
)

# One part of the working calendar: ``sessions``, ``closures`` or a year such as ``2026``.
calendar_part = table(
    "calendar_part",
    Column("part", Text, primary_key=True),
    *flag("confirmed"),
    *blob("body"),
)
