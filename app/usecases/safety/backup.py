"""One verified file with database, key and papers, and the way back that destroys nothing."""

import contextlib
import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from sqlalchemy.exc import SQLAlchemyError

from app.domain.actor import PROGRAM, Actor
from app.domain.clock import Clock
from app.domain.errors import DeskError
from app.domain.permission import Permission
from app.domain.phrases import phrase
from app.usecases.desk import Desk
from app.usecases.office.opening import open_desk
from app.usecases.safety.verification import Verified, verify_pages, verify_records
from app.wording.causes import cause
from db.durable import sync_folder
from db.folder import DATABASE_FILE, is_set_up
from db.keys import HEAD_FILE, KEY_FILE
from db.papers import PAPERS_FOLDER
from db.schema import TrialSchema
from db.stores import carried
from db.stores.carried import Given
from db.tables.ledger import Subject

SUFFIX = ".mcbk"
_FORMAT = "motcua-backup-1"
_MANIFEST = "sao-luu.json"
_CHUNK = 1 << 20
_MOST_ENTRIES = 2_000_000
Report = Callable[[int, int], None]
"""Takes how many files of how many are done."""


def _unreported(_done: int, _total: int) -> None:
    """Nobody asks how far it is."""


class BackupFailed(DeskError):
    """The copy could not be written or did not check; nothing counts as saved. Facts: path, why."""


class NotABackup(DeskError):
    """The file is not a backup of ours, or is cut or altered. Facts: path, why."""


class RestoreFailed(DeskError):
    """What the backup holds could not be put in place; the old data is untouched.

    Facts: path, why.
    """


@dataclass(frozen=True, slots=True)
class BackedUp:
    """A copy that was written, opened and checked."""

    path: Path
    bytes: int
    sha256: str
    verified: Verified


@dataclass(frozen=True, slots=True)
class Restored:
    """The data folder holds the backup; what was there before lies in `replaced` (if anything)."""

    folder: Path
    replaced: Path | None
    verified: Verified


def back_up(desk: Desk, actor: Actor, to: Path, *, progress: Report = _unreported) -> BackedUp:
    """Write one verified backup file into folder `to`.

    The database is copied as of one moment, papers with it; the file is then unpacked aside, its
    database opened and checked in full. Only then does it get its name.

    `progress` is told how many files of how many are written or read back; what it raises ends the
    backup with nothing left of it.

    Raises:
        BackupFailed: the folder is missing or full, or the copy did not check.
    """
    now = desk.clock.now()
    if not to.is_dir():
        why = (
            phrase("đây là tệp, không phải thư mục")
            if to.exists()
            else phrase("không có thư mục này")
        )
        raise BackupFailed(path=str(to), why=why)
    name = f"MotCua-{_agency(desk, actor)}-{now:%Y%m%d-%H%M%S}{SUFFIX}"
    temporary = to / f".{name}.tmp"
    try:
        with _aside(desk.folder, now) as aside:
            _copy_database(desk, aside)
            _write_file(desk.folder, aside, temporary, now, progress)
        with _aside(desk.folder, now) as aside:
            _unpack(temporary, aside, lambda done, files: progress(files + done, 2 * files))
            verified = _check(aside, desk.clock)
        final = to / name
        temporary.replace(final)
        sync_folder(to)
    except (OSError, zipfile.BadZipFile, SQLAlchemyError) as error:
        raise BackupFailed(path=str(to), why=_why(error)) from error
    finally:
        with contextlib.suppress(OSError):
            temporary.unlink(missing_ok=True)
    return BackedUp(final, final.stat().st_size, _digest(final), verified)


def restore(file: Path, folder: Path, clock: Clock) -> Restored:
    """Put the backup in `file` into `folder`; what is there now is moved aside, never deleted.

    The backup is unpacked beside the folder and checked in full before anything is moved.

    Raises:
        NotABackup: it cannot be read or does not check.
        RestoreFailed: it could not be put in place; the old data stands where it stood.
    """
    now = clock.now()
    folder.parent.mkdir(parents=True, exist_ok=True)
    try:
        with _aside(folder.parent, now) as aside:
            _unpack(file, aside)
            verified = _check(aside, clock)
            _carry_numbers(folder, aside, clock)
            replaced = _swap(aside, folder, now)
    except (OSError, zipfile.BadZipFile) as error:
        raise RestoreFailed(path=str(file), why=_why(error)) from error
    return Restored(folder, replaced, verified)


def _agency(desk: Desk, actor: Actor) -> str:
    with desk.view(actor, Permission.BACK_UP) as view:
        return view.settings.agency_code or "co-quan"


@contextmanager
def _aside(parent: Path, now: datetime) -> Iterator[Path]:
    """A private folder on the same disk, gone afterwards."""
    parent.mkdir(parents=True, exist_ok=True)
    aside = parent / f".motcua-tam-{os.getpid()}-{now:%H%M%S%f}"
    aside.mkdir(mode=0o700)
    try:
        yield aside
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _copy_database(desk: Desk, aside: Path) -> None:
    """The database as of one moment, with key and the ledger head of that moment."""
    desk.records.copy(aside / DATABASE_FILE)
    shutil.copy2(desk.folder / KEY_FILE, aside / KEY_FILE)


def _write_file(
    folder: Path, aside: Path, temporary: Path, now: datetime, progress: Report
) -> None:
    papers = sorted((folder / PAPERS_FOLDER).glob("*/*.giay"))
    sources = {name: aside / name for name in (DATABASE_FILE, KEY_FILE)}
    sources |= {f"{PAPERS_FOLDER}/{p.parent.name}/{p.name}": p for p in papers}
    digests = {}
    handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as bundle:
            for nth, (name, source) in enumerate(sources.items(), 1):
                progress(nth, 2 * len(sources))
                bundle.write(source, name)
                digests[name] = _digest(source)
            manifest = {"format": _FORMAT, "made_at": now.isoformat(), "files": digests}
            bundle.writestr(_MANIFEST, json.dumps(manifest, sort_keys=True))
        file.flush()
        os.fsync(file.fileno())


def _unpack(file: Path, aside: Path, progress: Report = _unreported) -> None:
    """Unpack by our own names only, each file against its digest.

    Raises:
        NotABackup: not a bundle of ours, cut short, or altered.
    """
    try:
        with zipfile.ZipFile(file) as bundle:
            digests = _manifest(bundle, file)
            for nth, (name, digest) in enumerate(digests.items(), 1):
                progress(nth, len(digests))
                target = aside / name
                target.parent.mkdir(parents=True, exist_ok=True)
                with bundle.open(name) as source, open(target, "wb", opener=_private) as out:
                    shutil.copyfileobj(source, out, _CHUNK)
                if _digest(target) != digest:
                    raise NotABackup(path=str(file), why=phrase("{name} đã bị thay đổi", name=name))
    except FileNotFoundError:
        raise NotABackup(path=str(file), why=phrase("không có tệp này")) from None
    except IsADirectoryError:
        raise NotABackup(path=str(file), why=phrase("đây là thư mục, hãy chọn tệp .mcbk")) from None
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError):
        why = phrase("không phải tệp Một Cửa ghi, bị cắt hoặc đã bị thay đổi")
        raise NotABackup(path=str(file), why=why) from None


def _private(path: str, flags: int) -> int:
    """Open a file that its owner alone can read: the key is among them."""
    return os.open(path, flags, 0o600)


def _manifest(bundle: zipfile.ZipFile, file: Path) -> dict[str, str]:
    names = bundle.namelist()
    if len(names) > _MOST_ENTRIES or len(set(names)) != len(names):
        raise NotABackup(path=str(file), why=phrase("danh sách tệp không hợp lệ"))
    body = json.loads(bundle.read(_MANIFEST))
    if not isinstance(body, dict) or body.get("format") != _FORMAT:
        raise NotABackup(path=str(file), why=phrase("không đúng định dạng"))
    digests = body["files"]
    if not isinstance(digests, dict) or set(digests) | {_MANIFEST} != set(names):
        raise NotABackup(path=str(file), why=phrase("danh sách tệp không khớp"))
    for name in digests:
        if not _is_ours(name):
            raise NotABackup(path=str(file), why=phrase("có tệp lạ “{name}”", name=name[:80]))
    return {str(name): str(digest) for name, digest in digests.items()}


def _is_ours(name: str) -> bool:
    if name in {DATABASE_FILE, KEY_FILE}:
        return True
    parts = PurePosixPath(name).parts
    if len(parts) != 3 or parts[0] != PAPERS_FOLDER or "\\" in name:
        return False
    stem, dot, suffix = parts[2].partition(".")
    is_digest = len(stem) == 64 and set(stem) <= set("0123456789abcdef")
    return is_digest and dot + suffix == ".giay" and parts[1] == stem[:2]


def _check(aside: Path, clock: Clock) -> Verified:
    """Open the unpacked copy and verify all of it; leaves its ledger head beside its key."""
    verify_pages(aside)
    desk = open_desk(aside, clock)
    try:
        verified = verify_records(desk, PROGRAM)
        desk.records.keep_heads()
    finally:
        desk.close()
    return verified


def _carry_numbers(folder: Path, aside: Path, clock: Clock) -> None:
    """Tell the restored copy which numbers the replaced data gave since: never reuse one.

    Data too damaged to be read cannot tell; the restore goes on without.
    """
    given = _given_numbers(folder, clock)
    if given is None:
        return
    desk = open_desk(aside, clock)
    try:
        with desk.view(PROGRAM, Permission.RESTORE) as view:
            actor = Actor(view.settings.officer)
        with desk.unit(actor, Permission.RESTORE) as unit:
            left_out = given.leave_out(unit.connection, unit.now)
            values = {"numbers_left_out": left_out}
            unit.record(Subject.DATABASE, DATABASE_FILE, "RESTORED", values)
    finally:
        desk.close()


def _given_numbers(folder: Path, clock: Clock) -> Given | None:
    """None if the replaced data cannot tell, or there is none.

    Raises:
        TrialSchema: it was written by a trial version, and is left where it is.
    """
    if not is_set_up(folder):
        return None
    try:
        desk = open_desk(folder, clock)
    except TrialSchema:
        raise
    except (DeskError, SQLAlchemyError):
        return None
    try:
        with desk.view(PROGRAM, Permission.RESTORE) as view:
            return carried.given(view.connection)
    except SQLAlchemyError:
        return None
    finally:
        with contextlib.suppress(DeskError, SQLAlchemyError):
            desk.close()


def _swap(aside: Path, folder: Path, now: datetime) -> Path | None:
    """Move what `folder` holds of ours to a folder beside it, then the copy in its place."""
    names = (DATABASE_FILE, f"{DATABASE_FILE}-wal", f"{DATABASE_FILE}-shm", KEY_FILE, HEAD_FILE,
             PAPERS_FOLDER)  # fmt: skip
    replaced: Path | None = None
    moved: list[tuple[Path, Path]] = []
    try:
        if is_set_up(folder) or (folder / KEY_FILE).exists():
            replaced = folder.with_name(f"{folder.name}-truoc-khoi-phuc-{now:%Y%m%d-%H%M%S}")
            replaced.mkdir(mode=0o700)
            for name in names:
                _move(folder / name, replaced / name, moved)
        folder.mkdir(parents=True, exist_ok=True)
        for name in names:
            _move(aside / name, folder / name, moved)
        sync_folder(folder)
    except OSError:
        for source, target in reversed(moved):
            target.replace(source)
        if replaced is not None:
            replaced.rmdir()
        raise
    return replaced


def _move(source: Path, target: Path, moved: list[tuple[Path, Path]]) -> None:
    if source.exists():
        source.replace(target)
        moved.append((source, target))


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _why(error: BaseException) -> str:
    """In words: the system's reason, or that what was written is not what is read."""
    if isinstance(error, OSError):
        return cause(error)
    if isinstance(error, SQLAlchemyError):
        return phrase("không chép được cơ sở dữ liệu, ổ đĩa có thể đầy")
    return phrase("đọc lại thấy khác với khi ghi, ổ đĩa có thể hỏng")
