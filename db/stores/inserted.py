"""The row number that an insert was given."""

from typing import Any

from sqlalchemy import CursorResult


def row_of(made: CursorResult[Any]) -> int:
    """The number of the one row that was inserted."""
    key = made.inserted_primary_key
    assert key is not None  # noqa: S101 - one row was inserted
    return int(key[0])
