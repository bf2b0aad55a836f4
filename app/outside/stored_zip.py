"""Packed files (ZIP) as this program writes them: nothing in them is packed, hidden or shared.

Members are stored as they are, so that no file holds more than it is long. Refused before any of it
is read are a directory beyond bounds, compression, encryption, links and folders, doubled names,
members that overlap or have something between them, and bytes before the first or after the last.
"""

import stat
import struct
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from app.domain.phrases import Phrase, phrase

BLOCK = 2**20
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_END_64 = struct.Struct("<4sQ2H2L4Q")
_LOCATOR = struct.Struct("<4sLQL")
_MOST_NAME, _MOST_EXTRA = 100, 40
_FULL_16, _FULL_32 = 0xFFFF, 0xFFFFFFFF
_ALTERED = phrase("bị cắt hoặc đã bị thay đổi")
_SPOILT = (
    zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, EOFError,
    ValueError, LookupError, OverflowError, struct.error,
)  # fmt: skip
"""What reading a directory or a member ends in that is damaged, or was made to do harm."""


class ArchiveRefused(Exception):
    """Not packed as this program packs; `why` says what, in Vietnamese."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why)
        self.why = why


@dataclass(frozen=True, slots=True)
class StoredZip:
    """A file whose frame was looked at; its members are read by the names it lists."""

    archive: zipfile.ZipFile
    infos: tuple[zipfile.ZipInfo, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Of all members, in the order they lie in."""
        return tuple(info.filename for info in self.infos)

    def size_of(self, name: str) -> int:
        """How many bytes a member is long."""
        return self.archive.getinfo(name).file_size

    def blocks(self, name: str) -> Iterator[bytes]:
        """The content of a member, a block at a time, against its checksum.

        Raises:
            ArchiveRefused: it is cut or was altered.
        """
        try:
            with self.archive.open(name) as part:
                while block := part.read(BLOCK):
                    yield block
        except _SPOILT:
            raise ArchiveRefused(phrase("{name} bị cắt hoặc đã bị thay đổi", name=name)) from None

    def whole(self, name: str, most: int) -> bytes:
        """The content of a member.

        Raises:
            ArchiveRefused: as `blocks`, or it is longer than `most` bytes, or not there.
        """
        if name not in self.archive.NameToInfo:
            raise ArchiveRefused(phrase("thiếu {name}", name=name))
        if self.size_of(name) > most:
            raise ArchiveRefused(phrase("{name} quá lớn", name=name))
        return b"".join(self.blocks(name))


@contextmanager
def opened(file: BinaryIO, *, most_entries: int) -> Iterator[StoredZip]:
    """Look at the frame of `file`; its members can be read within the block.

    Args:
        file: an ordinary file.
        most_entries: how many members it may have.

    Raises:
        ArchiveRefused: it is anything but members of ours.
    """
    try:
        start, count = _check_end(file, most_entries)
        archive = zipfile.ZipFile(file)
    except _SPOILT:
        raise ArchiveRefused(phrase("không phải tệp Một Cửa ghi, hoặc bị cắt")) from None
    with archive:
        infos = tuple(archive.infolist())
        if len(infos) != count:
            raise ArchiveRefused(_ALTERED)
        for info in infos:
            _check_entry(info)
        if len({info.filename for info in infos}) != len(infos):
            raise ArchiveRefused(phrase("có tên tệp lặp lại"))
        _check_places(file, infos, start)
        yield StoredZip(archive, infos)


def _check_end(file: BinaryIO, most_entries: int) -> tuple[int, int]:
    """Read the last bytes alone, before a directory of any size; where that begins, its entries."""
    size = file.seek(0, 2)
    end = size - _END.size
    mark, disk, first, here, count, length, start, comment = _END.unpack(_at(file, end, _END.size))
    if count == _FULL_16 or _FULL_32 in {length, start}:
        end -= _LOCATOR.size + _END_64.size
        big = _END_64.unpack(_at(file, end, _END_64.size))
        count, length, start = big[7], big[8], big[9]
    if mark != b"PK\5\6" or comment or disk or first or here not in {count, _FULL_16}:
        raise ValueError
    if count > most_entries or length > count * (_CENTRAL.size + _MOST_NAME + _MOST_EXTRA):
        raise ArchiveRefused(phrase("danh sách tệp quá dài"))
    if start + length != end:
        raise ValueError
    return int(start), int(count)


def _check_entry(info: zipfile.ZipInfo) -> None:
    name = info.filename
    if len(name) > _MOST_NAME:
        raise ArchiveRefused(phrase("có tên tệp quá dài"))
    kind = stat.S_IFMT(info.external_attr >> 16)
    if info.flag_bits & 0x41:
        raise ArchiveRefused(phrase("{name} bị mã hóa", name=name))
    if info.compress_type != zipfile.ZIP_STORED or info.compress_size != info.file_size:
        raise ArchiveRefused(phrase("{name} bị nén", name=name))
    if kind not in {0, stat.S_IFREG} or info.is_dir():
        raise ArchiveRefused(phrase("{name} không phải tệp thường", name=name))
    if info.flag_bits or info.comment or len(info.extra) > _MOST_EXTRA:
        raise ArchiveRefused(phrase("{name} không phải do Một Cửa ghi", name=name))


def _check_places(file: BinaryIO, infos: tuple[zipfile.ZipInfo, ...], start: int) -> None:
    """One member after the other from the first byte to the directory at `start`."""
    place = 0
    for info in infos:
        place = _end_of(file, info) if info.header_offset == place else -1
        if not 0 < place <= start:
            break
    if place != start:
        raise ArchiveRefused(_ALTERED)


def _end_of(file: BinaryIO, info: zipfile.ZipInfo) -> int:
    """Where a member ends, as its own header says; -1 if that differs from the directory."""
    header = _at(file, info.header_offset, _LOCAL.size)
    if len(header) < _LOCAL.size:
        return -1
    mark, _, flags, method, _, _, _, _, _, name, extra = _LOCAL.unpack(header)
    if mark != b"PK\3\4" or flags or method or extra > _MOST_EXTRA:
        return -1
    return int(info.header_offset + _LOCAL.size + name + extra + info.file_size)


def _at(file: BinaryIO, place: int, length: int) -> bytes:
    if place < 0:
        raise ValueError
    file.seek(place)
    return file.read(length)
