"""Triggers that hold in SQLite what must never happen to a record, whoever writes it."""

from collections.abc import Iterator

from sqlalchemy import MetaData

from db.tables.columns import ONLY_GROWS

_IN_ORDER = """CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger WHERE chain = NEW.chain)
  OR NEW.previous_hash IS NOT coalesce(
    (SELECT hash FROM ledger WHERE chain = NEW.chain ORDER BY seq DESC LIMIT 1),
    printf('%064d', 0))
BEGIN SELECT raise(ABORT, 'a chain of the ledger grows by one row at a time'); END"""
_WITHIN = """CREATE TRIGGER payment_within BEFORE INSERT ON payment
WHEN NEW.reverses IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM payment p WHERE p.id = NEW.reverses AND p.kind = 'COLLECT'
    AND p.dossier_id = NEW.dossier_id AND p.amount >= NEW.amount
    + (SELECT coalesce(sum(r.amount), 0) FROM payment r WHERE r.reverses = p.id))
BEGIN SELECT raise(ABORT, 'more given back than was taken'); END"""
_SHEET_OPEN = """CREATE TRIGGER payment_sheet_open BEFORE INSERT ON payment
WHEN EXISTS (SELECT 1 FROM cash_sheet s
  WHERE s.agency = NEW.agency AND s.day = NEW.day AND s.sheet = NEW.sheet)
BEGIN SELECT raise(ABORT, 'the cash sheet is closed'); END"""


def guards(metadata: MetaData) -> Iterator[str]:
    """The triggers of the tables of `metadata`."""
    for table in metadata.sorted_tables:
        answer = table.info.get(ONLY_GROWS)
        for done in ("UPDATE", "DELETE") if answer else ():
            yield (
                f"CREATE TRIGGER {table.name}_no_{done.lower()} BEFORE {done} ON {table.name}\n"
                f"BEGIN SELECT raise(ABORT, '{answer}'); END"
            )
    yield from (_IN_ORDER, _WITHIN, _SHEET_OPEN)
