"""The ledger, which only grows: one chain for each station and one for the office."""

from enum import StrEnum

from sqlalchemy import Column, ForeignKey, Integer, PrimaryKeyConstraint

from db.tables.columns import blob, digest, kind, moment, number, partial_index, table, text


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
    DAY = "DAY"
    PRINT = "PRINT"
    CLOCK = "CLOCK"
    ANSWER = "ANSWER"
    REFUSAL = "REFUSAL"
    HANDOVER = "HANDOVER"
    AGENCY = "AGENCY"
    STEPS = "STEPS"


# `chain` 0 is the office's, else the station's. Of a dossier's row `version` is the dossier's after
# the change and `detail` every
# changed value, packed, so that the dossier can be replayed from its rows.
ledger = table(
    "ledger",
    *number("chain", 0, 99),
    *number("seq", 1, 9_000_000_000),
    *moment("at"),
    *text("officer", most=200, empty=False),
    *number("station", 1, 99),
    *kind("subject"),
    *text("reference", most=200),
    Column("dossier_id", Integer, ForeignKey("dossier.id"), nullable=True),
    *number("version", 0, 1_000_000),
    *kind("event"),
    *text("from_state", most=40),
    *text("to_state", most=40),
    *text("reason", most=1_000),
    *blob("detail"),
    *digest("previous_hash"),
    *digest("hash"),
    PrimaryKeyConstraint("chain", "seq"),
    only_grows="the ledger is append-only",
)
CLOCK_ANSWERS = "subject = 'CLOCK'"
"""Rows that say the clock was asked about and is right."""
partial_index("ix_ledger_clock", ledger.c.chain, ledger.c.seq, where=CLOCK_ANSWERS)
partial_index(
    "ix_ledger_dossier_id", ledger.c.dossier_id, ledger.c.version, where="dossier_id IS NOT NULL"
)
