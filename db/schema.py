"""The schema's number, readable without SQLAlchemy or Alembic."""

from app.domain.errors import DeskError

APPLICATION_ID = 0x4D43_3031
"""``MC01`` in the database header: this file is ours."""

SCHEMA_VERSION = 7
"""``user_version`` of a database this program writes; revision ``000N`` of the migrations."""


class NewerSchema(DeskError):
    """The database was written by a newer program. Facts: found, known."""


def check_not_newer(found: int) -> None:
    """Refuse a database of a newer program.

    Raises:
        NewerSchema: `found` is above `SCHEMA_VERSION`.
    """
    if found > SCHEMA_VERSION:
        raise NewerSchema(found=found, known=SCHEMA_VERSION)
