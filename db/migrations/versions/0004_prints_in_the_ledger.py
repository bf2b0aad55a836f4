"""The ledger tells of prints.

The table is made anew, since a check cannot be altered. Its statement, index and triggers are those
found, with one subject more: what an earlier revision made of it stays as it is. Rows keep their
numbers and hashes. The copy lies in the database itself, which is encrypted; a temporary table
might not be.

Revision ID: 0004
Revises: 0003
"""

import re

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_SUBJECTS = re.compile(r"(subject IN \([^)]*)\)")


def upgrade() -> None:
    """Add the subject PRINT."""
    found = op.get_bind().exec_driver_sql(
        "SELECT type, sql FROM sqlite_master WHERE tbl_name = 'ledger' AND sql IS NOT NULL"
    )
    statements = list(found)
    (table,) = (sql for kind, sql in statements if kind == "table")
    wider, count = _SUBJECTS.subn(r"\1, 'PRINT')", table)
    if count != 1:
        raise ValueError(table)
    _run("CREATE TABLE ledger_kept AS SELECT * FROM ledger ORDER BY seq")
    _run("DROP TABLE ledger")
    _run(wider)
    _run("INSERT INTO ledger SELECT * FROM ledger_kept ORDER BY seq")
    _run("DROP TABLE ledger_kept")
    for kind, sql in statements:
        if kind != "table":
            _run(sql)


def _run(statement: str) -> None:
    # The driver itself: a colon in a check is no parameter.
    op.get_bind().exec_driver_sql(statement)
