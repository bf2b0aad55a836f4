"""That the program ended without closing the records: found at the next start, until a check.

Loaded before the window is painted: it is small for that.
"""

import contextlib
from pathlib import Path

from app import held_files
from db.durable import write_durably
from db.folder import DATABASE_FILE
from db.guard import access

_NOTE = f"{access.FOLDER}/dut-ngang"


def looks_so(folder: Path) -> bool:
    """Whether a log of the database lies there: quick, asked at every start."""
    try:
        return (folder / f"{DATABASE_FILE}-wal").stat().st_size > 0
    except OSError:
        return False


def note(folder: Path) -> None:
    """Keep that it is so, if it is. Held alone, before leftovers are swept."""
    if looks_so(folder) or any(map(access.is_of_the_dead, access.notes(folder))):
        with contextlib.suppress(OSError):
            write_durably(folder / _NOTE, b"", private=True)


def is_noted(folder: Path) -> bool:
    """Whether it was so, and nothing was checked since."""
    return (folder / _NOTE).exists()


def forget(folder: Path) -> None:
    """A check found everything whole."""
    with contextlib.suppress(OSError):
        held_files.remove(folder / _NOTE, missing_ok=True)
