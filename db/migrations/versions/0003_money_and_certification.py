"""Fees, slips of money, cash sheets, certification and its numbers.

The ledger is made anew, since its subjects are checked by the table and a check cannot be altered
(before SQLite 3.53); its rows are copied as they are, and its triggers stand again afterwards.

Revision ID: 0003
Revises: 0002
"""

# ruff: noqa: E501 - literal statements stay as they were first run

from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


_LEDGER = (
    "CREATE TABLE ledger_kept AS SELECT * FROM ledger ORDER BY seq",
    "DROP TABLE ledger",
    """CREATE TABLE ledger (
    seq INTEGER NOT NULL,
    at TEXT NOT NULL,
    officer TEXT NOT NULL,
    station INTEGER NOT NULL,
    subject TEXT NOT NULL,
    reference TEXT NOT NULL,
    dossier_id INTEGER,
    event TEXT NOT NULL,
    from_state TEXT NOT NULL,
    to_state TEXT NOT NULL,
    reason TEXT NOT NULL,
    detail TEXT NOT NULL,
    previous_hash TEXT NOT NULL,
    hash TEXT NOT NULL,
    CONSTRAINT pk_ledger PRIMARY KEY (seq),
    CONSTRAINT ck_ledger_at CHECK (at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
    CONSTRAINT ck_ledger_officer CHECK (length(officer) > 0 AND length(officer) <= 200),
    CONSTRAINT ck_ledger_station CHECK (station BETWEEN 1 AND 99),
    CONSTRAINT ck_ledger_subject CHECK (subject IN ('DOSSIER', 'PROCEDURE', 'CALENDAR', 'SETTING', 'DATABASE', 'TARIFF', 'BOOK', 'CASH')),
    CONSTRAINT ck_ledger_reference CHECK (length(reference) <= 200),
    CONSTRAINT ck_ledger_event CHECK (length(event) > 0 AND length(event) <= 40),
    CONSTRAINT ck_ledger_from_state CHECK (length(from_state) <= 30),
    CONSTRAINT ck_ledger_to_state CHECK (length(to_state) <= 30),
    CONSTRAINT ck_ledger_reason CHECK (length(reason) <= 1000),
    CONSTRAINT ck_ledger_detail CHECK (length(detail) <= 4000000),
    CONSTRAINT ck_ledger_previous_hash CHECK (length(previous_hash) = 64 AND previous_hash NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT ck_ledger_hash CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    CONSTRAINT fk_ledger_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id)
)
 STRICT""",
    "INSERT INTO ledger SELECT * FROM ledger_kept ORDER BY seq",
    "DROP TABLE ledger_kept",
    "CREATE INDEX ix_ledger_dossier_id ON ledger (dossier_id) WHERE dossier_id IS NOT NULL",
    """CREATE TRIGGER ledger_no_update BEFORE UPDATE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER ledger_no_delete BEFORE DELETE ON ledger
BEGIN SELECT raise(ABORT, 'the ledger is append-only'); END""",
    """CREATE TRIGGER ledger_in_order BEFORE INSERT ON ledger
WHEN NEW.seq IS NOT (SELECT coalesce(max(seq), 0) + 1 FROM ledger)
  OR NEW.previous_hash IS NOT coalesce(
    (SELECT hash FROM ledger ORDER BY seq DESC LIMIT 1), printf('%064d', 0))
BEGIN SELECT raise(ABORT, 'the ledger grows by one row at a time'); END""",
)

_TABLES = (
    """CREATE TABLE yearly_series (
    series TEXT NOT NULL,
    agency TEXT NOT NULL,
    year INTEGER NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT pk_yearly_series PRIMARY KEY (series, agency, year),
    CONSTRAINT ck_yearly_series_series CHECK (series IN ('PAYMENT', 'SCT/BS', 'SCT/CK,ĐC', 'SCT/CKND', 'SCT/HĐ,GD')),
    CONSTRAINT ck_yearly_series_agency CHECK (length(agency) > 0 AND length(agency) <= 40),
    CONSTRAINT ck_yearly_series_year CHECK (year BETWEEN 2000 AND 2199),
    CONSTRAINT ck_yearly_series_last CHECK (last BETWEEN 1 AND 999999)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE yearly_gap (
    series TEXT NOT NULL,
    agency TEXT NOT NULL,
    year INTEGER NOT NULL,
    first_missing INTEGER NOT NULL,
    last_missing INTEGER NOT NULL,
    noted_at TEXT NOT NULL,
    CONSTRAINT pk_yearly_gap PRIMARY KEY (series, agency, year, first_missing),
    CONSTRAINT ck_yearly_gap_series CHECK (series IN ('PAYMENT', 'SCT/BS', 'SCT/CK,ĐC', 'SCT/CKND', 'SCT/HĐ,GD')),
    CONSTRAINT ck_yearly_gap_agency CHECK (length(agency) > 0 AND length(agency) <= 40),
    CONSTRAINT ck_yearly_gap_year CHECK (year BETWEEN 2000 AND 2199),
    CONSTRAINT ck_yearly_gap_first_missing CHECK (first_missing BETWEEN 1 AND 999999),
    CONSTRAINT ck_yearly_gap_last_missing CHECK (last_missing BETWEEN 1 AND 999999),
    CONSTRAINT ck_yearly_gap_noted_at CHECK (noted_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
    CONSTRAINT ck_yearly_gap_order CHECK (last_missing >= first_missing)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE certification_document (
    dossier_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    name TEXT NOT NULL,
    pages INTEGER NOT NULL,
    copies INTEGER NOT NULL,
    amount INTEGER NOT NULL,
    agency TEXT NOT NULL,
    book TEXT NOT NULL,
    year INTEGER NOT NULL,
    volume INTEGER NOT NULL,
    number INTEGER NOT NULL,
    CONSTRAINT pk_certification_document PRIMARY KEY (dossier_id, position),
    CONSTRAINT ck_certification_document_position CHECK (position BETWEEN 1 AND 200),
    CONSTRAINT ck_certification_document_kind CHECK (kind IN ('COPY', 'SIGNATURE', 'TRANSLATOR', 'TRANSACTION', 'AMENDMENT', 'CORRECTION')),
    CONSTRAINT ck_certification_document_name CHECK (length(name) > 0 AND length(name) <= 500),
    CONSTRAINT ck_certification_document_pages CHECK (pages BETWEEN 1 AND 9999),
    CONSTRAINT ck_certification_document_copies CHECK (copies BETWEEN 1 AND 999),
    CONSTRAINT ck_certification_document_amount CHECK (amount BETWEEN 0 AND 999999999999),
    CONSTRAINT ck_certification_document_agency CHECK (length(agency) > 0 AND length(agency) <= 40),
    CONSTRAINT ck_certification_document_book CHECK (book IN ('SCT/BS', 'SCT/CK,ĐC', 'SCT/CKND', 'SCT/HĐ,GD')),
    CONSTRAINT ck_certification_document_year CHECK (year BETWEEN 2000 AND 2199),
    CONSTRAINT ck_certification_document_volume CHECK (volume BETWEEN 1 AND 999),
    CONSTRAINT ck_certification_document_number CHECK (number BETWEEN 1 AND 999999),
    CONSTRAINT uq_certification_document_agency_book_year_number UNIQUE (agency, book, year, number),
    CONSTRAINT fk_certification_document_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE certification_volume (
    agency TEXT NOT NULL,
    book TEXT NOT NULL,
    year INTEGER NOT NULL,
    volume INTEGER NOT NULL,
    first_number INTEGER NOT NULL,
    opened_at TEXT NOT NULL,
    CONSTRAINT pk_certification_volume PRIMARY KEY (agency, book, year, volume),
    CONSTRAINT ck_certification_volume_agency CHECK (length(agency) > 0 AND length(agency) <= 40),
    CONSTRAINT ck_certification_volume_book CHECK (book IN ('SCT/BS', 'SCT/CK,ĐC', 'SCT/CKND', 'SCT/HĐ,GD')),
    CONSTRAINT ck_certification_volume_year CHECK (year BETWEEN 2000 AND 2199),
    CONSTRAINT ck_certification_volume_volume CHECK (volume BETWEEN 2 AND 999),
    CONSTRAINT ck_certification_volume_first_number CHECK (first_number BETWEEN 1 AND 999999),
    CONSTRAINT ck_certification_volume_opened_at CHECK (opened_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z')
)
 WITHOUT ROWID,
 STRICT""",
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
    CONSTRAINT ck_fee_line_adds_up CHECK (unit_amount IS NULL OR amount = unit_amount * quantity),
    CONSTRAINT ck_fee_line_exemption_has_ground CHECK ((exemption_ground IS NULL) = (exemption_text = '')),
    CONSTRAINT fk_fee_line_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE payment (
    id INTEGER NOT NULL,
    dossier_id INTEGER NOT NULL,
    ledger_seq INTEGER NOT NULL,
    agency TEXT NOT NULL,
    year INTEGER NOT NULL,
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
    reverses INTEGER,
    CONSTRAINT pk_payment PRIMARY KEY (id),
    CONSTRAINT ck_payment_agency CHECK (length(agency) > 0 AND length(agency) <= 40),
    CONSTRAINT ck_payment_year CHECK (year BETWEEN 2000 AND 2199),
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
    CONSTRAINT uq_payment_agency_year_number UNIQUE (agency, year, number),
    CONSTRAINT uq_payment_ledger_seq UNIQUE (ledger_seq),
    CONSTRAINT ck_payment_names_what_it_reverses CHECK ((kind = 'COLLECT') = (reverses IS NULL)),
    CONSTRAINT ck_payment_has_reason CHECK (kind = 'COLLECT' OR reason <> ''),
    CONSTRAINT fk_payment_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id),
    CONSTRAINT fk_payment_ledger_seq FOREIGN KEY(ledger_seq) REFERENCES ledger (seq),
    CONSTRAINT fk_payment_reverses FOREIGN KEY(reverses) REFERENCES payment (id)
)
 STRICT""",
    "CREATE INDEX ix_payment_day ON payment (agency, day, sheet)",
    "CREATE INDEX ix_payment_dossier_id ON payment (dossier_id)",
    "CREATE INDEX ix_payment_reverses ON payment (reverses) WHERE reverses IS NOT NULL",
    """CREATE TABLE cash_sheet (
    agency TEXT NOT NULL,
    day TEXT NOT NULL,
    sheet INTEGER NOT NULL,
    ledger_seq INTEGER NOT NULL,
    closed_at TEXT NOT NULL,
    officer TEXT NOT NULL,
    slips INTEGER NOT NULL,
    cash INTEGER NOT NULL,
    transfer INTEGER NOT NULL,
    counted INTEGER NOT NULL,
    reason TEXT NOT NULL,
    CONSTRAINT pk_cash_sheet PRIMARY KEY (agency, day, sheet),
    CONSTRAINT ck_cash_sheet_agency CHECK (length(agency) > 0 AND length(agency) <= 40),
    CONSTRAINT ck_cash_sheet_day CHECK (day GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    CONSTRAINT ck_cash_sheet_sheet CHECK (sheet BETWEEN 1 AND 99),
    CONSTRAINT ck_cash_sheet_closed_at CHECK (closed_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
    CONSTRAINT ck_cash_sheet_officer CHECK (length(officer) > 0 AND length(officer) <= 200),
    CONSTRAINT ck_cash_sheet_slips CHECK (slips BETWEEN 1 AND 999999),
    CONSTRAINT ck_cash_sheet_cash CHECK (cash BETWEEN -999999999999 AND 999999999999),
    CONSTRAINT ck_cash_sheet_transfer CHECK (transfer BETWEEN -999999999999 AND 999999999999),
    CONSTRAINT ck_cash_sheet_counted CHECK (counted BETWEEN 0 AND 999999999999),
    CONSTRAINT ck_cash_sheet_reason CHECK (length(reason) <= 1000),
    CONSTRAINT uq_cash_sheet_ledger_seq UNIQUE (ledger_seq),
    CONSTRAINT ck_cash_sheet_difference_has_reason CHECK (counted = cash OR reason <> ''),
    CONSTRAINT fk_cash_sheet_ledger_seq FOREIGN KEY(ledger_seq) REFERENCES ledger (seq)
)
 WITHOUT ROWID,
 STRICT""",
    """CREATE TABLE tariff_version (
    id INTEGER NOT NULL,
    code TEXT NOT NULL,
    effective_from TEXT NOT NULL,
    provenance TEXT NOT NULL,
    body BLOB NOT NULL,
    sha256 TEXT NOT NULL,
    CONSTRAINT pk_tariff_version PRIMARY KEY (id),
    CONSTRAINT ck_tariff_version_code CHECK (length(code) > 0 AND length(code) <= 60),
    CONSTRAINT ck_tariff_version_effective_from CHECK (effective_from GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    CONSTRAINT ck_tariff_version_provenance CHECK (provenance IN ('AS_PUBLISHED', 'COMPLETED', 'UNVERIFIED')),
    CONSTRAINT ck_tariff_version_sha256 CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*')
)
 STRICT""",
)

_TRIGGERS = (
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
    """CREATE TRIGGER cash_sheet_no_update BEFORE UPDATE ON cash_sheet
BEGIN SELECT raise(ABORT, 'a closed cash sheet is never changed'); END""",
    """CREATE TRIGGER cash_sheet_no_delete BEFORE DELETE ON cash_sheet
BEGIN SELECT raise(ABORT, 'a closed cash sheet is never deleted'); END""",
)


def upgrade() -> None:
    """Widen the ledger's subjects and add the tables of money and certification."""
    for statement in (*_LEDGER, *_TABLES, *_TRIGGERS):
        op.get_bind().exec_driver_sql(statement)
