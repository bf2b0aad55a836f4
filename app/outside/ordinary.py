"""Files that are read once and whole: ordinary ones only, and no more of them than is bounded."""

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO

from app.domain.errors import Unreadable
from app.domain.phrases import phrase
from app.wording.causes import cause

MOST_BYTES = 64 * 2**20
_HOW = os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NONBLOCK", 0)
"""A pipe into which nobody writes would be waited for without end."""


class FileUnreadable(Unreadable):
    """Facts: path, why (in Vietnamese)."""


class NotOrdinary(OSError):
    """A folder (EISDIR), or a pipe or device (ESPIPE): it was not opened."""


class TooLarge(ValueError):
    """The file holds more than is read of such a one."""


def open_ordinary(path: Path) -> BinaryIO:
    """`path`, opened for reading: what was looked at is what is read.

    Raises:
        NotOrdinary: a folder, a pipe, a device.
        OSError: not there, or not allowed.
    """
    _require_ordinary(path, path.stat())
    handle = os.open(path, _HOW)
    try:
        _require_ordinary(path, os.fstat(handle))  # somebody may have put another in its place
        return os.fdopen(handle, "rb")
    except BaseException:
        os.close(handle)
        raise


def read_bounded(path: Path, most: int) -> bytes:
    """The bytes of `path`.

    Raises:
        OSError: as `open_ordinary`.
        TooLarge: there are more than `most` of them.
    """
    with open_ordinary(path) as file:
        content = file.read(most + 1)
    if len(content) > most:
        raise TooLarge(str(path))
    return content


def read_file(path: Path, *, most: int = MOST_BYTES) -> bytes:
    """The bytes of a file a person named.

    Raises:
        FileUnreadable: not there, no ordinary file, not allowed, or larger than `most` bytes.
    """
    try:
        return read_bounded(path, most)
    except TooLarge:
        why = phrase("tệp lớn hơn {most} MB", most=most // 2**20)
        raise FileUnreadable(path=str(path), why=why) from None
    except OSError as error:
        raise FileUnreadable(path=str(path), why=why_unreadable(error)) from None


def why_unreadable(error: OSError) -> str:
    """Why a file that was named cannot be read, as part of a sentence."""
    return phrase("không có tệp này") if isinstance(error, FileNotFoundError) else cause(error)


def _require_ordinary(path: Path, seen: os.stat_result) -> None:
    if stat.S_ISDIR(seen.st_mode):
        raise NotOrdinary(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    if not stat.S_ISREG(seen.st_mode):
        raise NotOrdinary(errno.ESPIPE, os.strerror(errno.ESPIPE), str(path))
