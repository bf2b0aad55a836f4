"""One verified file with database, key and papers, and the way back that destroys nothing."""

import contextlib
import hashlib
import json
import os
import shutil
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path, PurePosixPath

from sqlalchemy.exc import SQLAlchemyError
from sqlcipher3.dbapi2 import DatabaseError

from app.causes import cause
from app.domain.actor import Actor
from app.domain.clock import Clock
from app.domain.errors import DeskError
from app.domain.reasons import because
from app.usecases.desk import Desk
from app.usecases.opening import open_desk
from app.usecases.trail import canonical
from app.usecases.verification import Verified, verify_pages, verify_records
from db.durable import sync_folder
from db.folder import DATABASE_FILE, is_set_up
from db.keys import HEAD_FILE, KEY_FILE, write_head
from db.papers import PAPERS_FOLDER
from db.rows.trail import Subject
from db.stores import carried, ledger
from db.stores.carried import Given
from db.stores.ledger import Entry

SUFFIX = ".mcbk"
_FORMAT = "motcua-backup-1"
_MANIFEST = "sao-luu.json"
_CHUNK = 1 << 20
_MOST_ENTRIES = 2_000_000


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


def back_up(desk: Desk, to: Path) -> BackedUp:
    """Write one verified backup file into folder `to`.

    The database is copied as of one moment, papers with it; the file is then unpacked aside, its
    database opened and checked in full. Only then does it get its name.

    Raises:
        BackupFailed: the folder is missing or full, or the copy did not check.
    """
    now = desk.clock.now()
    if not to.is_dir():
        why = (
            because("đây là tệp, không phải thư mục")
            if to.exists()
            else because("không có thư mục này")
        )
        raise BackupFailed(path=str(to), why=why)
    name = f"MotCua-{_agency(desk)}-{now:%Y%m%d-%H%M%S}{SUFFIX}"
    temporary = to / f".{name}.tmp"
    try:
        with _aside(desk.folder, now) as aside:
            _copy_database(desk, aside)
            _write_file(desk.folder, aside, temporary, now)
        with _aside(desk.folder, now) as aside:
            _unpack(temporary, aside)
            verified = _check(aside, desk.clock)
        final = to / name
        temporary.replace(final)
        sync_folder(to)
    except (OSError, zipfile.BadZipFile, DatabaseError) as error:
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


def _agency(desk: Desk) -> str:
    with desk.records.read() as connection:
        return desk.reference.at(connection).settings.agency_code or "co-quan"


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
    with desk.records.engine.connect() as connection:
        raw = connection.connection.dbapi_connection
        if raw is None:  # pragma: no cover - an open connection has one
            raise BackupFailed(path=str(aside), why=because("kết nối đã đóng"))
        raw.execute("VACUUM INTO ?", (str(aside / DATABASE_FILE),))
    shutil.copy2(desk.folder / KEY_FILE, aside / KEY_FILE)


def _write_file(folder: Path, aside: Path, temporary: Path, now: datetime) -> None:
    papers = sorted((folder / PAPERS_FOLDER).glob("*/*.giay"))
    sources = {name: aside / name for name in (DATABASE_FILE, KEY_FILE)}
    sources |= {f"{PAPERS_FOLDER}/{p.parent.name}/{p.name}": p for p in papers}
    digests = {}
    handle = os.open(temporary, os.O_RDWR | os.O_CREAT | os.O_TRUNC, 0o600)
    with os.fdopen(handle, "wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED, allowZip64=True) as bundle:
            for name, source in sources.items():
                bundle.write(source, name)
                digests[name] = _digest(source)
            manifest = {"format": _FORMAT, "made_at": now.isoformat(), "files": digests}
            bundle.writestr(_MANIFEST, json.dumps(manifest, sort_keys=True))
        file.flush()
        os.fsync(file.fileno())


def _unpack(file: Path, aside: Path) -> None:
    """Unpack by our own names only, each file against its digest.

    Raises:
        NotABackup: not a bundle of ours, cut short, or altered.
    """
    try:
        with zipfile.ZipFile(file) as bundle:
            digests = _manifest(bundle, file)
            for name, digest in digests.items():
                target = aside / name
                target.parent.mkdir(parents=True, exist_ok=True)
                with bundle.open(name) as source, open(target, "wb", opener=_private) as out:
                    shutil.copyfileobj(source, out, _CHUNK)
                if _digest(target) != digest:
                    raise NotABackup(
                        path=str(file), why=because("{name} đã bị thay đổi", name=name)
                    )
    except FileNotFoundError:
        raise NotABackup(path=str(file), why=because("không có tệp này")) from None
    except IsADirectoryError:
        raise NotABackup(
            path=str(file), why=because("đây là thư mục, hãy chọn tệp .mcbk")
        ) from None
    except (zipfile.BadZipFile, KeyError, ValueError, EOFError, NotImplementedError):
        why = because("không phải tệp Một Cửa ghi, bị cắt hoặc đã bị thay đổi")
        raise NotABackup(path=str(file), why=why) from None


def _private(path: str, flags: int) -> int:
    """Open a file that its owner alone can read: the key is among them."""
    return os.open(path, flags, 0o600)


def _manifest(bundle: zipfile.ZipFile, file: Path) -> dict[str, str]:
    names = bundle.namelist()
    if len(names) > _MOST_ENTRIES or len(set(names)) != len(names):
        raise NotABackup(path=str(file), why=because("danh sách tệp không hợp lệ"))
    body = json.loads(bundle.read(_MANIFEST))
    if not isinstance(body, dict) or body.get("format") != _FORMAT:
        raise NotABackup(path=str(file), why=because("không đúng định dạng"))
    digests = body["files"]
    if not isinstance(digests, dict) or set(digests) | {_MANIFEST} != set(names):
        raise NotABackup(path=str(file), why=because("danh sách tệp không khớp"))
    for name in digests:
        if not _is_ours(name):
            raise NotABackup(path=str(file), why=because("có tệp lạ “{name}”", name=name[:80]))
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
        verified = verify_records(desk)
        with desk.records.read() as connection:
            seq, chain_hash = ledger.head(connection)
        write_head(aside, seq, chain_hash)
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
        now = clock.now()
        with desk.records.write() as connection:
            actor = Actor(desk.reference.at(connection).settings.officer)
            left_out = given.leave_out(connection, now)
            entry = Entry(
                subject=Subject.DATABASE,
                reference=DATABASE_FILE,
                event="RESTORED",
                detail=canonical({"numbers_left_out": left_out}),
            )
            ledger.append(connection, actor, now, entry)
    finally:
        desk.close()


def _given_numbers(folder: Path, clock: Clock) -> Given | None:
    """None if the replaced data cannot tell, or there is none."""
    if not is_set_up(folder):
        return None
    try:
        desk = open_desk(folder, clock)
    except (DeskError, SQLAlchemyError, DatabaseError):
        return None
    try:
        with desk.records.read() as connection:
            return carried.given(connection)
    except (SQLAlchemyError, DatabaseError):
        return None
    finally:
        with contextlib.suppress(DeskError, SQLAlchemyError, DatabaseError):
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
    if isinstance(error, DatabaseError):
        return because("không chép được cơ sở dữ liệu, ổ đĩa có thể đầy")
    return because("đọc lại thấy khác với khi ghi, ổ đĩa có thể hỏng")
