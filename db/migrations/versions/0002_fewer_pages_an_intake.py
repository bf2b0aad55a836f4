"""Drop indexes no question uses, keep drafts in one tree: fewer pages written an intake.

People are found by the search table, the events of a dossier by its ledger rows.

Revision ID: 0002
Revises: 0001
"""

# ruff: noqa: E501 - literal statements stay as they were first run

from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "DROP INDEX ix_dossier_person",
    "DROP INDEX ix_dossier_phone",
    "DROP INDEX ix_outbox_dossier_id",
    "CREATE TABLE draft_kept AS SELECT * FROM draft",
    "DROP TABLE draft",
    """CREATE TABLE draft (
    id TEXT NOT NULL,
    station INTEGER NOT NULL,
    officer TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    summary TEXT NOT NULL,
    body TEXT NOT NULL,
    CONSTRAINT ck_draft_station CHECK (station BETWEEN 1 AND 99),
    CONSTRAINT ck_draft_officer CHECK (length(officer) <= 200),
    CONSTRAINT ck_draft_saved_at CHECK (saved_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
    CONSTRAINT ck_draft_summary CHECK (length(summary) <= 300),
    CONSTRAINT ck_draft_body CHECK (length(body) <= 2000000),
    CONSTRAINT pk_draft PRIMARY KEY (id)
)
 WITHOUT ROWID,
 STRICT""",
    "INSERT INTO draft SELECT id, station, officer, saved_at, summary, body FROM draft_kept",
    "DROP TABLE draft_kept",
)


def upgrade() -> None:
    """Take away the indexes and make the table of drafts anew with its rows."""
    for statement in _STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
