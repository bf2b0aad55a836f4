"""Files that are whole or not there: temporary name, sync, rename, sync of the folder."""

import contextlib
import os
from pathlib import Path
from typing import IO

from app import held_files

_MANY = 500
"""Files that are synced one by one; more of them together, where the system can."""


def write_durably(path: Path, content: bytes, *, private: bool = False) -> None:
    """Write `content` to `path` so that a power cut leaves the old file or the new one.

    Args:
        path: where; its folder exists.
        content: all of it.
        private: readable and writable by the user only.

    Raises:
        OSError: nothing was changed; no temporary file is left where it could be removed.
    """
    temporary = path.with_name(f".{path.name}.{os.getpid()}-{os.urandom(4).hex()}.tmp")
    mode = 0o600 if private else 0o644
    try:
        handle = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        held_files.replace(temporary, path)
    except OSError:
        with contextlib.suppress(OSError):
            held_files.remove(temporary, missing_ok=True)
        raise
    sync_folder(path.parent)


def append(file: IO[bytes], content: bytes) -> None:
    """Put all of `content` behind what the file holds; `sync_content` makes it durable.

    Args:
        file: opened for appending, without a buffer of its own.
        content: what is added.

    Raises:
        OSError: some of it, or nothing, may be there.
    """
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file.fileno(), rest) :]


def sync_content(file: IO[bytes]) -> None:
    """Make durable what the file holds; when it was changed need not last."""
    getattr(os, "fdatasync", os.fsync)(file.fileno())


def make_folder(path: Path) -> None:
    """Make a folder that its user alone can open, durably, with those above it; or leave it.

    Raises:
        OSError: it is not there.
    """
    if path.is_dir():
        return
    make_folder(path.parent)
    path.mkdir(mode=0o700, exist_ok=True)
    sync_folder(path.parent)


def make_private(path: Path) -> None:
    """Make an empty file at `path` that its user alone can read; one that is there stays."""
    os.close(os.open(path, os.O_RDWR | os.O_CREAT, 0o600))


def sync_all(folder: Path) -> None:
    """Make everything in `folder` durable, its folders and files at every depth.

    Raises:
        OSError: it is not.
    """
    everything = sorted(folder.rglob("*"))
    if len(everything) > _MANY and hasattr(os, "sync"):
        os.sync()  # thousands of papers at once; what matters most is asked for by name below
        everything = sorted(folder.iterdir())
    for path in everything:
        if path.is_dir():
            sync_folder(path)
        else:
            with path.open("r+b") as file:
                os.fsync(file.fileno())
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """Make names in `folder` durable; Windows does so by itself."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
