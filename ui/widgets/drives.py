"""Where a file dialog begins: the folder used last, else a drive that is plugged in."""

import ctypes
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QStorageInfo

_UNDER = ("/media/", "/run/media/", "/Volumes/")
"""Where systems other than Windows put drives that are plugged in."""
_REMOVABLE = 2
"""What Windows calls such a drive (GetDriveType)."""


def begin_at(last: str) -> str:
    """The folder used last if it is still there, else the first drive, else empty."""
    if last and Path(last).is_dir():
        return last
    return next(iter(plugged_in()), "")


def plugged_in() -> Sequence[str]:
    """The roots of drives that are plugged in and can be written to."""
    return [
        volume.rootPath()
        for volume in QStorageInfo.mountedVolumes()
        if volume.isValid()
        and volume.isReady()
        and not volume.isReadOnly()
        and is_plugged_in(volume.rootPath())
    ]


def is_plugged_in(root: str) -> bool:
    """Whether `root` is that of a drive one can pull out."""
    if sys.platform == "win32":
        return ctypes.windll.kernel32.GetDriveTypeW(root.replace("/", "\\")) == _REMOVABLE
    return root.startswith(_UNDER)
