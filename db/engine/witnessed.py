"""Records with a ledger must have their witness beside them: asked by the driver alone."""

from pathlib import Path

from sqlcipher3 import dbapi2

from db.witness.known import HEAD_FILE, HeadMissing, require_summary

_LAST = "SELECT coalesce(max(seq), 0) FROM ledger WHERE chain = 0"


def require_witness(connection: dbapi2.Connection, folder: Path) -> None:
    """Refuse records without a witness, of the present schema; what it knows is compared later.

    Raises:
        HeadMissing, HeadFileDamaged: as named.
    """
    if not require_summary(folder) and connection.execute(_LAST).fetchone()[0]:
        raise HeadMissing(path=str(folder / HEAD_FILE))
