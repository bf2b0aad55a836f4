"""The data folder: is it a place a live database may lie in, and can we write there?"""

import ctypes
import os
import sys
from pathlib import Path

from app.domain.errors import DeskError
from app.wording.causes import cause

_NETWORK_FILE_SYSTEMS = frozenset({
    "nfs", "nfs4", "cifs", "smb3", "smbfs", "fuse.sshfs", "9p", "afs", "ncpfs", "fuse.rclone",
    "davfs", "fuse.davfs", "vboxsf", "prl_fs",
})  # fmt: skip
_SYNC_FOLDERS = ("dropbox", "onedrive", "google drive", "googledrive", "icloud drive", "nextcloud")
_DRIVE_REMOTE = 4
DATABASE_FILE = "motcua.db"


class FolderOnNetwork(DeskError):
    """Facts: path, kind."""


class FolderIsSynced(DeskError):
    """The folder is managed by a cloud program. Facts: path, program."""


class FolderNotWritable(DeskError):
    """Facts: path, why."""


def is_set_up(folder: Path) -> bool:
    """Whether `folder` holds a database: an office is set up there whole, or not at all."""
    return (folder / DATABASE_FILE).exists()


def check_folder(folder: Path) -> None:
    """Refuse a folder a live database must not lie in; make it if it is not there.

    Raises:
        FolderOnNetwork, FolderIsSynced, FolderNotWritable: as named.
    """
    resolved = folder.resolve()
    kind = network_kind(resolved)
    if kind:
        raise FolderOnNetwork(path=str(resolved), kind=kind)
    for part in resolved.parts:
        for program in _SYNC_FOLDERS:
            if part.casefold().startswith(program):
                raise FolderIsSynced(path=str(resolved), program=part)
    try:
        resolved.mkdir(parents=True, exist_ok=True)
        probe = resolved / f".motcua-{os.getpid()}.tmp"
        probe.write_bytes(b"1")
        probe.unlink()
    except OSError as error:
        raise FolderNotWritable(path=str(resolved), why=cause(error)) from None


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
    best, found = -1, ""
    for line in lines:
        _, point, kind, *_ = [*line.split(" "), "", "", ""]
        where = Path(point.replace("\\040", " "))
        if len(where.parts) > best and folder.is_relative_to(where):
            best, found = len(where.parts), kind
    return found if found in _NETWORK_FILE_SYSTEMS else ""
