"""Dossiers with papers, pauses, promises, apologies; drafts of those not registered yet."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Text,
    UniqueConstraint,
)

from app.domain.dossier.identity import Sex
from db.tables.columns import (
    added_text,
    choice,
    day,
    flag,
    kind,
    moment,
    number,
    partial_index,
    table,
    text,
)

dossier = table(
    "dossier",
    Column("id", Integer, primary_key=True),
    *text("code", most=40, empty=False),
    *text("agency", most=40, empty=False),
    *day("day"),
    *number("number", 1, 999_999),
    *number("station", 1, 99),
    *text("officer", most=200, empty=False),
    *number("version", 1, 1_000_000),
    *kind("state"),
    Column("procedure_version", Integer, ForeignKey("procedure_version.id"), nullable=False),
    *text("procedure_code", most=60, empty=False),
    *text("case_name", most=5_000, null=True),
    *kind("channel"),
    *kind("service_level"),
    *flag("boundary_free"),
    *kind("applicant_kind"),
    *text("full_name", most=200, empty=False),
    *text("personal_id", most=20),
    *kind("id_kind"),
    *text("born", most=10),
    *choice("sex", Sex, null=True),
    *text("phone", most=20),
    *text("email", most=254),
    *text("address", most=400),
    *text("representative", most=4_000, null=True),
    *number("sets", 1, 99),
    *kind("return_by"),
    *text("note", most=1_000),
    *moment("received_at"),
    *moment("filed_at", null=True),
    *kind("limit_unit"),
    *number("limit_amount", 0, 9_999),
    Column("limit_not_later", Text, nullable=True),
    *kind("pause_mode"),
    *moment("due_at", null=True),
    *moment("measured_due_at", null=True),
    *flag("calendar_confirmed"),
    *text("form_set", most=20, empty=False),
    *moment("waiting_since", null=True),
    *moment("finished_at", null=True),
    *moment("returned_at", null=True),
    *moment("ended_at", null=True),
    *text("returned_to", most=200),
    *text("returned_identity", most=200),
    *text("end_reason", most=1_000),
    Column("tracking", Text, nullable=True),
    *flag("outside_hours", is_added=True),
    *text("official_code", most=60),
    *added_text("filing"),
    *added_text("former_codes"),
    *added_text("old_id"),
    UniqueConstraint("code"),
    UniqueConstraint("agency", "day", "number"),
)
# Answers what is open, due and overdue without touching a row.
partial_index(
    "ix_dossier_open_due",
    dossier.c.due_at,
    dossier.c.id,
    dossier.c.waiting_since,
    where="ended_at IS NULL",
)
partial_index("ix_dossier_waiting", dossier.c.waiting_since, where="waiting_since IS NOT NULL")
partial_index(
    "ix_dossier_to_collect",
    dossier.c.finished_at,
    dossier.c.state,
    where="finished_at IS NOT NULL AND returned_at IS NULL",
)
Index("ix_dossier_procedure_code", dossier.c.procedure_code)
partial_index("ix_dossier_former", dossier.c.former_codes, where="former_codes <> ''")
partial_index("ix_dossier_official", dossier.c.official_code, where="official_code <> ''")

submitted_document = table(
    "submitted_document",
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *number("position", 1, 200),
    *text("name", most=5_000, empty=False),
    *text("code", most=60),
    *number("originals", 0, 999),
    *number("copies", 0, 999),
    *flag("shown", is_added=True),
    PrimaryKeyConstraint("dossier_id", "position"),
    by_key=True,
)

pause = table(
    "pause",
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *kind("kind"),
    *moment("asked_at"),
    *moment("completed_at", null=True),
    *text("reason", most=1_000, empty=False),
    *text("papers", most=200_000),
    *added_text("asked_by"),
    *added_text("completed_by"),
    *added_text("held_reason"),
    *added_text("asked"),
    CheckConstraint("completed_at IS NULL OR completed_at >= asked_at", name="order"),
)
Index("ix_pause_dossier_id", pause.c.dossier_id)

# What a dossier was promised, first and since; `closure` is the declaration that moved it.
promise = table(
    "promise",
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *number("position", 1, 10_000),
    *kind("kind"),
    *moment("due_at", null=True),
    *flag("calendar_confirmed"),
    *moment("made_at"),
    Column("closure", Integer, nullable=True),
    PrimaryKeyConstraint("dossier_id", "position"),
    by_key=True,
)
# Finds whom a closure concerns.
partial_index(
    "ix_promise_closure", promise.c.closure, promise.c.dossier_id, where="closure IS NOT NULL"
)

# Extensions of a promise; without notices the applicant does not know of it yet.
apology = table(
    "apology",
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *moment("made_at"),
    *moment("promised_at"),
    *moment("due_at"),
    *kind("cause"),
    *text("reason", most=1_000, empty=False),
    *text("officer", most=200, empty=False),
    *text("approver", most=200),
    *text("proof", most=40),
    *flag("is_late"),
    *flag("is_repeated"),
    *text("notices", most=200_000),
)
Index("ix_apology_dossier_id", apology.c.dossier_id)
Index("ix_apology_made_at", apology.c.made_at)
partial_index("ix_apology_unsent", apology.c.dossier_id, where="notices = ''")

draft = table(
    "draft",
    Column("id", Text, primary_key=True),
    *number("station", 1, 99),
    *text("officer", most=200),
    *moment("saved_at"),
    *text("summary", most=300),
    *text("body", most=2_000_000),
    by_key=True,
)
