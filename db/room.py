"""Room on the disk of the data folder: how much there is, and a reserve for the day it runs out.

The reserve (the ballast) is a file that nobody reads. The first work that finds no room lets go of
it, so that it can be done again at once; once there is room it is made anew.
"""

import contextlib
import errno
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app import held_files
from app.domain.errors import DeskError

BALLAST_FILE = "motcua.room"
BALLAST = 64 << 20
"""Bytes the reserve holds."""
LOW = 1 << 30
"""Bytes of room below which a person is told to make some."""
NONE_LEFT = 1 << 20
"""Bytes of room below which an error while writing is for want of room."""
_CHUNK = 1 << 20
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT})
_FULL_ON_WINDOWS = frozenset({39, 112})


class DiskFull(DeskError):
    """There was no room to keep the change; nothing of it was kept. No facts."""


class RoomFreed(DiskFull):
    """The same, and the reserve was let go: done again now, it will be kept. No facts."""


def free(folder: Path) -> int:
    """Bytes of room where `folder` lies; as good as endless where the system does not tell."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return 1 << 62


def is_low(folder: Path) -> bool:
    """Whether a person should make room soon."""
    return free(folder) < LOW


def is_full(error: OSError) -> bool:
    """Whether the system says that there is no room."""
    return error.errno in _FULL or getattr(error, "winerror", None) in _FULL_ON_WINDOWS


def has_none(folder: Path) -> bool:
    """Whether there is as good as no room where `folder` lies."""
    return free(folder) < NONE_LEFT


def full(folder: Path) -> DiskFull:
    """What is said of a change that found no room; lets go of the reserve, if there is one."""
    return RoomFreed() if release(folder) else DiskFull()


@contextmanager
def fullness_named(folder: Path) -> Iterator[None]:
    """Whatever finds no room in `folder` is said as that.

    Raises:
        DiskFull: there was none.
    """
    try:
        yield
    except OSError as error:
        # A stick may be full as well: that is not for this reserve.
        if not (is_full(error) and has_none(folder)):
            raise
        raise full(folder) from error


def release(folder: Path) -> bool:
    """Let go of the reserve; False if there was none."""
    try:
        held_files.remove(folder / BALLAST_FILE)
    except OSError:
        return False
    return True


def reserve(folder: Path) -> bool:
    """Make the reserve where it is missing and there is room; whether there is one now.

    It stops nothing that it cannot be made: the next time it is tried again.
    """
    path = folder / BALLAST_FILE
    with contextlib.suppress(OSError):
        if path.exists() and path.stat().st_size >= BALLAST:
            return True
        if free(folder) < LOW + BALLAST:
            return False
        half = folder / f".{BALLAST_FILE}.{os.getpid()}-{os.urandom(4).hex()}.tmp"
        try:
            _fill(half)
            held_files.replace(half, path)
        finally:
            held_files.remove(half, missing_ok=True)
        return True
    return False


def _fill(path: Path) -> None:
    """A file that really takes its room: written, since some systems keep a promise of it only."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        for _ in range(0, BALLAST, _CHUNK):
            file.write(os.urandom(_CHUNK))  # zeros may be packed away
        file.flush()
        os.fsync(file.fileno())
