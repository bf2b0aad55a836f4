"""The outbox, which nothing leaves unanswered, and what was sent of it."""

from enum import StrEnum

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    PrimaryKeyConstraint,
    UniqueConstraint,
)

from db.tables.columns import blob, digest, kind, moment, number, partial_index, table, text


class EventKind(StrEnum):
    """What an event holds: a whole dossier, or one step of it."""

    DOSSIER = "DOSSIER"
    STEP = "STEP"


class OutboxState(StrEnum):
    """An event waits until the province answers for it by name."""

    PENDING = "PENDING"
    ACCEPTED = "ACCEPTED"
    REJECTED = "REJECTED"


# An event is named by its station and its sequence there; `position` is its place among all that
# lie here. `body` is our own event, packed; `sha256` the digest of it unpacked.
outbox = table(
    "outbox",
    Column("position", Integer, primary_key=True),
    *number("station", 1, 99),
    *number("sequence", 1, 9_000_000_000),
    *text("event_id", most=36, empty=False),
    *number("ledger_seq", 1, 9_000_000_000),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *text("dossier_code", most=40, empty=False),
    *kind("kind"),
    *number("version", 1, 1_000_000),
    *moment("created_at"),
    *blob("body"),
    *digest("sha256"),
    *kind("state"),
    *moment("answered_at", null=True),
    *text("answer", most=200_000),
    UniqueConstraint("station", "sequence"),
    UniqueConstraint("event_id"),
    UniqueConstraint("station", "ledger_seq", "kind"),
    ForeignKeyConstraint(["station", "ledger_seq"], ["ledger.chain", "ledger.seq"]),
)
# Counts what waits without touching the events themselves.
partial_index(
    "ix_outbox_pending", outbox.c.position, outbox.c.dossier_id, where="state = 'PENDING'"
)

# Packages written, so that each names the digest of the one before.
package = table(
    "package",
    Column("id", Integer, primary_key=True),
    *text("package_id", most=36, empty=False),
    *number("station", 1, 99),
    *text("dialect", most=40, empty=False),
    *moment("written_at"),
    *number("first_position", 1, 9_000_000_000),
    *number("last_position", 1, 9_000_000_000),
    *number("events", 1, 9_000_000_000),
    *digest("sha256"),
    *text("file_name", most=200, empty=False),
    UniqueConstraint("package_id"),
)

# The digest of each event as a package held it: an answer names the event by it.
sent_event = table(
    "sent_event",
    Column("position", Integer, ForeignKey("outbox.position"), nullable=False),
    Column("package", Integer, ForeignKey("package.id"), nullable=False),
    *blob("sha256"),
    PrimaryKeyConstraint("position", "package"),
    by_key=True,
)
