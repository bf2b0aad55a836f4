"""The ledger, which only grows, and the outbox, which nothing leaves unacknowledged."""

from enum import StrEnum

from sqlalchemy import (
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    UniqueConstraint,
    event,
)
from sqlalchemy import (
    text as sql,
)
from sqlalchemy.schema import DDL

from db.base import blob, choice, digest, metadata, moment, number, text


class Subject(StrEnum):
    """What a ledger row is about."""

    DOSSIER = "DOSSIER"
    PROCEDURE = "PROCEDURE"
    CALENDAR = "CALENDAR"
    SETTING = "SETTING"
    DATABASE = "DATABASE"
    TARIFF = "TARIFF"
    BOOK = "BOOK"
    CASH = "CASH"
    PRINT = "PRINT"


class EventKind(StrEnum):
    """Kinds of event as the exchange names them."""

    DOSSIER = "ho_so"
    PROGRESS = "tien_trinh"


class OutboxState(StrEnum):
    """An event waits until the province answers for it by name."""

    PENDING = "PENDING"
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"


ledger = Table(
    "ledger",
    metadata,
    Column("seq", Integer, primary_key=True),
    *moment("at"),
    *text("officer", most=200, empty=False),
    *number("station", 1, 99),
    *choice("subject", Subject),
    *text("reference", most=200),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=True),
    *text("event", most=40, empty=False),
    *text("from_state", most=30),
    *text("to_state", most=30),
    *text("reason", most=1_000),
    *text("detail", most=4_000_000),
    *digest("previous_hash"),
    *digest("hash"),
    sqlite_strict=True,
)
Index("ix_ledger_dossier_id", ledger.c.dossier_id, sqlite_where=sql("dossier_id IS NOT NULL"))

LEDGER_TRIGGERS = {
    "ledger_no_update": """CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END""",
    "ledger_no_delete": """CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END""",
    "ledger_in_order": """CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger)
  OR NEW.previous_hash IS NOT coalesce(
    (SELECT hash FROM ledger ORDER BY seq DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT raise(ABORT, 'the ledger grows by one row at a time'); END""",
}
for _statement in LEDGER_TRIGGERS.values():
    event.listen(ledger, "after_create", DDL(_statement.replace("%", "%%")))  # type: ignore[no-untyped-call]  # untyped there

outbox = Table(
    "outbox",
    metadata,
    Column("seq", Integer, primary_key=True),
    *text("event_id", most=36, empty=False),
    Column("ledger_seq", Integer, ForeignKey("ledger.seq"), nullable=False),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *text("dossier_code", most=40, empty=False),
    *choice("kind", EventKind),
    *number("version", 1, 1_000_000),
    *moment("created_at"),
    *blob("body"),
    *digest("sha256"),
    *choice("state", OutboxState),
    *moment("answered_at", null=True),
    *text("answer", most=4_000),
    UniqueConstraint("event_id"),
    UniqueConstraint("ledger_seq", "kind"),
    sqlite_strict=True,
)
# Counts what waits without touching the events themselves.
Index(
    "ix_outbox_pending",
    outbox.c.seq,
    outbox.c.dossier_id,
    sqlite_where=sql("state = 'PENDING'"),
)

# Packages written, so that each names the digest of the one before.
package = Table(
    "package",
    metadata,
    Column("id", Integer, primary_key=True),
    *text("package_id", most=36, empty=False),
    *moment("written_at"),
    *number("first_seq", 1, 9_000_000_000),
    *number("last_seq", 1, 9_000_000_000),
    *number("events", 1, 9_000_000_000),
    *digest("sha256"),
    *text("file_name", most=200, empty=False),
    UniqueConstraint("package_id"),
    sqlite_strict=True,
)
