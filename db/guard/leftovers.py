"""What a killed program left: folders with database and key, half files, here and on sticks.

They hold keys and personal data: the next start takes them away, as soon as nobody else works on
the data folder, so that whatever is temporary is of a dead process.
"""

import contextlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import held_files
from db.folder import PAPERS_FOLDER
from db.guard import access, swap

TEMPORARY = ".motcua-tam-"
"""How the names of folders begin in which a copy is unpacked, checked or made."""
LENT = "xem-tam"
"""The folder of copies of papers lent to a viewer: beside the database, not among the system's
temporary files, which others may list. The next start finds what a kill left of it."""
_HERE = (
    (TEMPORARY, ""),
    (".motcua-", ".tmp"),
    (".motcua.", ".tmp"),
    ("motcua-truoc-nang-cap-", ".db.tmp"),
    ("motcua-truoc-nang-cap-", ".db.tmp-wal"),
    ("motcua-truoc-nang-cap-", ".db.tmp-shm"),
    ("motcua-truoc-nang-cap-", ".db.tmp-journal"),
    ("motcua.db.moi", ""),
    (LENT, ""),
)
"""How names in the data folder begin and end."""
_DEEPER = (f"{access.FOLDER}/.*.tmp", f"{PAPERS_FOLDER}/*/.*.tmp")
_OUTSIDE = ".motcua-nhap-*.tmp"
"""Drafts of files written elsewhere, as `app.exchange.new_file` names and holds them."""
_KEPT = ".con-lai"
"""Ends the notes of the dead that speak of a stick that is not there now."""


@contextmanager
def temporary_folder(folder: Path) -> Iterator[Path]:
    """A private folder inside the data folder, gone afterwards, or at the next start.

    As long as a swap is unfinished it stays: what is to come in may still stand there.
    """
    made = folder / f"{TEMPORARY}{os.getpid()}-{os.urandom(4).hex()}"
    made.mkdir(mode=0o700, parents=True)
    try:
        yield made
    finally:
        if not swap.is_unfinished(folder):
            shutil.rmtree(made, ignore_errors=True)


def are_there(folder: Path) -> bool:
    """Whether a killed program may have left something: quick, asked at every start."""
    if any(_left(folder)):
        return True
    return any(map(access.is_of_the_dead, access.notes(folder))) or any(_reachable(folder))


def sweep(folder: Path) -> None:
    """Take away what is left; what cannot be now, at the next start. Held alone."""
    deeper = (path for pattern in _DEEPER for path in folder.glob(pattern))
    for path in (*_left(folder), *deeper):
        _remove(path)
    for note in (*access.notes(folder), *_reachable(folder)):
        if access.is_of_the_dead(note):
            _sweep_outside(note)


def _left(folder: Path) -> Iterator[Path]:
    """What is left in the data folder itself."""
    for name in os.listdir(folder):  # noqa: PTH208 - one call, where names are all that is asked
        if any(name.startswith(start) and name.endswith(end) for start, end in _HERE):
            yield folder / name


def _reachable(folder: Path) -> Iterator[Path]:
    """Notes kept from earlier whose stick is back."""
    for note in (folder / access.FOLDER).glob(f"*{_KEPT}"):
        if any(Path(place).is_dir() for place in _outside(note)):
            yield note


def _sweep_outside(note: Path) -> None:
    """Half files where the dead process wrote; the note stays if one of the places is not there."""
    places = [Path(place) for place in _outside(note)]
    for place in places:
        for path in place.glob(_OUTSIDE):
            if access.is_of_the_dead(path):  # another office's program may be writing there
                _remove(path)
    with contextlib.suppress(OSError):
        if all(place.is_dir() for place in places):
            held_files.remove(note)
        elif note.suffix != _KEPT:
            held_files.rename(note, note.with_suffix(_KEPT))


def _outside(note: Path) -> list[str]:
    places = access.read_note(note).get("outside", [])
    return [place for place in places if isinstance(place, str)] if isinstance(places, list) else []


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
        return
    with contextlib.suppress(OSError):
        held_files.remove(path)
