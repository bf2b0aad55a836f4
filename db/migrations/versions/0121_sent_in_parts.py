"""Digests of sent events lie in parts of many, so that a large package is kept in a moment.

Revision ID: 121
Revises: 120
"""

from itertools import islice

import sqlalchemy as sa
from alembic import op

revision = "121"
down_revision = "120"

_EVENTS_OF_A_PART = 256


def upgrade() -> None:
    """Make the table, move what there is, and drop the rows of one event each."""
    op.create_table(
        "sent_part",
        sa.Column("package", sa.Integer(), nullable=False),
        sa.Column("first_position", sa.Integer(), nullable=False),
        sa.Column("digests", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["package"], ["package.id"], name=op.f("fk_sent_part_package")),
        sa.PrimaryKeyConstraint("package", "first_position", name=op.f("pk_sent_part")),
        sqlite_strict=True,
    )
    connection = op.get_bind()
    for package in (
        connection.execute(sa.text("SELECT id FROM package ORDER BY id")).scalars().all()
    ):
        _move(connection, package)
    op.drop_table("sent_event")


def _move(connection: sa.Connection, package: int) -> None:
    rows = connection.execute(
        sa.text("SELECT position, sha256 FROM sent_event WHERE package = :p ORDER BY position"),
        {"p": package},
    )
    left = iter(rows.all())
    while some := list(islice(left, _EVENTS_OF_A_PART)):
        held = b"".join(position.to_bytes(8, "big") + digest for position, digest in some)
        connection.execute(
            sa.text("INSERT INTO sent_part VALUES (:package, :first, :digests)"),
            {"package": package, "first": some[0][0], "digests": held},
        )
