"""Write waiting events as one package file: whole and read back, or not there at all.

The stored canonical bytes are copied as they are, hashed on the way and never held in memory
together. Same facts and events give the same file.
"""

import contextlib
import hashlib
import os
import zipfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import BinaryIO

import msgspec

from app.domain.dossier.numbering import check_agency
from app.domain.errors import DeskError
from app.domain.phrases import Phrase, phrase
from app.exchange.new_file import ReadBackDiffers, draft_in
from app.exchange.package import shape
from app.exchange.package.shape import PackageFacts, PackageFile, file_name
from app.exchange.package.zip_frame import FrameDiffers, check_end, check_frame, member
from app.exchange.province_v1.messages import canonical
from app.exchange.province_v1.wire_types import wire_instant
from app.outside import stored_zip
from app.outside.stored_zip import ArchiveRefused
from app.wording.causes import cause


class ExportFolderMissing(DeskError):
    """The folder to write to is not there, or went away meanwhile. Facts: path."""


class ExportFailed(DeskError):
    """No package was left, everything still waits. Facts: path, why (in Vietnamese)."""


@dataclass(frozen=True, slots=True)
class Written:
    """A package on disk, read back: its size and the digest of the whole file."""

    path: Path
    events: int
    bytes: int
    sha256: str


def write_package(
    folder: Path,
    facts: PackageFacts,
    *,
    dossier_events: Iterable[bytes],
    progress_events: Iterable[bytes],
) -> Written:
    """Write one package into `folder`: a name nobody else has, sync, reading back, rename, sync.

    A package that lies there stays: of the same numbers, exported again, the next one is named
    ``…_2.mcg``.

    Args:
        folder: an existing folder, often a stick's.
        facts: what the package says of itself.
        dossier_events: canonical bytes in the order of their numbers, each without a line break.
        progress_events: likewise.

    Raises:
        ExportFolderMissing: the folder is not there.
        ExportFailed: full, refused, pulled out, or read back other than written. What was in the
            folder before is still there.
    """
    check_agency(facts.agency_code)
    if not folder.is_dir():
        raise ExportFolderMissing(path=str(folder))
    path = folder / file_name(facts)
    try:
        with draft_in(folder) as draft:
            events = _write(draft.file, facts, dossier_events, progress_events)
            draft.sync()
            size, digest = _read_back(draft.path)
            placed = draft.place_free(path, digest=digest)
    except (OSError, ArchiveRefused, FrameDiffers, _Refused) as error:
        if not folder.is_dir():
            raise ExportFolderMissing(path=str(folder)) from None
        raise ExportFailed(path=str(path), why=_why(error)) from None
    return Written(placed, events, size, digest)


class _Refused(Exception):
    """Why the events make no package, in Vietnamese."""

    def __init__(self, why: Phrase) -> None:
        super().__init__(why)
        self.why = why


def _why(error: Exception) -> str:
    if isinstance(error, _Refused):
        return error.why
    if isinstance(error, OSError) and not isinstance(error, ReadBackDiffers):
        return cause(error)
    return phrase("đọc lại thấy khác với khi ghi, ổ đĩa có thể hỏng")


def _write(
    file: BinaryIO, facts: PackageFacts, dossiers: Iterable[bytes], progress: Iterable[bytes]
) -> int:
    with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=False) as archive:
        files = (
            _write_events(archive, shape.DOSSIERS, dossiers),
            _write_events(archive, shape.PROGRESS, progress),
        )
        events, size = sum(f.so_tin for f in files), sum(f.bytes for f in files)
        if events == 0:
            raise _Refused(phrase("không có bản ghi nào để gửi"))
        manifest = _write_whole(archive, shape.MANIFEST, _manifest(facts, files))
        make: Callable[..., shape.PackageHeader] = (
            partial(shape.PracticeHeader, format=shape.PRACTICE_FORMAT)
            if facts.is_practice
            else partial(shape.PackageHeader, format=shape.FORMAT)
        )
        header = make(
            package_id=facts.package_id,
            madonvi=facts.agency_code,
            ma_tram=str(facts.station),
            tao_luc=wire_instant(facts.created_at),
            seq_tu=facts.first_seq,
            seq_den=facts.last_seq,
            so_tin=events,
            bytes=size,
            sha256=hashlib.sha256(manifest).hexdigest(),
            goi_truoc=facts.previous_sha256,
        )
        _write_whole(archive, shape.HEADER, header)
    return events


def _manifest(facts: PackageFacts, files: tuple[PackageFile, ...]) -> shape.PackageManifest:
    make: Callable[..., shape.PackageManifest] = (
        partial(shape.PracticeManifest, format=shape.PRACTICE_FORMAT)
        if facts.is_practice
        else partial(shape.PackageManifest, format=shape.FORMAT)
    )
    return make(
        package_id=facts.package_id,
        madonvi=facts.agency_code,
        ma_tram=str(facts.station),
        tep=files,
    )


def _write_events(archive: zipfile.ZipFile, name: str, bodies: Iterable[bytes]) -> PackageFile:
    digest = hashlib.sha256()
    size = count = 0
    with archive.open(member(name), "w") as out:
        for block, lines in _blocks(bodies):
            size += len(block)
            count += lines
            if size > shape.MOST_BYTES or count > shape.MOST_EVENTS:
                raise _Refused(phrase("quá nhiều bản ghi cho một gói (tối đa 1 GB)"))
            digest.update(block)
            out.write(block)
    return PackageFile(name, count, size, digest.hexdigest())  # type: ignore[arg-type]  # one of two names


def _blocks(bodies: Iterable[bytes]) -> Iterator[tuple[bytes, int]]:
    """Lines in blocks of about a megabyte, with how many lines each holds."""
    lines: list[bytes] = []
    size = 0
    for body in bodies:
        lines.append(body)
        size += len(body)
        if size >= shape.BLOCK:
            yield _joined(lines), len(lines)
            lines.clear()
            size = 0
    if lines:
        yield _joined(lines), len(lines)


def _joined(lines: list[bytes]) -> bytes:
    block = b"\n".join(lines) + b"\n"
    if block.count(b"\n") != len(lines):
        raise _Refused(phrase("một bản ghi đã lưu có dấu xuống dòng"))
    return block


def _write_whole(archive: zipfile.ZipFile, name: str, content: msgspec.Struct) -> bytes:
    body = canonical(content)
    try:
        msgspec.json.decode(body, type=type(content))
    except msgspec.ValidationError:
        raise _Refused(phrase("thông tin của gói không hợp lệ")) from None
    archive.writestr(member(name), body)
    return body


def _read_back(path: Path) -> tuple[int, str]:
    """Size and digest of the file as it lies on the medium, its every byte checked.

    The members' content is compared by the checksum made when it was written, the rest byte by
    byte.
    """
    digest = hashlib.sha256()
    size = 0
    with path.open("rb", buffering=0) as raw:
        _forget_cached(raw.fileno())
        while block := raw.read(shape.BLOCK):
            digest.update(block)
            size += len(block)
    with path.open("rb") as file:
        check_end(file, shape.MEMBERS)
        with stored_zip.opened(file, most_entries=len(shape.MEMBERS)) as archive:
            check_frame(file, archive.infos)
            for name in shape.MEMBERS:
                for _ in archive.blocks(name):
                    pass
    return size, digest.hexdigest()


def _forget_cached(handle: int) -> None:
    """Read from the medium, not from memory, where the system lets one ask for it."""
    if hasattr(os, "posix_fadvise"):
        with contextlib.suppress(OSError):
            os.posix_fadvise(handle, 0, 0, os.POSIX_FADV_DONTNEED)


__all__ = [
    "ExportFailed", "ExportFolderMissing", "PackageFacts", "Written", "write_package",
]  # fmt: skip
