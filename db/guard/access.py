"""Who works on a data folder now: many side by side, or one alone while its files change places.

Two locks: whoever comes passes the gate and then shares the use of the folder. Who wants it alone
shuts the gate, so that nobody new comes, and waits until the others are gone. A note beside the
locks says what each work is, for the sentence that others read.
"""

import contextlib
import json
import os
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from app import held_files
from app.domain.errors import DeskError
from app.domain.phrases import Phrase, joined, phrase
from app.outside import strict_json
from app.wording.causes import cause
from app.wording.marker import translatable
from db.folder import FolderNotWritable
from db.guard.locks import LOCKS

FOLDER = ".motcua"
"""Of the locks and notes, in the data folder."""
WINDOW, STARTING, MIGRATING, RESTORING = "window", "start", "migrate", "restore"
"""Names of works that are no commands, or whose command says less than this."""
PATIENCE = 5.0
"""Seconds after which nobody waits any longer for another work."""
NOTE = ".viec"
_MOST_BYTES = 2**20
_PAUSE = 0.02
_TRIES = 50
_WORDS = {
    WINDOW: translatable("cửa sổ Một Cửa"),
    STARTING: translatable("việc tạo dữ liệu mới"),
    MIGRATING: translatable("việc nâng cấp dữ liệu"),
    RESTORING: translatable("việc khôi phục dữ liệu"),
}


class FolderBusy(DeskError):
    """Another work has the folder. Facts: path, work (what it is, with its process), seconds."""


class Note:
    """What a process does here: a small file that it holds locked as long as it lives.

    Args:
        path: where; private to the user.
        work: what is done.
    """

    def __init__(self, path: Path, work: str) -> None:
        self._path = path
        self._said: dict[str, object] = {"work": work, "pid": os.getpid()}
        self._file = open(path, "x+b", 0, opener=_private)  # noqa: SIM115 - kept open
        for _ in range(_TRIES):  # somebody may look at this very moment whether it is locked
            if LOCKS.take(self._file):
                break
            time.sleep(_PAUSE)
        self._write()

    def writing_into(self, folder: Path) -> None:
        """Say that half a file may be left in `folder` if this process ends now."""
        kept = self._said.setdefault("outside", [])
        assert isinstance(kept, list)  # noqa: S101 - set one line above
        kept.append(str(folder.resolve()))
        self._write()

    def written(self, folder: Path) -> None:
        """Nothing is left there: what was written is whole, or gone."""
        kept = self._said["outside"]
        assert isinstance(kept, list)  # noqa: S101 - `writing_into` came before
        kept.remove(str(folder.resolve()))
        self._write()

    def end(self) -> None:
        """The work is done."""
        self._file.close()
        with contextlib.suppress(OSError):
            held_files.remove(self._path)

    def _write(self) -> None:
        with contextlib.suppress(OSError):  # on a full disk nobody reads who works here
            self._file.seek(0)
            self._file.truncate()
            self._file.write(json.dumps(self._said).encode())


def notes(folder: Path) -> list[Path]:
    """The notes of all who work on `folder`, or did until they were killed."""
    return sorted((folder / FOLDER).glob(f"*{NOTE}"))


def is_of_the_dead(note: Path) -> bool:
    """Whether the process that wrote `note` is gone."""
    try:
        with note.open("r+b") as file:
            return LOCKS.take(file)
    except OSError:
        return False


def read_note(note: Path) -> dict[str, object]:
    """What a note says; nothing if it cannot be read."""
    try:
        said = strict_json.read_kept(note, most=_MOST_BYTES)
    except (OSError, ValueError):
        return {}
    return said if isinstance(said, dict) else {}


class _Held:
    """The shared use of one folder by this process, however many of its parts share it."""

    def __init__(self, file: IO[bytes], note: Note) -> None:
        self.file = file
        self.note = note
        self.users = 1
        self.is_alone = False


_GUARD = threading.Condition()
_HELD: dict[Path, _Held] = {}


class Share:
    """One part of this process works on the folder, beside others; see `share`."""

    def __init__(self, folder: Path, work: str) -> None:
        self.folder = folder
        self._work = work
        self._is_open = True

    @contextmanager
    def alone(self, *, patience: float = PATIENCE) -> Iterator[None]:
        """Hold the folder alone for the block, and share it again afterwards.

        Nobody else holds it alone in between. Two that share must not both want this: each would
        wait for the other; those who restore hold the window's lock before.

        Raises:
            FolderBusy: others work on it, this process among them.
        """
        with _GUARD:
            held = _HELD[self.folder]
        with _lock_file(self.folder, "cua") as gate:
            _wait(lambda: LOCKS.take(gate), self.folder, patience)
            with _GUARD:
                if held.users > 1 or held.is_alone:
                    raise _busy(self.folder, patience)
                held.is_alone = True
            try:
                _wait(lambda: LOCKS.take(held.file), self.folder, patience)
                yield
            finally:
                # Nobody can have it alone as long as the gate is shut.
                LOCKS.share(held.file)
                with _GUARD:
                    held.is_alone = False
                    _GUARD.notify_all()

    @contextmanager
    def writing_into(self, folder: Path) -> Iterator[None]:
        """For the block files are written into `folder`: what a kill leaves there is found."""
        with _GUARD:
            held = _HELD[self.folder]
            held.note.writing_into(folder)
        try:
            yield
        finally:
            with _GUARD:
                held.note.written(folder)

    def close(self) -> None:
        """Let go; the second time nothing happens."""
        with _GUARD:
            if not self._is_open:
                return
            self._is_open = False
            held = _HELD[self.folder]
            held.users -= 1
            if not held.users:
                del _HELD[self.folder]
                held.file.close()
                held.note.end()


def share(folder: Path, work: str, *, patience: float = PATIENCE) -> Share:
    """Work on `folder` beside others, until `close`.

    Args:
        folder: an existing data folder.
        work: the command, or one of the names of works here.
        patience: seconds to wait for one who holds it alone.

    Raises:
        FolderBusy: somebody held it alone all that time.
    """
    place = folder.resolve()
    with _GUARD:
        held = _HELD.get(place)
        if held is not None:
            if not _GUARD.wait_for(lambda: not held.is_alone, patience):
                raise _busy(place, patience)
            held.users += 1
        else:
            _HELD[place] = _shared(place, work, patience)
    return Share(place, work)


def is_shared_here(folder: Path) -> bool:
    """Whether this process works on `folder` already."""
    with _GUARD:
        return folder.resolve() in _HELD


@contextmanager
def alone(folder: Path, work: str, *, patience: float = PATIENCE) -> Iterator[None]:
    """Hold `folder` alone for the block.

    Raises:
        FolderBusy: others, this process among them, worked on it all of `patience` (seconds).
    """
    place = folder.resolve()
    with _lock_file(place, "cua") as gate, _lock_file(place, "dung") as use:
        _wait(lambda: LOCKS.take(gate), place, patience)
        _wait(lambda: LOCKS.take(use), place, patience)
        note = _note(place, work)
        try:
            yield
        finally:
            note.end()


def _shared(place: Path, work: str, patience: float) -> _Held:
    with _lock_file(place, "cua") as gate:
        _wait(lambda: LOCKS.share(gate), place, patience)
        use = open_lock(place, "dung")
        try:
            _wait(lambda: LOCKS.share(use), place, patience)
            return _Held(use, _note(place, work))
        except BaseException:
            use.close()
            raise


def _note(place: Path, work: str) -> Note:
    with _worded(place):
        return Note(place / FOLDER / f"{os.getpid()}-{os.urandom(4).hex()}{NOTE}", work)


@contextmanager
def _worded(place: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise FolderNotWritable(path=str(place), why=cause(error)) from error


@contextmanager
def _lock_file(place: Path, name: str) -> Iterator[IO[bytes]]:
    file = open_lock(place, name)
    try:
        yield file
    finally:
        file.close()


def open_lock(place: Path, name: str) -> IO[bytes]:
    """The file of the lock `name` of the folder `place`, open for its user alone."""
    with _worded(place):
        (place / FOLDER).mkdir(mode=0o700, exist_ok=True)
        return open(place / FOLDER / f"{name}.khoa", "a+b", opener=_private)


def _private(path: str, flags: int) -> int:
    return os.open(path, flags, 0o600)


def _wait(has_it: Callable[[], bool], place: Path, patience: float) -> None:
    until = time.monotonic() + patience
    while not has_it():
        if time.monotonic() >= until:
            raise _busy(place, patience)
        time.sleep(_PAUSE)


def _busy(place: Path, patience: float) -> FolderBusy:
    living = [note for note in notes(place) if not is_of_the_dead(note)]
    named = [_named(read_note(note)) for note in living]
    work = joined(named, ", ") if named else phrase("một việc khác")
    return FolderBusy(path=str(place), work=work, seconds=round(patience))


def _named(said: dict[str, object]) -> Phrase:
    work = str(said.get("work", ""))
    what = phrase(_WORDS[work]) if work in _WORDS else phrase("lệnh {command}", command=work or "?")
    return phrase("{work} (tiến trình {pid})", work=what, pid=str(said.get("pid", "?")))
