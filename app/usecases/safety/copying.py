"""Write one backup file: a copy as of one moment, opened and checked before it has its name."""

import hashlib
import json
import shutil
import stat
import zipfile
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO

from sqlalchemy.exc import SQLAlchemyError

from app.domain.clock import Clock
from app.domain.errors import Damaged, DeskError
from app.domain.phrases import phrase
from app.exchange.new_file import Draft, ReadBackDiffers, digest_of, draft_in
from app.outside.stored_zip import BLOCK
from app.usecases.safety.bundle import (
    FORMAT,
    MANIFEST,
    NotABackup,
    check_copy,
    unpack,
)
from app.usecases.safety.reporting import Report, asked, part, part_of, unreported
from app.usecases.safety.verification import Verified
from app.wording.causes import cause
from db.folder import DATABASE_FILE
from db.guard.leftovers import temporary_folder
from db.keys import KEY_FILE
from db.papers import PaperDamaged, at_its_place, paper_files
from db.records import Records

SUFFIX = ".mcbk"
_WRITTEN, _UNPACKED, _CHECKED = (0, 10), (10, 20), (20, 100)
"""From which hundredth to which the parts of the work take it."""
_SYNCED_EACH = 2**25
"""Bytes of a backup that wait in memory for the medium."""
Writing = Callable[[Path], AbstractContextManager[None]]
"""For the block files are written into a folder: what a kill leaves there is found."""


class BackupFailed(DeskError):
    """The copy could not be written or did not check; nothing counts as saved. Facts: path, why."""


class CopyDamaged(Damaged):
    """No copy was made, because the records do not check. Facts: path, why."""


class BackupsOff(DeskError):
    """The office does not save by itself, and nobody asked for a copy in any case. No facts."""


class BackupUnderWay(DeskError):
    """Another round is at it; what it makes holds as well. No facts."""


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A copy that was written, opened and checked."""

    path: Path
    bytes: int
    sha256: str
    verified: Verified


@dataclass(frozen=True, slots=True)
class Source:
    """What is saved.

    Attributes:
        records: opened, of any schema since the first.
        clock: when.
        writing_into: see `Writing`.
    """

    records: Records
    clock: Clock
    writing_into: Writing

    @property
    def folder(self) -> Path:
        """The data folder."""
        return self.records.folder


def require_folder(to: Path) -> None:
    """Refuse what no file can be written into.

    Raises:
        BackupFailed: as said.
    """
    if not to.is_dir():
        is_file = to.exists()
        why = (
            phrase("đây là tệp, không phải thư mục") if is_file else phrase("không có thư mục này")
        )
        raise BackupFailed(path=str(to), why=why)


def write_copy(source: Source, to: Path, begins: str, *, progress: Report = unreported) -> BackedUp:
    """Write one checked file into the folder `to`; its name is `begins` and the time.

    The database is copied as of one moment, papers with it; the file is then unpacked aside, its
    database opened and checked in full. Only then does it get its name.

    `progress` is told how many hundredths are done; what it raises ends the work with nothing left
    of it.

    Raises:
        BackupFailed: the folder is missing or full, or the copy could not be read back.
        Damaged: the records do not check; named as `verify` names it.
    """
    require_folder(to)
    now = source.clock.now()
    name = f"{begins}-{now:%Y%m%d-%H%M%S}{SUFFIX}"
    folder = source.folder
    try:
        with source.writing_into(to), draft_in(to) as draft:
            with temporary_folder(folder) as aside:
                _copy_database(source.records, aside, part(progress, 0, 0))
                _write_file(folder, aside, draft, now, part(progress, *_WRITTEN))
            draft.sync()
            digest, size = digest_of(draft.path), draft.path.stat().st_size
            with temporary_folder(folder) as aside:
                unpack(draft.path, aside, part(progress, *_UNPACKED))
                verified = check_copy(aside, source.clock, part(progress, *_CHECKED))
            final = draft.place_free(to / name, digest=digest)
            return BackedUp(final, size, digest, verified)
    except (OSError, NotABackup, SQLAlchemyError) as error:
        raise BackupFailed(path=str(to), why=_why(error)) from error


def copy_again(source: Source, made: BackedUp, to: Path) -> BackedUp:
    """Write the checked file `made` into the folder `to` as well: the same bytes, read back there.

    Raises:
        BackupFailed: the folder is missing or full, or other bytes are read back.
    """
    require_folder(to)
    try:
        with source.writing_into(to), draft_in(to) as draft:
            with made.path.open("rb") as file:
                shutil.copyfileobj(file, draft.file, 1 << 20)
            draft.sync()
            draft.check(made.sha256)
            final = draft.place_free(to / made.path.name, digest=made.sha256)
            return BackedUp(final, made.bytes, made.sha256, made.verified)
    except OSError as error:
        raise BackupFailed(path=str(to), why=_why(error)) from error


def _copy_database(records: Records, aside: Path, progress: Report) -> None:
    """The database as of one moment, with key and the ledger head of that moment."""
    with asked(progress) as goes_on:
        records.copy(aside / DATABASE_FILE, goes_on)
    shutil.copy2(records.folder / KEY_FILE, aside / KEY_FILE)


def _write_file(folder: Path, aside: Path, draft: Draft, now: datetime, progress: Report) -> None:
    sources = {name: aside / name for name in (DATABASE_FILE, KEY_FILE)}
    papers = dict(paper_files(folder))
    if strange := next((place for place in papers.values() if not _is_file(place)), None):
        raise PaperDamaged(sha256=strange.stem)
    sources |= papers
    total, done = sum(at_its_place(place, _size) for place in sources.values()), 0
    progress = _synced(draft, progress)
    digests = {}
    with zipfile.ZipFile(draft.file, "w", zipfile.ZIP_STORED, strict_timestamps=False) as bundle:
        for name, place in sources.items():
            progress(done, total)
            with at_its_place(place, _opened) as file:
                report = part_of(progress, done, total)
                digests[name] = _write_one(bundle, name, file, report)
                done += file.tell()
        manifest = {"format": FORMAT, "made_at": now.isoformat(), "files": digests}
        bundle.writestr(MANIFEST, json.dumps(manifest, sort_keys=True))


def _synced(draft: Draft, progress: Report) -> Report:
    """The same; now and then what was written is had on the medium.

    All of it at the end would take long on a disk that saves wait for, and could not be stopped.
    """
    synced = 0

    def report(done: int, total: int) -> None:
        nonlocal synced
        if done - synced >= _SYNCED_EACH:
            draft.sync()
            synced = done
        progress(done, total)

    return report


def _write_one(
    bundle: zipfile.ZipFile, name: str, file: BinaryIO, report: Callable[[int], None]
) -> str:
    """Write one file into the bundle; the digest of what was written."""
    digest = hashlib.sha256()
    handle: Any = file.fileno()  # names may change, this is the file
    info = zipfile.ZipInfo.from_file(handle, name, strict_timestamps=False)
    with bundle.open(info, "w") as out:
        while block := file.read(BLOCK):
            digest.update(block)
            out.write(block)
            report(file.tell())
    return digest.hexdigest()


def _is_file(place: Path) -> bool:
    try:
        return stat.S_ISREG(at_its_place(place, Path.stat).st_mode)
    except OSError:
        return False


def _size(place: Path) -> int:
    return place.stat().st_size


def _opened(place: Path) -> BinaryIO:
    return place.open("rb")


def _why(error: BaseException) -> str:
    """In words: the system's reason, or that what was written is not what is read."""
    if isinstance(error, OSError) and not isinstance(error, ReadBackDiffers):
        return cause(error)
    if isinstance(error, SQLAlchemyError):
        return phrase("không chép được cơ sở dữ liệu, ổ đĩa có thể đầy")
    return phrase("đọc lại thấy khác với khi ghi, ổ đĩa có thể hỏng")
