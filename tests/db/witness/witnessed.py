"""What a data folder's witness knows, and a witness that knows otherwise."""

from dataclasses import replace

from db.witness.known import Known, read_known, write_known


def heads(folder):
    """How far each chain reached, as far as the witness knows."""
    return read_known(folder).heads


def knows(folder, heads, numbers=None):
    """Make the witness in `folder` know these heads of the ledger, and no others."""
    known = read_known(folder) or Known()
    write_known(folder, replace(known, heads=heads, numbers=numbers or known.numbers))
