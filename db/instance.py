"""One window per data folder: a lock the system lets go of when the process ends, however."""

import contextlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from app import held_files
from app.domain.errors import DeskError
from app.outside.ordinary import read_bounded
from db.durable import make_folder

LOCK_FILE = "motcua.lock"


class FolderInUse(DeskError):
    """Another window has the folder open. Facts: path, pid (as text, or "?")."""


@contextmanager
def hold(folder: Path) -> Iterator[None]:
    """Hold the folder's lock for the block.

    Raises:
        FolderInUse: someone else holds it.
    """
    make_folder(folder)
    path = folder / LOCK_FILE
    with path.open("a+b") as file:
        if not _take(file):
            raise FolderInUse(path=str(path), pid=_holder(folder))
        _write_pid(folder)
        try:
            yield
        finally:
            with contextlib.suppress(OSError):
                held_files.remove(folder / f"{LOCK_FILE}.pid")
            _release(file)


def _holder(folder: Path) -> str:
    try:
        return read_bounded(folder / f"{LOCK_FILE}.pid", 20).decode("ascii").strip() or "?"
    except (OSError, UnicodeDecodeError):
        return "?"


def _write_pid(folder: Path) -> None:
    # Beside the lock, not in it: Windows lets nobody read a locked file.
    (folder / f"{LOCK_FILE}.pid").write_text(str(os.getpid()), encoding="ascii")


if sys.platform == "win32":  # pragma: no cover - the other branch is the one tested here
    import msvcrt

    def _take(file: IO[bytes]) -> bool:
        try:
            file.seek(0)
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _release(file: IO[bytes]) -> None:
        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_UNLCK, 1)
else:
    import fcntl

    def _take(file: IO[bytes]) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            return False
        return True

    def _release(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_UN)
