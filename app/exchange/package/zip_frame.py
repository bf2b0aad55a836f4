"""The bytes of a package's ZIP that are not content: the same facts always give the same bytes.

Members are stored, unencrypted, dated 1980-01-01 and follow each other without gaps. A file whose
frame is anything else was not written as a package is: changed, padded, nested or made to expand.
"""

import io
import struct
import zipfile
from collections.abc import Iterable
from typing import BinaryIO

EPOCH = (1980, 1, 1, 0, 0, 0)
MODE = 0o644 << 16
_UNIX = 3
_VERSION = 20
_DOS_TIME, _DOS_DATE = 0, 1 << 5 | 1
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


class FrameDiffers(ValueError):
    """The file is no package as one is written."""


def member(name: str) -> zipfile.ZipInfo:
    """The entry of a member to be written."""
    info = zipfile.ZipInfo(name, EPOCH)
    info.compress_type = zipfile.ZIP_STORED
    info.create_system = _UNIX
    info.external_attr = MODE
    return info


def check_end(file: BinaryIO, names: Iterable[str]) -> None:
    """Look at the last bytes alone, before a directory of any size is read into memory.

    Raises:
        FrameDiffers: they do not announce a directory of exactly these members.
    """
    lengths = [_CENTRAL.size + len(name.encode()) for name in names]
    file.seek(0, io.SEEK_END)
    size = file.tell()
    if size < sum(lengths) + _END.size:
        raise FrameDiffers
    start = size - _END.size - sum(lengths)
    count = len(lengths)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, sum(lengths), start, 0)
    _expect(file, size - _END.size, end)


def check_frame(file: BinaryIO, infos: Iterable[zipfile.ZipInfo]) -> None:
    """Compare every byte outside the members' content with what it must be.

    Args:
        file: the whole package.
        infos: its entries as the directory at its end gives them; that nothing follows the
            directory is what `check_end` has seen.

    Raises:
        FrameDiffers: at the first difference, also for data before or between members.
    """
    offset = 0
    directory: list[bytes] = []
    for info in infos:
        name = info.filename.encode()
        sizes = (info.CRC, info.file_size, info.file_size)
        local = _LOCAL.pack(b"PK\3\4", _VERSION, 0, 0, _DOS_TIME, _DOS_DATE, *sizes, len(name), 0)
        _expect(file, offset, local + name)
        directory.append(
            _CENTRAL.pack(
                b"PK\1\2", _UNIX << 8 | _VERSION, _VERSION, 0, 0, _DOS_TIME, _DOS_DATE,
                *sizes, len(name), 0, 0, 0, 0, MODE, offset,
            )
            + name
        )  # fmt: skip
        offset += len(local) + len(name) + info.file_size
    listed = b"".join(directory)
    count = len(directory)
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(listed), offset, 0)
    _expect(file, offset, listed + end)


def _expect(file: BinaryIO, offset: int, wanted: bytes) -> None:
    file.seek(offset)
    if file.read(len(wanted)) != wanted:
        raise FrameDiffers
