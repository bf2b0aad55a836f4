"""The outbox, which nothing leaves unanswered, and what was sent of it."""

from enum import StrEnum

from sqlalchemy import (
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Text,
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
# lie here. `body` is our own event, packed; `sha256` the digest of it unpacked. `leaves_as` is the
# official code it leaves with where that was corrected before it left; null: the one in `body`.
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
    Column("leaves_as", Text, nullable=True),
    UniqueConstraint("station", "sequence"),
    UniqueConstraint("event_id"),
    UniqueConstraint("station", "ledger_seq", "kind"),
    ForeignKeyConstraint(["station", "ledger_seq"], ["ledger.chain", "ledger.seq"]),
)
# Counts what waits without touching the events themselves.
partial_index(
    "ix_outbox_pending", outbox.c.position, outbox.c.dossier_id, where="state = 'PENDING'"
)
# Finds what was refused, likewise.
partial_index(
    "ix_outbox_rejected", outbox.c.dossier_id, outbox.c.position, where="state = 'REJECTED'"
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

# Digests of a package's events, many to a part: `digests` holds 40 bytes of each, its position and
# its digest as the package held it (`db.stores.province.sent`). An answer names the event by it.
sent_part = table(
    "sent_part",
    Column("package", Integer, ForeignKey("package.id"), nullable=False),
    Column("first_position", Integer, nullable=False),
    *blob("digests"),
    PrimaryKeyConstraint("package", "first_position"),
)

# Every answer the province gave, each once, however often it came; what they say together is worked
# out from all of them. `reached` is the state it speaks for, `code_before` the official code the
# dossier had when it came.
province_answer = table(
    "province_answer",
    Column("id", Integer, primary_key=True),
    Column("position", Integer, ForeignKey("outbox.position"), nullable=False),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *kind("verdict"),
    *kind("reached"),
    *text("remark", most=200_000),
    *text("official_code", most=60),
    *text("code_before", most=60),
    *moment("taken_at"),
    *digest("sha256"),
    UniqueConstraint("position", "sha256"),
    only_grows="an answer of the province is kept as it came",
)
partial_index(
    "ix_province_answer_code", province_answer.c.official_code, where="official_code <> ''"
)
partial_index("ix_province_answer_before", province_answer.c.code_before, where="code_before <> ''")
Index("ix_province_answer_dossier_id", province_answer.c.dossier_id)
