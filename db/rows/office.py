"""Settings, catalogue and calendar: what the office is and by what rules it works."""

from sqlalchemy import Column, Index, Integer, Table, Text, UniqueConstraint

from db.base import blob, day, digest, flag, metadata, number, text

office_setting = Table(
    "office_setting",
    metadata,
    Column("key", Text, primary_key=True),
    *text("value", most=2_000),
    sqlite_strict=True,
)

# One row; grows by one whenever settings, catalogue or calendar change, so that caches know.
reference_stamp = Table(
    "reference_stamp",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("stamp", Integer, nullable=False),
    sqlite_strict=True,
)

procedure_version = Table(
    "procedure_version",
    metadata,
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
    sqlite_strict=True,
)
Index("ix_procedure_version_code", procedure_version.c.code, procedure_version.c.effective_from)

procedure_use = Table(
    "procedure_use",
    metadata,
    Column("code", Text, primary_key=True),
    Column("uses", Integer, nullable=False),
    sqlite_strict=True,
)

# One part of the working calendar: ``sessions``, ``closures`` or a year such as ``2026``.
calendar_part = Table(
    "calendar_part",
    metadata,
    Column("part", Text, primary_key=True),
    *flag("confirmed"),
    *blob("body"),
    sqlite_strict=True,
)
