"""Keep promises in one tree and days in the index of numbers: fewer pages written an intake.

What was received on a day is found by agency and day, which the unique index of numbers holds.

Revision ID: 0007
Revises: 0006
"""

# ruff: noqa: E501 - literal statements stay as they were first run

from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None

_STATEMENTS = (
    "DROP INDEX ix_dossier_received_at",
    "CREATE TABLE promise_kept AS SELECT * FROM promise ORDER BY id",
    "DROP TABLE promise",
    """CREATE TABLE promise (
    dossier_id INTEGER NOT NULL,
    position INTEGER NOT NULL,
    kind TEXT NOT NULL,
    due_at TEXT,
    calendar_confirmed INTEGER NOT NULL,
    made_at TEXT NOT NULL,
    CONSTRAINT ck_promise_position CHECK (position BETWEEN 1 AND 10000),
    CONSTRAINT ck_promise_kind CHECK (kind IN ('FIRST', 'PAUSED', 'RESTARTED', 'EXTENDED')),
    CONSTRAINT ck_promise_due_at CHECK (due_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
    CONSTRAINT ck_promise_calendar_confirmed CHECK (calendar_confirmed BETWEEN 0 AND 1),
    CONSTRAINT ck_promise_made_at CHECK (made_at GLOB '[12][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]T[0-2][0-9]:[0-5][0-9]:[0-5][0-9]Z'),
    CONSTRAINT pk_promise PRIMARY KEY (dossier_id, position),
    CONSTRAINT fk_promise_dossier_id FOREIGN KEY(dossier_id) REFERENCES dossier (id)
)
 WITHOUT ROWID,
 STRICT""",
    """INSERT INTO promise
SELECT dossier_id, row_number() OVER (PARTITION BY dossier_id ORDER BY id), kind, due_at, calendar_confirmed, made_at
FROM promise_kept""",
    "DROP TABLE promise_kept",
)


def upgrade() -> None:
    """Take away the index and make the table of promises anew with its rows."""
    for statement in _STATEMENTS:
        op.get_bind().exec_driver_sql(statement)
