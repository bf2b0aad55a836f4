"""Stations may have volumes of certification and a series of payment slips of their own.

What was numbered until now is of the office's one series, station 0, and keeps its numbers. Each
table is made anew, since a key cannot be altered; the copy lies in the database itself, which is
encrypted.

Revision ID: 0005
Revises: 0004
"""

# ruff: noqa: E501 - literal statements stay as they were first run

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

# Name, columns copied, the column that is new (0 in every row) and the statement.
_TABLES = (
    (
        "yearly_series",
        "series, agency, year, last",
        "station",
        """CREATE TABLE yearly_series (
    series TEXT NOT NULL,
    agency TEXT NOT NULL,
    year INTEGER NOT NULL,
    station INTEGER NOT NULL,
    last INTEGER NOT NULL,
    CONSTRAINT pk_yearly_series PRIMARY KEY (series, agency, year, station),
    CONSTRAINT ck_yearly_series_series CHECK (series IN ('PAYMENT', 'SCT/BS', 'SCT/CK,ĐC', 'SCT/CKND', 'SCT/HĐ,GD')),
    CONSTRAINT ck_yearly_series_agency CHECK (length(agency) > 0 AND length(agency) <= 40),
    CONSTRAINT ck_yearly_series_year CHECK (year BETWEEN 2000 AND 2199),
    CONSTRAINT ck_yearly_series_station CHECK (station BETWEEN 0 AND 99),
    CONSTRAINT ck_yearly_series_last CHECK (last BETWEEN 1 AND 999999)
)
 WITHOUT ROWID,
 STRICT""",
    ),
    (
        "yearly_gap",
        "series, agency, year, first_missing, last_missing, noted_at",
        "station",
        """CREATE TABLE yearly_gap (
    series TEXT NOT NULL,
    agency TEXT NOT NULL,
    year INTEGER NOT NULL,
    station INTEGER NOT NULL,
    first_missing INTEGER NOT NULL,
    last_missing INTEGER NOT NULL,
    noted_at TEXT NOT NULL,
    CONSTRAINT pk_yearly_gap PRIMARY KEY (series, agency, year, station, first_missing),
    CONSTRAINT ck_yearly_gap_series CHECK (series IN ('PAYMENT', 'SCT/BS', 'SCT/CK,ĐC', 'SCT/CKND', 'SCT/HĐ,GD')),
    CONSTRAINT ck_yearly_gap_agency CHECK (length(agency) > 0 AND length(agency) <= 40),
    CONSTRAINT ck_yearly_gap_year CHECK (year BETWEEN 2000 AND 2199),
    CONSTRAINT ck_yearly_gap_station CHECK (station BETWEEN 0 AND 99),
    CONSTRAINT ck_yearly_gap_first_missing CHECK (first_missing BETWEEN 1 AND 999999),
    CONSTRAINT ck_yearly_gap_last_missing CHECK (last_missing BETWEEN 1 AND 999999),
    CONSTRAINT ck_yearly_gap_noted_at CHECK (noted_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
    CONSTRAINT ck_yearly_gap_order CHECK (last_missing >= first_missing)
)
 WITHOUT ROWID,
 STRICT""",
    ),
    (
        "certification_document",
        "dossier_id, position, kind, name, pages, copies, amount, agency, book, year, volume, number",
        "station",
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
    station INTEGER NOT NULL,
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
    CONSTRAINT ck_certification_document_station CHECK (station BETWEEN 0 AND 99),
    CONSTRAINT ck_certification_document_volume CHECK (volume BETWEEN 1 AND 9999),
    CONSTRAINT ck_certification_document_number CHECK (number BETWEEN 1 AND 999999),
    CONSTRAINT uq_certification_document_agency_book_year_station_number UNIQUE (agency, book, year, station, number),
    CONSTRAINT fk_certification_document_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id)
)
 WITHOUT ROWID,
 STRICT""",
    ),
    (
        "certification_volume",
        "agency, book, year, volume, first_number, opened_at",
        "",
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
    CONSTRAINT ck_certification_volume_volume CHECK (volume BETWEEN 2 AND 9999),
    CONSTRAINT ck_certification_volume_first_number CHECK (first_number BETWEEN 1 AND 999999),
    CONSTRAINT ck_certification_volume_opened_at CHECK (opened_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z')
)
 WITHOUT ROWID,
 STRICT""",
    ),
    (
        "payment",
        "id, dossier_id, ledger_seq, agency, year, number, kind, amount, method, at, day, sheet, officer, station, payer, reference, reason, reverses",
        "slip_station",
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
    """Add whose series a number is of."""
    for table, columns, added, statement in _TABLES:
        kept = f"{table}_kept"
        _run(f"CREATE TABLE {kept} AS SELECT {columns} FROM {table}")  # noqa: S608 - our own text
        _run(f"DROP TABLE {table}")
        _run(statement)
        new, zero = (f", {added}", ", 0") if added else ("", "")
        _run(f"INSERT INTO {table} ({columns}{new}) SELECT {columns}{zero} FROM {kept}")  # noqa: S608 - our own text
        _run(f"DROP TABLE {kept}")
    for statement in _AFTERWARDS:
        _run(statement)


def _run(statement: str) -> None:
    # The driver itself: a colon in a check is no parameter.
    op.get_bind().exec_driver_sql(statement)
