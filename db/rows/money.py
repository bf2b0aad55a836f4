"""Fee lines, slips of money and closed cash sheets; slips and sheets only grow."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    event,
)
from sqlalchemy import (
    text as sql,
)
from sqlalchemy.schema import DDL

from app.domain.fee import MOST_DONG, CollectAt, FeeKind
from app.domain.payment import RELIEF_LIMIT, Method, PaymentKind
from app.domain.procedure import Provenance
from db.base import blob, choice, day, digest, metadata, moment, number, text
from db.rows.series import MOST_A_YEAR

fee_line = Table(
    "fee_line",
    metadata,
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *number("position", 1, 20),
    *text("name", most=200, empty=False),
    *choice("kind", FeeKind),
    *text("per", most=60),
    *number("unit_amount", 0, MOST_DONG, null=True),
    *number("quantity", 1, 1_000_000),
    *number("amount", 0, MOST_DONG),
    *text("source", most=1_000, empty=False),
    *choice("collect_at", CollectAt),
    *text("exemption_ground", most=60, null=True),
    *text("exemption_text", most=200),
    *number("exemption_percent", 1, 99, null=True),
    *number("exemption_to_amount", 1, MOST_DONG, null=True),
    PrimaryKeyConstraint("dossier_id", "position"),
    CheckConstraint("unit_amount IS NULL OR amount = unit_amount * quantity", name="adds_up"),
    CheckConstraint(
        "(exemption_ground IS NULL) = (exemption_text = '')", name="exemption_has_ground"
    ),
    CheckConstraint(
        "(exemption_percent IS NULL AND exemption_to_amount IS NULL) OR (exemption_ground "
        "IS NOT NULL AND (exemption_percent IS NULL) <> (exemption_to_amount IS NULL))",
        name="reduced_one_way",
    ),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

# `slip_station` is whose series the number is of (0: the office's), `station` who made the slip.
payment = Table(
    "payment",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    Column("ledger_seq", Integer, ForeignKey("ledger.seq"), nullable=False),
    *text("agency", most=40, empty=False),
    *number("year", 2_000, 2_199),
    *number("slip_station", 0, 99),
    *number("number", 1, MOST_A_YEAR),
    *choice("kind", PaymentKind),
    *number("amount", 1, MOST_DONG),
    *choice("method", Method),
    *moment("at"),
    *day("day"),
    *number("sheet", 1, 99),
    *text("officer", most=200, empty=False),
    *number("station", 1, 99),
    *text("payer", most=200, empty=False),
    *text("reference", most=100),
    *text("reason", most=1_000),
    *text("relief", most=RELIEF_LIMIT),
    Column("reverses", Integer, ForeignKey("payment.id"), nullable=True),
    UniqueConstraint("agency", "year", "slip_station", "number"),
    UniqueConstraint("ledger_seq"),
    CheckConstraint("(kind = 'COLLECT') = (reverses IS NULL)", name="names_what_it_reverses"),
    CheckConstraint("kind = 'COLLECT' OR reason <> ''", name="has_reason"),
    sqlite_strict=True,
)
Index("ix_payment_dossier_id", payment.c.dossier_id)
Index("ix_payment_day", payment.c.agency, payment.c.day, payment.c.sheet)
Index("ix_payment_reverses", payment.c.reverses, sqlite_where=sql("reverses IS NOT NULL"))

PAYMENT_TRIGGERS = {
    "payment_no_update": """CREATE TRIGGER payment_no_update BEFORE UPDATE ON payment
BEGIN SELECT raise(ABORT, 'slips of money are never changed'); END""",
    "payment_no_delete": """CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment
BEGIN SELECT raise(ABORT, 'slips of money are never deleted'); END""",
    "payment_within": """CREATE TRIGGER payment_within BEFORE INSERT ON payment
WHEN NEW.reverses IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM payment p WHERE p.id = NEW.reverses AND p.kind = 'COLLECT'
    AND p.dossier_id = NEW.dossier_id AND p.amount >= NEW.amount
    + (SELECT coalesce(sum(r.amount), 0) FROM payment r WHERE r.reverses = p.id))
BEGIN SELECT raise(ABORT, 'more given back than was taken'); END""",
    "payment_sheet_open": """CREATE TRIGGER payment_sheet_open BEFORE INSERT ON payment
WHEN EXISTS (SELECT 1 FROM cash_sheet s
  WHERE s.agency = NEW.agency AND s.day = NEW.day AND s.sheet = NEW.sheet)
BEGIN SELECT raise(ABORT, 'the cash sheet is closed'); END""",
}

cash_sheet = Table(
    "cash_sheet",
    metadata,
    *text("agency", most=40, empty=False),
    *day("day"),
    *number("sheet", 1, 99),
    Column("ledger_seq", Integer, ForeignKey("ledger.seq"), nullable=False),
    *moment("closed_at"),
    *text("officer", most=200, empty=False),
    *number("slips", 1, MOST_A_YEAR),
    *number("cash", -MOST_DONG, MOST_DONG),
    *number("transfer", -MOST_DONG, MOST_DONG),
    *number("counted", 0, MOST_DONG),
    *text("reason", most=1_000),
    PrimaryKeyConstraint("agency", "day", "sheet"),
    UniqueConstraint("ledger_seq"),
    CheckConstraint("counted = cash OR reason <> ''", name="difference_has_reason"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
SHEET_TRIGGERS = {
    "cash_sheet_no_update": """CREATE TRIGGER cash_sheet_no_update BEFORE UPDATE ON cash_sheet
BEGIN SELECT raise(ABORT, 'a closed cash sheet is never changed'); END""",
    "cash_sheet_no_delete": """CREATE TRIGGER cash_sheet_no_delete BEFORE DELETE ON cash_sheet
BEGIN SELECT raise(ABORT, 'a closed cash sheet is never deleted'); END""",
}

# Tariffs taken from files; those the program ships are not stored.
tariff_version = Table(
    "tariff_version",
    metadata,
    Column("id", Integer, primary_key=True),
    *text("code", most=60, empty=False),
    *day("effective_from"),
    *choice("provenance", Provenance),
    *blob("body"),
    *digest("sha256"),
    sqlite_strict=True,
)

for _statement in PAYMENT_TRIGGERS.values():
    event.listen(payment, "after_create", DDL(_statement.replace("%", "%%")))  # type: ignore[no-untyped-call]  # untyped there
for _statement in SHEET_TRIGGERS.values():
    event.listen(cash_sheet, "after_create", DDL(_statement.replace("%", "%%")))  # type: ignore[no-untyped-call]  # untyped there
