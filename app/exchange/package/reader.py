"""Read a package back, believing nothing: every byte is checked before anything counts.

Refused are files that are no package, other formats and offices, changed or missing bytes, names
other than the four known ones, doubled names, packed or nested content, anything outside the
bounds, and events that do not belong to the package they lie in.
"""

import hashlib
import io
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from app.domain.errors import DeskError, Unreadable
from app.domain.phrases import Phrase, phrase
from app.domain.text import cited
from app.exchange.event_shape import EventRefused
from app.exchange.package import shape
from app.exchange.package.zip_frame import FrameDiffers, check_end, check_frame
from app.exchange.province_v1.messages import Message, canonical, read_message
from app.outside import stored_zip
from app.outside.ordinary import open_ordinary, why_unreadable
from app.outside.stored_zip import ArchiveRefused, StoredZip

MOST_LINE = 16 * 2**20
_MOST_FRAME = 2**20
_MOST_HEADER = 2**16
_LOAI = {shape.DOSSIERS: "ho_so", shape.PROGRESS: "tien_trinh"}

S = TypeVar("S", bound=msgspec.Struct)


class PackageRefused(Unreadable):
    """Not a package that may be used; nothing was taken from it.

    Facts: path, why (in Vietnamese).
    """


class PackageForeign(DeskError):
    """A package of another office. Facts: path, found, expected (agency codes)."""


@dataclass(frozen=True, slots=True)
class PackageRead:
    """A package that was read through and found whole; `sha256` is the whole file's digest."""

    path: Path
    header: shape.PackageHeader
    manifest: shape.PackageManifest
    sha256: str


def read_package(path: Path, *, agency_code: str | None = None) -> PackageRead:
    """Check the whole package; no more of it than a line is held in memory.

    Args:
        path: the file.
        agency_code: whose packages are taken, every event in them included; None takes any.
            The stations of a package's events may differ: one of them exports for all.

    Raises:
        PackageForeign: it, or an event in it, is of another office than `agency_code`.
        PackageRefused: anything else that is not as it must be.
    """
    try:
        with open_ordinary(path) as file:
            return _read(path, file, agency_code)
    except (_Wrong, ArchiveRefused, EventRefused, OSError, *_DAMAGE) as error:
        raise PackageRefused(path=str(path), why=_why(error)) from None


def stream_events(package: PackageRead) -> Iterator[Message]:
    """The events of a package already checked: dossiers first, then steps, each in order."""
    with open_ordinary(package.path) as file, _opened(file) as archive:
        for part in package.manifest.tep:
            for line in _Lines(archive, part.ten):
                yield read_message(line)


class _Wrong(Exception):
    """Why a file is refused, in Vietnamese."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why)
        self.why = why


_DAMAGE = (RecursionError, ValueError)


def _why(error: Exception) -> str:
    if isinstance(error, _Wrong | ArchiveRefused):
        return error.why
    if isinstance(error, EventRefused):
        return phrase("một bản ghi bên trong sai ở {place}", place=error.facts["place"])
    if isinstance(error, OSError):
        return why_unreadable(error)
    return phrase("không phải tệp gói, bị cắt hoặc đã bị thay đổi")


def _read(path: Path, file: BinaryIO, agency_code: str | None) -> PackageRead:
    if file.seek(0, io.SEEK_END) > shape.MOST_BYTES + _MOST_FRAME:
        raise _Wrong(phrase("lớn hơn 1 GB"))
    check_end(file, shape.MEMBERS)
    with _opened(file) as archive:
        if archive.names != shape.MEMBERS:
            raise FrameDiffers
        check_frame(file, archive.infos)
        header = _header(archive)
        seen = _Seen(path, header, agency_code)
        seen.check_office(header.madonvi)
        manifest = _manifest(archive, header)
        for part in manifest.tep:
            seen.take_file(archive, part)
        seen.check_totals()
    file.seek(0)
    digest = hashlib.sha256()
    while block := file.read(shape.BLOCK):
        digest.update(block)
    return PackageRead(path, header, manifest, digest.hexdigest())


def _opened(file: BinaryIO) -> AbstractContextManager[StoredZip]:
    return stored_zip.opened(file, most_entries=len(shape.MEMBERS))


def _header(archive: StoredZip) -> shape.PackageHeader:
    body = archive.whole(shape.HEADER, _MOST_HEADER)
    found = _decoded(body, _Format, strict=False).format
    if found == shape.PRACTICE_FORMAT:
        raise _Wrong(phrase("gói luyện tập, người và hồ sơ giả định; không nhận"))
    if found != shape.FORMAT:
        raise _Wrong(phrase("định dạng “{found}” phiên bản này chưa đọc được", found=cited(found)))
    return _decoded(body, shape.PackageHeader, strict=True)


class _Format(msgspec.Struct):
    format: str


def _manifest(archive: StoredZip, header: shape.PackageHeader) -> shape.PackageManifest:
    body = archive.whole(shape.MANIFEST, _MOST_HEADER)
    if hashlib.sha256(body).hexdigest() != header.sha256:
        raise _Wrong(phrase("bản kê khác với goi.json"))
    manifest = _decoded(body, shape.PackageManifest, strict=True)
    whose = (manifest.package_id, manifest.madonvi, manifest.ma_tram)
    if whose != (header.package_id, header.madonvi, header.ma_tram):
        raise _Wrong(phrase("bản kê của gói khác"))
    if tuple(part.ten for part in manifest.tep) != (shape.DOSSIERS, shape.PROGRESS):
        raise _Wrong(phrase("bản kê sai tên tệp"))
    return manifest


def _decoded(body: bytes, kind: type[S], *, strict: bool) -> S:
    """`body` as `kind`; strictly also its canonical bytes.

    msgspec's errors are `ValueError`s.
    """
    value = msgspec.json.decode(body, type=kind)
    if strict and canonical(value) != body:
        raise _Wrong(phrase("tệp kê không ở dạng chuẩn"))
    return value


class _Lines:
    """The lines of a member, hashed on the way; a line has an end and a bound."""

    def __init__(self, archive: StoredZip, name: str) -> None:
        self._archive, self._name = archive, name
        self.digest = hashlib.sha256()
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        rest = b""
        for block in self._archive.blocks(self._name):
            self.digest.update(block)
            self.size += len(block)
            *lines, rest = (rest + block).split(b"\n")
            if len(rest) > MOST_LINE:
                raise _Wrong(phrase("một bản ghi quá dài"))
            yield from lines
        if rest:
            raise _Wrong(phrase("dòng cuối bị cắt"))


@dataclass(slots=True)
class _Seen:
    """What the events of a package add up to, held against its header."""

    path: Path
    header: shape.PackageHeader
    agency_code: str | None
    size: int = 0
    numbers: set[int] = field(default_factory=set)
    ids: set[str] = field(default_factory=set)

    def check_office(self, found: str) -> None:
        """Refuse what is of another office than the one asked for."""
        if self.agency_code is not None and found != self.agency_code:
            raise PackageForeign(path=str(self.path), found=found, expected=self.agency_code)

    def take_file(self, archive: StoredZip, part: shape.PackageFile) -> None:
        """Check one file of events line by line."""
        lines = _Lines(archive, part.ten)
        before = len(self.numbers)
        last = 0
        for line in lines:
            last = self._take(read_message(line), _LOAI[part.ten], last)
        whole = (len(self.numbers) - before, lines.size, lines.digest.hexdigest())
        if whole != (part.so_tin, part.bytes, part.sha256):
            raise _Wrong(phrase("{name} khác với bản kê", name=part.ten))
        self.size += lines.size

    def _take(self, event: Message, loai: str, last: int) -> int:
        self.check_office(event.madonvi)
        if event.loai != loai:
            raise _Wrong(phrase("có bản ghi khác loại của tệp"))
        if event.seq <= last or event.seq in self.numbers or event.event_id in self.ids:
            raise _Wrong(phrase("có bản ghi lặp hoặc sai thứ tự"))
        self.numbers.add(event.seq)
        self.ids.add(event.event_id)
        return event.seq

    def check_totals(self) -> None:
        """Numbers, size and range as the header says."""
        header = self.header
        if (len(self.numbers), self.size) != (header.so_tin, header.bytes):
            raise _Wrong(phrase("số bản ghi khác với goi.json"))
        if (min(self.numbers), max(self.numbers)) != (header.seq_tu, header.seq_den):
            raise _Wrong(phrase("số thứ tự khác với goi.json"))


__all__ = ["PackageForeign", "PackageRead", "PackageRefused", "read_package", "stream_events"]
