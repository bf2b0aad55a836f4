"""Dossiers with their papers, pauses and promises, and the series their numbers come from."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy import (
    text as sql,
)

from app.domain.dossier import ApplicantKind, PauseKind, PromiseKind
from app.domain.identity import IdKind, Sex
from app.domain.procedure import Channel, PauseMode, ReturnBy, ServiceLevel
from app.domain.states import DossierState
from app.domain.time_limit import Unit
from db.base import choice, day, digest, flag, metadata, moment, number, text

_OPEN = "state IN ('RECEIVED', 'PROCESSING', 'AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT')"

dossier = Table(
    "dossier",
    metadata,
    Column("id", Integer, primary_key=True),
    *text("code", most=40, empty=False),
    *text("agency", most=40, empty=False),
    *day("day"),
    *number("number", 1, 9_999),
    *number("station", 1, 99),
    *text("officer", most=200, empty=False),
    *number("version", 1, 1_000_000),
    *choice("state", DossierState),
    Column("procedure_version", Integer, ForeignKey("procedure_version.id"), nullable=False),
    *text("procedure_code", most=60, empty=False),
    *text("case_name", most=5_000, null=True),
    *choice("channel", Channel),
    *choice("service_level", ServiceLevel),
    *flag("boundary_free"),
    *choice("applicant_kind", ApplicantKind),
    *text("full_name", most=200, empty=False),
    *text("personal_id", most=20),
    *choice("id_kind", IdKind),
    *text("born", most=10),
    *choice("sex", Sex, null=True),
    *text("phone", most=20),
    *text("email", most=254),
    *text("address", most=400),
    *text("representative", most=4_000, null=True),
    *number("sets", 1, 99),
    *choice("return_by", ReturnBy),
    *text("note", most=1_000),
    *moment("received_at"),
    *moment("filed_at", null=True),
    *choice("limit_unit", Unit),
    *number("limit_amount", 0, 9_999),
    *choice("pause_mode", PauseMode),
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
    *text("official_code", most=60),
    UniqueConstraint("code"),
    UniqueConstraint("agency", "day", "number"),
    CheckConstraint(
        "(state IN ('AWAITING_SUPPLEMENT', 'AWAITING_PAYMENT')) = (waiting_since IS NOT NULL)",
        name="waiting",
    ),
    CheckConstraint(f"({_OPEN}) = (ended_at IS NULL)", name="ended"),
    CheckConstraint("state <> 'RETURNED' OR returned_at IS NOT NULL", name="returned"),
    sqlite_strict=True,
)
# Answers what is open, due and overdue without touching a row.
Index(
    "ix_dossier_open_due",
    dossier.c.due_at,
    dossier.c.id,
    dossier.c.waiting_since,
    sqlite_where=sql("ended_at IS NULL"),
)
Index("ix_dossier_waiting", dossier.c.waiting_since, sqlite_where=sql("waiting_since IS NOT NULL"))
Index("ix_dossier_to_collect", dossier.c.finished_at, sqlite_where=sql("state = 'FINISHED'"))
Index("ix_dossier_official", dossier.c.official_code, sqlite_where=sql("official_code <> ''"))

submitted_document = Table(
    "submitted_document",
    metadata,
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *number("position", 1, 200),
    *text("name", most=5_000, empty=False),
    *text("code", most=60),
    *number("originals", 0, 999),
    *number("copies", 0, 999),
    PrimaryKeyConstraint("dossier_id", "position"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

pause = Table(
    "pause",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *choice("kind", PauseKind),
    *moment("asked_at"),
    *moment("completed_at", null=True),
    *text("reason", most=1_000, empty=False),
    *text("papers", most=200_000),
    CheckConstraint("completed_at IS NULL OR completed_at >= asked_at", name="order"),
    sqlite_strict=True,
)
Index("ix_pause_dossier_id", pause.c.dossier_id)

# What a dossier was promised, first and since.
promise = Table(
    "promise",
    metadata,
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *number("position", 1, 10_000),
    *choice("kind", PromiseKind),
    *moment("due_at", null=True),
    *flag("calendar_confirmed"),
    *moment("made_at"),
    PrimaryKeyConstraint("dossier_id", "position"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# The last number given by each agency, day and block; numbers are never taken back.
number_series = Table(
    "number_series",
    metadata,
    *text("agency", most=40, empty=False),
    *day("day"),
    *number("first", 1, 9_999),
    *number("last", 1, 9_999),
    PrimaryKeyConstraint("agency", "day", "first"),
    CheckConstraint("last >= first", name="order"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Numbers known to have been given elsewhere (before a restore): left out, never given again.
number_gap = Table(
    "number_gap",
    metadata,
    *text("agency", most=40, empty=False),
    *day("day"),
    *number("first_missing", 1, 9_999),
    *number("last_missing", 1, 9_999),
    *moment("noted_at"),
    PrimaryKeyConstraint("agency", "day", "first_missing"),
    CheckConstraint("last_missing >= first_missing", name="order"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

draft = Table(
    "draft",
    metadata,
    Column("id", Text, primary_key=True),
    *number("station", 1, 99),
    *text("officer", most=200),
    *moment("saved_at"),
    *text("summary", most=300),
    *text("body", most=2_000_000),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# Frozen content of a form, kept for good: every print is made from it.
form_content = Table(
    "form_content",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *text("form", most=10, empty=False),
    *text("form_set", most=20, empty=False),
    *moment("made_at"),
    Column("body", Text, nullable=False),
    sqlite_strict=True,
)
Index("ix_form_content_dossier_id", form_content.c.dossier_id)

# One row per print; the PDF itself lies in the paper store under its digest.
form_print = Table(
    "form_print",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    Column("content_id", Integer, ForeignKey("form_content.id"), nullable=False),
    *text("form", most=10, empty=False),
    *text("paper", most=10, empty=False),
    *number("copy_number", 1, 100_000),
    *moment("printed_at"),
    *text("officer", most=200, empty=False),
    *number("station", 1, 99),
    *text("printer", most=300),
    *number("pages", 1, 10_000),
    *number("size", 1, 1_000_000_000),
    *digest("sha256"),
    UniqueConstraint("dossier_id", "form", "paper", "copy_number"),
    sqlite_strict=True,
)
