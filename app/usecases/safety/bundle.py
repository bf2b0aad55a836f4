"""The backup as one file: which names it may hold, and how it is unpacked without trusting it."""

import errno
import hashlib
import os
import shutil
from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path, PurePosixPath

from app.domain.actor import PROGRAM
from app.domain.clock import Clock, in_vietnam
from app.domain.errors import Unreadable
from app.domain.permission import Permission
from app.domain.phrases import phrase
from app.outside import stored_zip, strict_json
from app.outside.ordinary import open_ordinary, why_unreadable
from app.outside.stored_zip import ArchiveRefused, StoredZip
from app.usecases.office.opening import open_copy
from app.usecases.safety.reporting import Report, part, part_of, unreported
from app.usecases.safety.verification import Verified, verify_pages_of_copy, verify_records
from db.folder import DATABASE_FILE, PAPERS_FOLDER
from db.guard import acl
from db.keys import KEY_FILE
from db.stores import prints

FORMAT = "motcua-backup-1"
MANIFEST = "sao-luu.json"
_MOST_ENTRIES = 2_000_000
_MOST_HEAD, _MOST_PER_FILE = 2**16, 256
"""Bytes of the manifest: its beginning, and what it says of each file."""


class NotABackup(Unreadable):
    """The file is not a backup of ours, or is cut or altered. Facts: path, why."""


def unpack(
    file: Path,
    aside: Path,
    progress: Report = unreported,
    *,
    only: frozenset[str] | None = None,
) -> datetime | None:
    """Unpack by our own names only, each file against its digest; when the backup was made.

    `progress` is told how many bytes of how many are unpacked.

    Raises:
        NotABackup: not a bundle of ours, cut short, or altered.
    """
    try:
        with (
            open_ordinary(file) as opened,
            stored_zip.opened(opened, most_entries=_MOST_ENTRIES) as bundle,
        ):
            digests, made_at = _manifest(bundle)
            if only is not None:
                digests = {name: each for name, each in digests.items() if name in only}
            total = sum(map(bundle.size_of, digests))
            _require_room(aside, total)
            done = 0
            for name, digest in digests.items():
                progress(done, total)
                done += _unpack_one(
                    bundle, name, aside / name, digest, part_of(progress, done, total)
                )
            acl.protect(aside / KEY_FILE)
    except ArchiveRefused as refused:
        raise NotABackup(path=str(file), why=refused.why) from None
    except strict_json.FileNotJson as refused:
        raise NotABackup(path=str(file), why=refused.facts["why"]) from None
    except OSError as error:
        if error.filename != str(file):
            raise
        is_folder = error.errno == errno.EISDIR
        why = phrase("đây là thư mục, hãy chọn tệp .mcbk") if is_folder else why_unreadable(error)
        raise NotABackup(path=str(file), why=why) from None
    return made_at


def _require_room(aside: Path, needed: int) -> None:
    """Ask for room for all of it, before any of it is there.

    Raises:
        OSError: there is not enough.
    """
    if shutil.disk_usage(aside).free < needed:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), str(aside))


def _unpack_one(
    bundle: StoredZip, name: str, target: Path, digest: object, report: Callable[[int], None]
) -> int:
    """Unpack one file; its bytes, of which `report` is told."""
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    found = hashlib.sha256()
    with open(target, "wb", opener=_private) as out:
        for block in bundle.blocks(name):
            found.update(block)
            out.write(block)
            report(out.tell())
    if found.hexdigest() != digest:
        raise ArchiveRefused(phrase("{name} đã bị thay đổi", name=name))
    return target.stat().st_size


def _private(path: str, flags: int) -> int:
    """Open a file that its owner alone can read: the key is among them."""
    return os.open(path, flags, 0o600)


def _manifest(bundle: StoredZip) -> tuple[Mapping[str, object], datetime | None]:
    """Which files there are with their digests, and when they were put together."""
    most = _MOST_HEAD + _MOST_PER_FILE * len(bundle.names)
    body = strict_json.read(bundle.whole(MANIFEST, most), most=most)
    if not isinstance(body, dict) or body.get("format") != FORMAT:
        raise ArchiveRefused(phrase("không đúng định dạng"))
    digests = body.get("files")
    if not isinstance(digests, dict) or {*digests, MANIFEST} != set(bundle.names):
        raise ArchiveRefused(phrase("danh sách tệp không khớp"))
    for name in digests:
        if not _is_ours(name):
            raise ArchiveRefused(phrase("có tệp lạ “{name}”", name=name[:80]))
    return digests, _moment(body.get("made_at"))


def _moment(text: object) -> datetime | None:
    try:
        return in_vietnam(datetime.fromisoformat(str(text)))
    except ValueError:
        return None


def _is_ours(name: str) -> bool:
    if name in {DATABASE_FILE, KEY_FILE}:
        return True
    parts = PurePosixPath(name).parts
    if len(parts) != 3 or parts[0] != PAPERS_FOLDER or "\\" in name:
        return False
    stem, dot, suffix = parts[2].partition(".")
    is_digest = len(stem) == 64 and set(stem) <= set("0123456789abcdef")
    return is_digest and dot + suffix == ".giay" and parts[1] == stem[:2]


def check_copy(aside: Path, clock: Clock, progress: Report = unreported) -> Verified:
    """Open the unpacked copy and verify all of it; leaves a witness of it beside its key.

    `progress` is told how far it is; what it raises ends the check.

    Papers that were printed while it was made are no part of its moment: there they wait.
    """
    verify_pages_of_copy(aside, part(progress, 0, 0))
    desk = open_copy(aside, clock)
    try:
        with desk.view(PROGRAM, Permission.VERIFY_RECORDS) as view:
            rows = prints.digests(view.connection)
        desk.papers.let_wait(desk.papers.confirmed().difference(rows))
        verified = verify_records(desk, PROGRAM, progress)
    finally:
        desk.close()
    return verified
