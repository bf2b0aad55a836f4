"""Closures are declared and undone by number, and a promise says which of them moved it.

Revision ID: 127
Revises: 126
"""

import json
from datetime import UTC, datetime

import sqlalchemy as sa
from alembic import op

revision = "127"
down_revision = "126"
_BEFORE = "–"
"""Who declared the closures there were is not known."""


def upgrade() -> None:
    """Make the table, and number the closures the calendar holds: they moved no promise."""
    _make_table()
    op.add_column("promise", sa.Column("closure", sa.Integer(), nullable=True))
    op.create_index(
        "ix_promise_closure",
        "promise",
        ["closure", "dossier_id"],
        sqlite_where=sa.text("closure IS NOT NULL"),
        postgresql_where=sa.text("closure IS NOT NULL"),
    )
    connection = op.get_bind()
    body = connection.execute(
        sa.text("SELECT body FROM calendar_part WHERE part = 'closures'")
    ).scalar()
    for one in json.loads(body)["closures"] if body else ():
        begins, ends = (_utc(one[name]) for name in ("from", "to"))
        connection.execute(
            sa.text(
                "INSERT INTO closure (kind, from_at, to_at, reason, decision, declared_at, officer,"
                " station) VALUES ('FILED', :from_at, :to_at, :reason, :decision, :from_at,"
                " :officer, 1)"
            ),
            {
                "from_at": begins,
                "to_at": ends,
                "reason": one["reason"],
                "decision": one.get("decision") or "",
                "officer": _BEFORE,
            },
        )


def _make_table() -> None:
    moments = ("from_at", "to_at", "declared_at")
    lengths = {"kind": (1, 40), "reason": (0, 500), "decision": (0, 500), "officer": (1, 200)}
    op.create_table(
        "closure",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("from_at", sa.Text(), nullable=False),
        sa.Column("to_at", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("decision", sa.Text(), nullable=False),
        sa.Column("declared_at", sa.Text(), nullable=False),
        sa.Column("officer", sa.Text(), nullable=False),
        sa.Column("station", sa.Integer(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        *(
            sa.CheckConstraint(
                f"{name} LIKE '____-__-__T__:__:__Z'", name=op.f(f"ck_closure_{name}")
            )
            for name in moments
        ),
        *(
            sa.CheckConstraint(
                f"{f'length({name}) > 0 AND ' if least else ''}length({name}) <= {most}",
                name=op.f(f"ck_closure_{name}"),
            )
            for name, (least, most) in lengths.items()
        ),
        sa.CheckConstraint("station BETWEEN 1 AND 99", name=op.f("ck_closure_station")),
        sa.ForeignKeyConstraint(["undoes"], ["closure.id"], name=op.f("fk_closure_undoes")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_closure")),
        sa.UniqueConstraint("undoes", name=op.f("uq_closure_undoes")),
        sqlite_strict=True,
    )
    answer = "a declared closure is undone by another declaration, never changed"
    for done in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER closure_no_{done.lower()} BEFORE {done} ON closure\n"
            f"BEGIN SELECT raise(ABORT, '{answer}'); END"
        )


def _utc(text: str) -> str:
    moment = datetime.fromisoformat(text).astimezone(UTC)
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}"
