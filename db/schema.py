"""The schema's number, readable without SQLAlchemy or Alembic."""

from app.domain.errors import DeskError

APPLICATION_ID = 0x4D43_3031
"""``MC01`` in the database header: this file is ours."""

FIRST_SCHEMA = 100
"""Schemas below were of trial versions and are not taken over."""
SCHEMA_VERSION = 127
"""The number of the schema this program writes; revision of the migrations of that name."""


class NewerSchema(DeskError):
    """The database was written by a newer program. Facts: found, known."""


class TrialSchema(DeskError):
    """The database was written by a trial version, before there were offices. Facts: found."""


def check_known(found: int) -> None:
    """Refuse a database this program cannot bring to its schema; 0 is one still empty.

    Raises:
        NewerSchema: `found` is above `SCHEMA_VERSION`.
        TrialSchema: `found` is of a trial version.
    """
    if found > SCHEMA_VERSION:
        raise NewerSchema(found=found, known=SCHEMA_VERSION)
    if 0 < found < FIRST_SCHEMA:
        raise TrialSchema(found=found)
