"""Read a package back, believing nothing: every byte is checked before anything counts.

Refused are files that are no package, other formats and offices, changed or missing bytes, names
other than the four known ones, doubled names, packed or nested content, anything outside the
bounds, and events that do not belong to the package they lie in.
"""

import hashlib
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO, TypeVar

import msgspec

from app.domain.errors import DeskError
from app.domain.phrases import Phrase, phrase
from app.exchange.event_shape import EventRefused
from app.exchange.package import shape
from app.exchange.package.zip_frame import FrameDiffers, check_end, check_frame
from app.exchange.province_v1.messages import Message, canonical, read_message
from app.wording.causes import cause

MOST_LINE = 16 * 2**20
_MOST_FRAME = 2**20
_MOST_HEADER = 2**16
_LOAI = {shape.DOSSIERS: "ho_so", shape.PROGRESS: "tien_trinh"}

S = TypeVar("S", bound=msgspec.Struct)


class PackageRefused(DeskError):
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
        with path.open("rb") as file:
            return _read(path, file, agency_code)
    except (_Wrong, EventRefused, OSError, *_DAMAGE) as error:
        raise PackageRefused(path=str(path), why=_why(error)) from None


def stream_events(package: PackageRead) -> Iterator[Message]:
    """The events of a package already checked: dossiers first, then steps, each in order."""
    with zipfile.ZipFile(package.path) as archive:
        for part in package.manifest.tep:
            for line in _Lines(archive, part.ten):
                yield read_message(line)


class _Wrong(Exception):
    """Why a file is refused, in Vietnamese."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why)
        self.why = why


_DAMAGE = (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError)


def _why(error: Exception) -> str:
    if isinstance(error, _Wrong):
        return error.why
    if isinstance(error, EventRefused):
        return phrase("một tin bên trong sai ở {place}", place=error.facts["place"])
    if isinstance(error, FileNotFoundError):
        return phrase("không có tệp này")
    if isinstance(error, OSError):
        return cause(error)
    return phrase("không phải tệp gói, bị cắt hoặc đã bị thay đổi")


def _read(path: Path, file: BinaryIO, agency_code: str | None) -> PackageRead:
    if file.seek(0, io.SEEK_END) > shape.MOST_BYTES + _MOST_FRAME:
        raise _Wrong(phrase("lớn hơn 1 GB"))
    check_end(file, shape.MEMBERS)
    with zipfile.ZipFile(file) as archive:
        infos = archive.infolist()
        if [info.filename for info in infos] != list(shape.MEMBERS):
            raise FrameDiffers
        check_frame(file, infos)
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


def _header(archive: zipfile.ZipFile) -> shape.PackageHeader:
    body = _whole(archive, shape.HEADER)
    found = _decoded(body, _Format, strict=False).format
    if found != shape.FORMAT:
        raise _Wrong(phrase("định dạng “{found}” phiên bản này chưa đọc được", found=found[:60]))
    return _decoded(body, shape.PackageHeader, strict=True)


class _Format(msgspec.Struct):
    format: str


def _manifest(archive: zipfile.ZipFile, header: shape.PackageHeader) -> shape.PackageManifest:
    body = _whole(archive, shape.MANIFEST)
    if hashlib.sha256(body).hexdigest() != header.sha256:
        raise _Wrong(phrase("bản kê khác với goi.json"))
    manifest = _decoded(body, shape.PackageManifest, strict=True)
    whose = (manifest.package_id, manifest.madonvi, manifest.ma_tram)
    if whose != (header.package_id, header.madonvi, header.ma_tram):
        raise _Wrong(phrase("bản kê của gói khác"))
    if tuple(part.ten for part in manifest.tep) != (shape.DOSSIERS, shape.PROGRESS):
        raise _Wrong(phrase("bản kê sai tên tệp"))
    return manifest


def _whole(archive: zipfile.ZipFile, name: str) -> bytes:
    if archive.getinfo(name).file_size > _MOST_HEADER:
        raise _Wrong(phrase("{name} quá lớn", name=name))
    return archive.read(name)


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

    def __init__(self, archive: zipfile.ZipFile, name: str) -> None:
        self._archive, self._name = archive, name
        self.digest = hashlib.sha256()
        self.size = 0

    def __iter__(self) -> Iterator[bytes]:
        rest = b""
        with self._archive.open(self._name) as part:
            while block := part.read(shape.BLOCK):
                self.digest.update(block)
                self.size += len(block)
                *lines, rest = (rest + block).split(b"\n")
                if len(rest) > MOST_LINE:
                    raise _Wrong(phrase("một tin quá dài"))
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

    def take_file(self, archive: zipfile.ZipFile, part: shape.PackageFile) -> None:
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
            raise _Wrong(phrase("có tin khác loại của tệp"))
        if event.seq <= last or event.seq in self.numbers or event.event_id in self.ids:
            raise _Wrong(phrase("có tin lặp hoặc sai thứ tự"))
        self.numbers.add(event.seq)
        self.ids.add(event.event_id)
        return event.seq

    def check_totals(self) -> None:
        """Numbers, size and range as the header says."""
        header = self.header
        if (len(self.numbers), self.size) != (header.so_tin, header.bytes):
            raise _Wrong(phrase("số tin khác với goi.json"))
        if (min(self.numbers), max(self.numbers)) != (header.seq_tu, header.seq_den):
            raise _Wrong(phrase("số thứ tự khác với goi.json"))


__all__ = ["PackageForeign", "PackageRead", "PackageRefused", "read_package", "stream_events"]
