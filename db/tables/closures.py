"""Closures of the desk: each declaration, and each undoing of one, with its own number."""

from sqlalchemy import Column, ForeignKey, Integer, UniqueConstraint

from db.tables.columns import kind, moment, number, table, text

# `from_at` up to, not including, `to_at` the desk is shut; `undoes` is the declaration that is
# undone. Which closures are in force stands in the calendar (`calendar_part`).
closure = table(
    "closure",
    Column("id", Integer, primary_key=True),
    *kind("kind"),
    *moment("from_at"),
    *moment("to_at"),
    *text("reason", most=500),
    *text("decision", most=500),
    *moment("declared_at"),
    *text("officer", most=200, empty=False),
    *number("station", 1, 99),
    Column("undoes", Integer, ForeignKey("closure.id"), nullable=True),
    UniqueConstraint("undoes"),
    only_grows="a declared closure is undone by another declaration, never changed",
)
