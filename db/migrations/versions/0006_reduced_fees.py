"""Fees may be reduced in part; a slip tells on what ground less was due.

A fee waived until now is waived as a whole, as it was. Both tables are made anew, since their checks
cannot be altered; the copy lies in the database itself, which is encrypted.

Revision ID: 0006
Revises: 0005
"""

# ruff: noqa: E501 - literal statements stay as they were first run

from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None

# Name, columns copied, the columns that are new, what stands in them, and the statement.
_TABLES = (
    (
        "fee_line",
        "dossier_id, position, name, kind, per, unit_amount, quantity, amount, source, collect_at, exemption_ground, exemption_text",
        "exemption_percent, exemption_to_amount",
        "NULL, NULL",
        """CREATE TABLE fee_line (
    dossier_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    name TEXT NOT NULL,
    kind TEXT NOT NULL,
    per TEXT NOT NULL,
    unit_amount INTEGER,
    quantity INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    source TEXT NOT NULL,
    collect_at TEXT NOT NULL,
    exemption_ground TEXT,
    exemption_text TEXT NOT NULL,
    exemption_percent INTEGER,
    exemption_to_amount INTEGER,
    CONSTRAINT pk_fee_line PRIMARY KEY (dossier_id, position),
    CONSTRAINT ck_fee_line_position CHECK (position BETWEEN 1 AND 20),
    CONSTRAINT ck_fee_line_name CHECK (length(name) > 0 AND length(name) <= 200),
    CONSTRAINT ck_fee_line_kind CHECK (kind IN ('FEE', 'CHARGE')),
    CONSTRAINT ck_fee_line_per CHECK (length(per) <= 60),
    CONSTRAINT ck_fee_line_unit_amount CHECK (unit_amount BETWEEN 0 AND 999999999999),
    CONSTRAINT ck_fee_line_quantity CHECK (quantity BETWEEN 1 AND 1000000),
    CONSTRAINT ck_fee_line_amount CHECK (amount BETWEEN 0 AND 999999999999),
    CONSTRAINT ck_fee_line_source CHECK (length(source) > 0 AND length(source) <= 1000),
    CONSTRAINT ck_fee_line_collect_at CHECK (collect_at IN ('RECEIPT', 'RETURN')),
    CONSTRAINT ck_fee_line_exemption_ground CHECK (length(exemption_ground) <= 60),
    CONSTRAINT ck_fee_line_exemption_text CHECK (length(exemption_text) <= 200),
    CONSTRAINT ck_fee_line_exemption_percent CHECK (exemption_percent BETWEEN 1 AND 99),
    CONSTRAINT ck_fee_line_exemption_to_amount CHECK (exemption_to_amount BETWEEN 1 AND 999999999999),
    CONSTRAINT ck_fee_line_adds_up CHECK (unit_amount IS NULL OR amount = unit_amount * quantity),
    CONSTRAINT ck_fee_line_exemption_has_ground CHECK ((exemption_ground IS NULL) = (exemption_text = '')),
    CONSTRAINT ck_fee_line_reduced_one_way CHECK ((exemption_percent IS NULL AND exemption_to_amount IS NULL) OR (exemption_ground IS NOT NULL AND (exemption_percent IS NULL) <> (exemption_to_amount IS NULL))),
    CONSTRAINT fk_fee_line_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id)
)
 WITHOUT ROWID,
 STRICT""",
    ),
    (
        "payment",
        "id, dossier_id, ledger_seq, agency, year, slip_station, number, kind, amount, method, at, day, sheet, officer, station, payer, reference, reason, reverses",
        "relief",
        "''",
        """CREATE TABLE payment (
    id INTEGER NOT NULL,
    dossier_id INTEGER NOT NULL,
    ledger_seq INTEGER NOT NULL,
    agency TEXT NOT NULL,
    year INTEGER NOT NULL,
    slip_station INTEGER NOT NULL,
    number INTEGER NOT NULL,
    kind TEXT NOT NULL,
    amount INTEGER NOT NULL,
    method TEXT NOT NULL,
    at TEXT NOT NULL,
    day TEXT NOT NULL,
    sheet INTEGER NOT NULL,
    officer TEXT NOT NULL,
    station INTEGER NOT NULL,
    payer TEXT NOT NULL,
    reference TEXT NOT NULL,
    reason TEXT NOT NULL,
    relief TEXT NOT NULL,
    reverses INTEGER,
    CONSTRAINT pk_payment PRIMARY KEY (id),
    CONSTRAINT ck_payment_agency CHECK (length(agency) > 0 AND length(agency) <= 40),
    CONSTRAINT ck_payment_year CHECK (year BETWEEN 2000 AND 2199),
    CONSTRAINT ck_payment_slip_station CHECK (slip_station BETWEEN 0 AND 99),
    CONSTRAINT ck_payment_number CHECK (number BETWEEN 1 AND 999999),
    CONSTRAINT ck_payment_kind CHECK (kind IN ('COLLECT', 'REFUND', 'VOID')),
    CONSTRAINT ck_payment_amount CHECK (amount BETWEEN 1 AND 999999999999),
    CONSTRAINT ck_payment_method CHECK (method IN ('CASH', 'TRANSFER')),
    CONSTRAINT ck_payment_at CHECK (at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
    CONSTRAINT ck_payment_day CHECK (day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    CONSTRAINT ck_payment_sheet CHECK (sheet BETWEEN 1 AND 99),
    CONSTRAINT ck_payment_officer CHECK (length(officer) > 0 AND length(officer) <= 200),
    CONSTRAINT ck_payment_station CHECK (station BETWEEN 1 AND 99),
    CONSTRAINT ck_payment_payer CHECK (length(payer) > 0 AND length(payer) <= 200),
    CONSTRAINT ck_payment_reference CHECK (length(reference) <= 100),
    CONSTRAINT ck_payment_reason CHECK (length(reason) <= 1000),
    CONSTRAINT ck_payment_relief CHECK (length(relief) <= 1000),
    CONSTRAINT uq_payment_agency_year_slip_station_number UNIQUE (agency, year, slip_station, number),
    CONSTRAINT uq_payment_ledger_seq UNIQUE (ledger_seq),
    CONSTRAINT ck_payment_names_what_it_reverses CHECK ((kind = 'COLLECT') = (reverses IS NULL)),
    CONSTRAINT ck_payment_has_reason CHECK (kind = 'COLLECT' OR reason <> ''),
    CONSTRAINT fk_payment_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id),
    CONSTRAINT fk_payment_ledger_seq FOREIGN KEY(ledger_seq) REFERENCES ledger (seq),
    CONSTRAINT fk_payment_reverses FOREIGN KEY(reverses) REFERENCES payment (id)
)
 STRICT""",
    ),
)

_AFTERWARDS = (
    "CREATE INDEX ix_payment_day ON payment (agency, day, sheet)",
    "CREATE INDEX ix_payment_dossier_id ON payment (dossier_id)",
    "CREATE INDEX ix_payment_reverses ON payment (reverses) WHERE reverses IS NOT NULL",
    """CREATE TRIGGER payment_no_update BEFORE UPDATE ON payment
BEGIN SELECT raise(ABORT, 'slips of money are never changed'); END""",
    """CREATE TRIGGER payment_no_delete BEFORE DELETE ON payment
BEGIN SELECT raise(ABORT, 'slips of money are never deleted'); END""",
    """CREATE TRIGGER payment_within BEFORE INSERT ON payment
WHEN NEW.reverses IS NOT NULL AND NOT EXISTS (
  SELECT 1 FROM payment p WHERE p.id = NEW.reverses AND p.kind = 'COLLECT'
    AND p.dossier_id = NEW.dossier_id AND p.amount >= NEW.amount
    + (SELECT coalesce(sum(r.amount), 0) FROM payment r WHERE r.reverses = p.id))
BEGIN SELECT raise(ABORT, 'more given back than was taken'); END""",
    """CREATE TRIGGER payment_sheet_open BEFORE INSERT ON payment
WHEN EXISTS (SELECT 1 FROM cash_sheet s
  WHERE s.agency = NEW.agency AND s.day = NEW.day AND s.sheet = NEW.sheet)
BEGIN SELECT raise(ABORT, 'the cash sheet is closed'); END""",
)


def upgrade() -> None:
    """Add how far a line is reduced, and the ground on slips."""
    for table, columns, added, values, statement in _TABLES:
        kept = f"{table}_kept"
        _run(f"CREATE TABLE {kept} AS SELECT {columns} FROM {table}")  # noqa: S608 - our own text
        _run(f"DROP TABLE {table}")
        _run(statement)
        _run(f"INSERT INTO {table} ({columns}, {added}) SELECT {columns}, {values} FROM {kept}")  # noqa: S608 - our own text
        _run(f"DROP TABLE {kept}")
    for statement in _AFTERWARDS:
        _run(statement)


def _run(statement: str) -> None:
    # The driver itself: a colon in a check is no parameter.
    op.get_bind().exec_driver_sql(statement)
