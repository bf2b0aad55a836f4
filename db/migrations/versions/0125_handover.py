"""Dossiers are handed over between agencies, each time on a record with a number of its own.

Revision ID: 125
Revises: 124
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import SchemaItem

revision = "125"
down_revision = "124"

_KEPT = {
    "handover": "a record of hand-over is never changed or deleted",
    "handover_line": "what a record of hand-over lists is never changed or deleted",
    "handover_difference": "what was found at a hand-over is never changed or deleted",
}


def upgrade() -> None:
    """Make the tables; no dossier has left the desk so far."""
    _make_rules()
    _make_handing()
    _make_records()
    for table, words in _KEPT.items():
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"""CREATE TRIGGER {table}_no_{change.lower()} BEFORE {change} ON {table}
BEGIN SELECT raise(ABORT, '{words}'); END"""
            )


def _make_rules() -> None:
    op.create_table(
        "work_agency",
        sa.Column("key", sa.Text(), nullable=False),
        *_text("work_agency", "name", 200, empty=False),
        sa.Column("is_used", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_work_agency")),
        sqlite_strict=True,
    )
    op.create_table(
        "work_plan",
        sa.Column("procedure_code", sa.Text(), nullable=False),
        *_text("work_plan", "steps", 200_000, empty=False),
        sa.PrimaryKeyConstraint("procedure_code", name=op.f("pk_work_plan")),
        sqlite_strict=True,
    )


def _make_handing() -> None:
    name = "handing"
    op.create_table(
        name,
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        *_number(name, "position", 1, 10_000),
        *_text(name, "agency", 200),
        *_moment(name, "handed_at"),
        *_text(name, "handed_by", 200, empty=False),
        *_text(name, "record", 40, empty=False),
        *_text(name, "step", 10_000),
        *_text(name, "left_step", 10_000),
        *_moment(name, "taken_at", null=True),
        *_text(name, "taken_by", 200),
        *_moment(name, "missed_at", null=True),
        *_moment(name, "left_at", null=True),
        sa.ForeignKeyConstraint(["dossier_id"], ["dossier.id"], name=op.f("fk_handing_dossier_id")),
        sa.PrimaryKeyConstraint("dossier_id", "position", name=op.f("pk_handing")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_handing_lies",
        name,
        ["agency", "dossier_id"],
        sqlite_where=sa.text("left_at IS NULL"),
        postgresql_where=sa.text("left_at IS NULL"),
    )


def _make_records() -> None:
    name = "handover"
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        *_text(name, "agency", 40, empty=False),
        *_number(name, "year", 2_000, 2_199),
        *_number(name, "station", 0, 99),
        *_number(name, "number", 1, 999_999),
        *_text(name, "giver", 200),
        *_text(name, "receiver", 200),
        *_text(name, "officer", 200, empty=False),
        *_moment(name, "made_at"),
        *_number(name, "lines", 1, 500),
        sa.Column("body", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover")),
        sa.UniqueConstraint(
            "agency", "year", "station", "number",
            name=op.f("uq_handover_agency_year_station_number"),
        ),
        sqlite_strict=True,
    )  # fmt: skip
    name = "handover_line"
    op.create_table(
        name,
        sa.Column("handover_id", sa.Integer(), nullable=False),
        *_number(name, "position", 1, 500),
        sa.Column("dossier_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["handover_id"], ["handover.id"], name=op.f("fk_handover_line_handover_id")
        ),
        sa.ForeignKeyConstraint(
            ["dossier_id"], ["dossier.id"], name=op.f("fk_handover_line_dossier_id")
        ),
        sa.PrimaryKeyConstraint("handover_id", "position", name=op.f("pk_handover_line")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("ix_handover_line_dossier_id", name, ["dossier_id"])
    name = "handover_difference"
    op.create_table(
        name,
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("handover_id", sa.Integer(), nullable=False),
        *_text(name, "kind", 40, empty=False),
        *_text(name, "code", 300, empty=False),
        *_text(name, "why", 1_000),
        *_moment(name, "noted_at"),
        *_text(name, "officer", 200, empty=False),
        sa.ForeignKeyConstraint(
            ["handover_id"], ["handover.id"], name=op.f("fk_handover_difference_handover_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handover_difference")),
        sqlite_strict=True,
    )
    op.create_index("ix_handover_difference_handover_id", name, ["handover_id"])


def _text(table: str, name: str, most: int, *, empty: bool = True) -> list[SchemaItem]:
    least = "" if empty else f"length({name}) > 0 AND "
    check = f"{least}length({name}) <= {most}"
    return [sa.Column(name, sa.Text(), nullable=False), _check(table, name, check)]


def _moment(table: str, name: str, *, null: bool = False) -> list[SchemaItem]:
    check = f"{name} LIKE '____-__-__T__:__:__Z'"
    return [sa.Column(name, sa.Text(), nullable=null), _check(table, name, check)]


def _number(table: str, name: str, least: int, most: int) -> list[SchemaItem]:
    check = f"{name} BETWEEN {least} AND {most}"
    return [sa.Column(name, sa.Integer(), nullable=False), _check(table, name, check)]


def _check(table: str, name: str, check: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(check, name=op.f(f"ck_{table}_{name}"))
