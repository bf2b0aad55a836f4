"""The data folder: is it a place a live database may lie in, and can we write there?"""

import errno
import os
import sys
from pathlib import Path

from app import held_files
from app.domain.errors import Damaged, DeskError
from app.wording.causes import cause
from db import room
from db.durable import make_folder

if sys.platform == "win32":  # pragma: no cover - asked of Windows itself
    import ctypes

_NETWORK_FILE_SYSTEMS = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs", "fuse.rclone",
    "davfs", "fuse.davfs", "vboxsf", "prl_fs",
})  # fmt: skip
_SYNC_FOLDERS = ("dropbox", "onedrive", "google drive", "googledrive", "icloud drive", "nextcloud")
_DRIVE_REMOTE = 4
_PROBE = 64 << 10
_MOST_OF_WINDOWS = 259
_LONGEST_INSIDE = 140
"""Letters of the longest name below the data folder: a paper that is being unpacked."""
DATABASE_FILE = "motcua.db"
LOG_OF_DATABASE = ("-wal", "-shm")
"""What the names of the files beside an open database end in."""
KEPT_LOGS = f"{DATABASE_FILE}-wal.giu-*"
"""Copies of the log of records that lacked something, made before a close does away with it."""
PAPERS_FOLDER = "giay-to"
BACKUPS_FOLDER = "sao-luu"
"""Where copies are written as long as the office names no other place."""
_FOLDERS = (PAPERS_FOLDER, BACKUPS_FOLDER)
_BESIDE = ("motcua.key", "motcua.head", *_FOLDERS, f"{DATABASE_FILE}-wal")


class FolderOnNetwork(DeskError):
    """Facts: path, kind."""


class FolderIsSynced(DeskError):
    """The folder is managed by a cloud program. Facts: path, program."""


class FolderNotWritable(DeskError):
    """Facts: path, why."""


class NotSetUp(DeskError):
    """The data folder is empty: `init` or the window's first questions come first. Facts: path."""


class DatabaseMissing(Damaged):
    """The rest of an office's data is there, the database is not. Facts: path, found."""


def is_set_up(folder: Path) -> bool:
    """Whether `folder` holds a database: an office is set up there whole, or not at all."""
    return (folder / DATABASE_FILE).exists()


def remains_of(folder: Path) -> tuple[str, ...]:
    """Names of what an office's data left in `folder` beside a database, or without it."""
    there = (name for name in _BESIDE if (folder / name).exists())
    return tuple(name for name in there if name not in _FOLDERS or any((folder / name).iterdir()))


def has_remains(folder: Path) -> bool:
    """Whether `folder` holds, or held, the data of an office."""
    return is_set_up(folder) or bool(remains_of(folder))


def require_office(folder: Path) -> None:
    """Refuse a folder without a database; remains of an office are damage, not an empty folder.

    Raises:
        NotSetUp: nothing of an office is there.
        DatabaseMissing: its key, ledger heads or papers are.
    """
    if is_set_up(folder):
        return
    remains = remains_of(folder)
    if remains:
        raise DatabaseMissing(path=str(folder), found=", ".join(remains))
    raise NotSetUp(path=str(folder))


def check_folder(folder: Path) -> None:
    """Refuse a folder a live database must not lie in; make it if it is not there.

    Where the disk is full the reserve of room is let go, so that the records can be opened.

    Raises:
        FolderOnNetwork, FolderIsSynced, FolderNotWritable: as named.
    """
    resolved = folder.resolve()
    require_short(resolved, sys.platform)
    kind = network_kind(resolved)
    if kind:
        raise FolderOnNetwork(path=str(resolved), kind=kind)
    for part in resolved.parts:
        for program in _SYNC_FOLDERS:
            if part.casefold().startswith(program):
                raise FolderIsSynced(path=str(resolved), program=part)
    try:
        make_folder(resolved)
        try:
            _write_probe(resolved)
        except OSError as error:
            if not (room.is_full(error) and room.release(resolved)):
                raise
            _write_probe(resolved)
    except OSError as error:
        raise FolderNotWritable(path=str(resolved), why=cause(error)) from None


def _write_probe(folder: Path) -> None:
    """As much as one page of a disk: less than that may still fit where nothing else does."""
    probe = folder / f".motcua-{os.getpid()}.tmp"
    try:
        probe.write_bytes(b"1" * _PROBE)
    finally:
        # A start beside this one takes leftovers away.
        held_files.remove(probe, missing_ok=True)


def require_short(folder: Path, system: str) -> None:
    """Refuse a folder in which the names of stored papers would be too long for Windows.

    Args:
        folder: whole.
        system: as `sys.platform` names it.

    Raises:
        FolderNotWritable: they would be.
    """
    if system == "win32" and len(str(folder)) + _LONGEST_INSIDE > _MOST_OF_WINDOWS:
        why = cause(OSError(errno.ENAMETOOLONG, ""))
        raise FolderNotWritable(path=str(folder), why=why)


def network_kind(folder: Path, mounts: Path = Path("/proc/mounts")) -> str:
    """The kind of network drive `folder` lies on; empty for a local disk."""
    if sys.platform == "win32":  # pragma: no cover - asked of Windows itself
        if str(folder).startswith("\\\\"):
            return "UNC"
        kind = ctypes.windll.kernel32.GetDriveTypeW(folder.anchor)
        return "network" if kind == _DRIVE_REMOTE else ""
    return _mounted_kind(folder, mounts)


def _mounted_kind(folder: Path, mounts: Path) -> str:
    """The file system of the longest mount point above `folder`, if it is a network's."""
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ""
    above = {str(folder), *map(str, folder.parents)}
    best, found = "", ""
    for line in lines:
        _, point, kind, *_ = [*line.split(" "), "", "", ""]
        where = point.replace("\\040", " ")
        if where in above and len(where) > len(best):
            best, found = where, kind
    return found if found in _NETWORK_FILE_SYSTEMS else ""
