"""Disks of this machine: on which one something lies, and what is plugged in."""

import ctypes
import os
import string
import sys
from pathlib import Path

_MOUNTS = Path("/proc/mounts")
_PLUGGED_UNDER = ("/media", "/run/media", "/mnt", "/Volumes")
"""Where desktops and people put what is plugged in."""
_REMOVABLE, _FIXED = 2, 3
_FLOPPIES = "AB"


def root_of(path: Path) -> Path:
    """The top folder of the disk that `path` lies on."""
    here = path.resolve()
    while not here.is_mount() and here != here.parent:
        here = here.parent
    return here


def are_apart(one: Path, other: Path) -> bool:
    """Whether two folders lie on different disks, as the system tells; not if one is gone."""
    try:
        return one.stat().st_dev != other.stat().st_dev
    except OSError:
        return False


def plugged() -> tuple[Path, ...]:
    """Top folders of the disks that can be taken out, or may be: never that of the system."""
    if sys.platform == "win32":  # pragma: no cover - asked of Windows itself
        return _drives()
    return _mounted(_MOUNTS)


def _mounted(mounts: Path) -> tuple[Path, ...]:
    try:
        lines = mounts.read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return ()
    points = (Path(line.split(" ")[1].replace("\\040", " ")) for line in lines if " " in line)
    return tuple(
        point
        for point in dict.fromkeys(points)
        if any(point.is_relative_to(above) for above in _PLUGGED_UNDER)
    )


if sys.platform == "win32":  # pragma: no cover - asked of Windows itself

    def _drives() -> tuple[Path, ...]:
        there = ctypes.windll.kernel32.GetLogicalDrives()
        system = os.environ.get("SYSTEMDRIVE", "C:").partition(":")[0].upper()
        letters = (
            letter
            for nth, letter in enumerate(string.ascii_uppercase)
            if there >> nth & 1 and letter not in {*_FLOPPIES, system}
        )
        kinds = {letter: ctypes.windll.kernel32.GetDriveTypeW(f"{letter}:\\") for letter in letters}
        return tuple(
            Path(f"{letter}:\\") for letter, kind in kinds.items() if kind in {_REMOVABLE, _FIXED}
        )
