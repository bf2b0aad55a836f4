"""Requests that were answered, so that the same one again is answered the same and does nothing."""

from sqlalchemy import Column, Text

from db.tables.columns import blob, digest, kind, moment, table

answered_request = table(
    "answered_request",
    Column("id", Text, primary_key=True),
    *kind("use_case"),
    *digest("asked"),
    *moment("answered_at"),
    *blob("answer"),
    by_key=True,
    only_grows="an answered request is kept as it is",
)
