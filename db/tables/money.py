"""Fee lines, slips of money and closed cash sheets; slips and sheets only grow."""

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    PrimaryKeyConstraint,
    UniqueConstraint,
)

from app.domain.money.fee import MOST_DONG
from app.domain.money.payment import RELIEF_LIMIT
from app.domain.money.receipt import RECEIPT_LIMIT
from db.tables.columns import blob, day, digest, kind, moment, number, partial_index, table, text
from db.tables.series import MOST_A_YEAR

fee_line = table(
    "fee_line",
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *number("position", 1, 20),
    *text("name", most=200, empty=False),
    *kind("kind"),
    *text("per", most=60),
    *number("unit_amount", 0, MOST_DONG, null=True),
    *number("quantity", 1, 1_000_000),
    *number("amount", 0, MOST_DONG),
    *text("source", most=1_000, empty=False),
    *kind("collect_at"),
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
    by_key=True,
)

# `slip_station` is whose series the number is of (0: the office's), `station` who made the slip.
payment = table(
    "payment",
    Column("id", Integer, primary_key=True),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=False),
    *number("ledger_seq", 1, 9_000_000_000),
    *text("agency", most=40, empty=False),
    *number("year", 2_000, 2_199),
    *number("slip_station", 0, 99),
    *number("number", 1, MOST_A_YEAR),
    *kind("kind"),
    *number("amount", 1, MOST_DONG),
    *kind("method"),
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
    UniqueConstraint("station", "ledger_seq"),
    ForeignKeyConstraint(["station", "ledger_seq"], ["ledger.chain", "ledger.seq"]),
    CheckConstraint("(kind = 'COLLECT') = (reverses IS NULL)", name="names_what_it_reverses"),
    CheckConstraint("kind = 'COLLECT' OR reason <> ''", name="has_reason"),
    only_grows="slips of money are never changed or deleted",
)
Index("ix_payment_dossier_id", payment.c.dossier_id)
Index("ix_payment_day", payment.c.agency, payment.c.day, payment.c.sheet)
partial_index("ix_payment_reverses", payment.c.reverses, where="reverses IS NOT NULL")

# The electronic receipt another system issued for a slip; the last revision holds.
electronic_receipt = table(
    "electronic_receipt",
    Column("payment_id", Integer, ForeignKey("payment.id"), nullable=False),
    *number("revision", 1, 10_000),
    *text("number", most=RECEIPT_LIMIT, empty=False),
    *text("key", most=RECEIPT_LIMIT, empty=False),
    PrimaryKeyConstraint("payment_id", "revision"),
    by_key=True,
    only_grows="numbers of electronic receipts are never changed or deleted",
)
Index("ix_electronic_receipt_key", electronic_receipt.c.key)

cash_sheet = table(
    "cash_sheet",
    *text("agency", most=40, empty=False),
    *day("day"),
    *number("sheet", 1, 99),
    *number("station", 1, 99),
    *number("ledger_seq", 1, 9_000_000_000),
    *moment("closed_at"),
    *text("officer", most=200, empty=False),
    *number("slips", 1, MOST_A_YEAR),
    *number("cash", -MOST_DONG, MOST_DONG),
    *number("transfer", -MOST_DONG, MOST_DONG),
    *number("counted", -MOST_DONG, MOST_DONG),
    *number("opening", 0, MOST_DONG),
    *text("reason", most=1_000),
    Column("number", Integer, nullable=True),
    Column("number_station", Integer, nullable=True),
    PrimaryKeyConstraint("agency", "day", "sheet"),
    UniqueConstraint("station", "ledger_seq"),
    ForeignKeyConstraint(["station", "ledger_seq"], ["ledger.chain", "ledger.seq"]),
    CheckConstraint(
        "counted = opening + cash OR (counted = 0 AND opening + cash < 0) OR reason <> ''",
        name="difference_has_reason",
    ),
    by_key=True,
    only_grows="a closed cash sheet is never changed or deleted",
)

# The float a day began with, frozen when the day was opened or its first slip written.
cash_day = table(
    "cash_day",
    *text("agency", most=40, empty=False),
    *day("day"),
    *number("opening", 0, MOST_DONG),
    *number("station", 1, 99),
    *moment("opened_at"),
    PrimaryKeyConstraint("agency", "day"),
    by_key=True,
    only_grows="the float a day began with is never changed or deleted",
)

# Tariffs taken from files; those the program ships are not stored.
tariff_version = table(
    "tariff_version",
    Column("id", Integer, primary_key=True),
    *text("code", most=60, empty=False),
    *day("effective_from"),
    *kind("provenance"),
    *blob("body"),
    *digest("sha256"),
)
