"""Files in the making: a name nobody else has, and their own name only once they are whole.

Two programs may write into one folder at once, a stick most of all. Neither ever opens what the
other writes, and neither takes a name the other was given.
"""

import contextlib
import errno
import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from app import held_files

_PREFIX, _SUFFIX = ".motcua-nhap-", ".tmp"
_MOST_TRIES = 1_000
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOTSUP})
"""What a stick says whose folders cannot be synced."""


class ReadBackDiffers(OSError):
    """What lies under the name is not what was written and checked."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A file in the making: open, empty at first, and held against everybody else."""

    path: Path
    file: BinaryIO

    def sync(self) -> None:
        """Have all that was written on the medium."""
        self.file.flush()
        os.fsync(self.file.fileno())

    def check(self, digest: str) -> None:
        """Read it back.

        Raises:
            ReadBackDiffers: another content lies there than that of `digest`.
        """
        _check(self.path, digest)

    def place(self, final: Path, *, digest: str, replaces: bool = False) -> None:
        """Give it its name, durably; then read it there once more.

        Args:
            final: where; a name that is taken is refused unless `replaces`.
            digest: SHA-256 of what was read back under the temporary name.
            replaces: a file of that name gives way.

        Raises:
            FileExistsError: the name is taken.
            ReadBackDiffers: another content lies there than was checked.
            OSError: it could not be named; nothing of it is left, and what gave way is back. Only
                where a disk knows no second name of a file may the new one stay in its place.
        """
        mine = os.fstat(self.file.fileno())
        if os.name == "nt":  # pragma: no cover - which names no open file
            self.file.close()
        with _earlier(final) if replaces else contextlib.nullcontext() as earlier:
            if replaces:
                held_files.replace(self.path, final)
            else:
                _name_alone(self.path, final)
            try:
                self.file.close()  # not before: what nobody holds is cleared away
                sync_names(final.parent)
                _check(final, digest)
            except OSError:
                with contextlib.suppress(OSError):
                    if os.path.samestat(final.stat(), mine):
                        _take_back(final, earlier)
                raise

    def place_free(self, final: Path, *, digest: str) -> Path:
        """Give it the name of `final`, or that with the next free number; the name it was given.

        Raises:
            As `place`.
        """
        for nth in range(1, _MOST_TRIES):
            name = final if nth == 1 else final.with_name(f"{final.stem}_{nth}{final.suffix}")
            if os.path.lexists(name):
                continue
            with contextlib.suppress(FileExistsError):
                self.place(name, digest=digest)
                return name
        raise FileExistsError(errno.EEXIST, "no name is free", str(final))


@contextmanager
def draft_in(folder: Path) -> Iterator[Draft]:
    """An empty file in `folder`, its owner's alone; gone after the block unless it was placed.

    What a program that ended amid its work left there is cleared away first.
    """
    clear_drafts(folder)
    path, handle = _begin(folder)
    try:
        with os.fdopen(handle, "w+b") as file:
            yield Draft(path, file)
    finally:
        with contextlib.suppress(OSError):
            held_files.remove(path, missing_ok=True)


def clear_drafts(folder: Path) -> None:
    """Remove drafts that nobody writes any more."""
    with contextlib.suppress(OSError):
        for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            with contextlib.suppress(OSError):
                _clear(path)


def digest_of(path: Path) -> str:
    """SHA-256 of the file at `path`."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def sync_names(folder: Path) -> None:
    """Make names in `folder` durable; Windows does so by itself, some sticks cannot be asked."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise
    finally:
        os.close(handle)


def _check(path: Path, digest: str) -> None:
    if digest_of(path) != digest:
        raise ReadBackDiffers(errno.EIO, "read back differs", str(path))


def _begin(folder: Path) -> tuple[Path, int]:
    flags = os.O_RDWR | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    for _ in range(_MOST_TRIES):
        path = _draft_name(folder)
        try:
            handle = os.open(path, flags, 0o600)
        except FileExistsError:
            continue
        if _held(handle) and os.fstat(handle).st_nlink:
            return path, handle
        os.close(handle)  # somebody cleared it away before it was held
    raise FileExistsError(errno.EEXIST, "no name is free", str(folder))


def _draft_name(folder: Path) -> Path:
    return folder / f"{_PREFIX}{os.urandom(8).hex()}{_SUFFIX}"


def _name_alone(path: Path, final: Path) -> None:
    """Rename, but never over a file that is there."""
    if os.name == "nt":  # pragma: no cover - refuses a name that is taken by itself
        held_files.rename(path, final)
        return
    try:
        os.link(path, final)
    except FileExistsError:
        raise
    except OSError:  # a stick that knows no second name of a file
        os.close(os.open(final, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
        try:
            held_files.replace(path, final)
        except OSError:
            with contextlib.suppress(OSError):
                held_files.remove(final)
            raise
    else:
        with contextlib.suppress(OSError):  # it has its name; `draft_in` tries once more
            held_files.remove(path)


@contextmanager
def _earlier(final: Path) -> Iterator[Path | None]:
    """Another name of what has the name `final`, for the block; None if nothing has it.

    Where a disk knows no second name, it is `final` itself.
    """
    if not os.path.lexists(final):
        yield None
        return
    aside = _draft_name(final.parent)
    try:
        os.link(final, aside)
    except OSError:
        yield final
        return
    try:
        yield aside
    finally:
        with contextlib.suppress(OSError):
            held_files.remove(aside, missing_ok=True)


def _take_back(final: Path, earlier: Path | None) -> None:
    """Take away what was named `final`; what gave way to it gets its name again."""
    if earlier is None:
        held_files.remove(final)
    elif earlier != final:
        held_files.replace(earlier, final)


if sys.platform == "win32":  # pragma: no cover - the other branch is the one tested here

    def _held(_handle: int) -> bool:
        """An open file cannot be removed there."""
        return True

    def _clear(path: Path) -> None:
        held_files.remove(path)
else:
    import fcntl

    def _held(handle: int) -> bool:
        """Hold the file as long as it is open; where nothing can be held, nothing is cleared."""
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:
            return True
        return True

    def _clear(path: Path) -> None:
        handle = os.open(path, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
            held_files.remove(path)
        finally:
            os.close(handle)
