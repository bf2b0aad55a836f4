"""Telling the witness of commits: one short line each, appended and synced before the answer."""

import contextlib
import os
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import IO

from db.durable import append, sync_content
from db.guard.locks import LOCKS
from db.witness.added import Added
from db.witness.known import (
    HEAD_FILE,
    HeadFileDamaged,
    HeadMissing,
    Known,
    line_of,
    read_known,
    require_summary,
    write_known,
)

_PAUSE = 0.002
_TRIES = 500
"""A second: nobody holds the file longer than one short write, or writing it anew, takes."""
_MOST_LINES = 500
"""Lines after which the file is written anew at a close."""


class WitnessBusy(OSError):
    """Somebody held the file for longer than anyone should."""


class Witness:
    """The witness of one data folder, kept open from the first commit on.

    Several processes tell it side by side: each line goes to the end, under the file's lock, and to
    the file that bears the name at that moment.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._path = folder / HEAD_FILE
        self._file: IO[bytes] | None = None
        self._waiting = b""
        self._trouble: Exception | None = None
        self._is_cut = False
        self._one_at_a_time = threading.Lock()

    def add(self, commit: Added) -> None:
        """Tell of a commit, safe on disk when this returns.

        What was committed is kept whatever becomes of this: what cannot be told now is told with
        the next commit, or at the close, which says so if it cannot either.

        Raises:
            HeadMissing: there is no such file.
        """
        with self._one_at_a_time:
            self._waiting += line_of(commit.rows, commit.numbers)
            try:
                self._write()
            except HeadMissing:
                self._waiting = b""
                raise
            except (OSError, HeadFileDamaged) as error:
                self._trouble = error

    @property
    def trouble(self) -> Exception | None:
        """Why it was not told of the last commit; None while it knows everything."""
        return self._trouble

    @property
    def is_there(self) -> bool:
        """Whether there is a file that bears its name."""
        return self._path.exists()

    def settle(self) -> None:
        """Tell what it was not told of yet, and write it anew if it has grown long.

        Raises:
            OSError, HeadFileDamaged, HeadMissing: it was not told.
        """
        with self._one_at_a_time:
            if self._waiting:
                self._write()
            if self._file is not None and self._has_grown():
                with contextlib.suppress(PermissionError):  # Windows, and others have it open
                    self._replace(lambda: read_known(self._folder))

    def write_anew(self, make: Callable[[], Known]) -> None:
        """Put what `make` finds in the place of all that it knew.

        Raises:
            OSError: it knows what it knew before.
        """
        with self._one_at_a_time:
            self._replace(make)
            self._waiting, self._trouble = b"", None

    def close(self) -> None:
        """Let the file go."""
        with self._one_at_a_time:
            self._close()

    def _write(self) -> None:
        file = self._held()
        try:
            # A line that a full disk cut ends here: it is left out by whoever reads.
            content = b"\n" + self._waiting if self._is_cut else self._waiting
            self._is_cut = True
            append(file, content)
            self._is_cut = False
        finally:
            LOCKS.release(file)
        # Whoever writes the file anew from here on takes these lines along.
        sync_content(file)
        self._waiting, self._trouble = b"", None

    def _held(self) -> IO[bytes]:
        """The file that bears the name, its lock held."""
        for _ in range(_TRIES):
            file = self._file or self._open()
            self._file = file
            if not LOCKS.take(file):
                time.sleep(_PAUSE)
                continue
            if self._is_of_the_name(file):
                return file
            LOCKS.release(file)
            self._close()  # written anew by somebody else
        raise WitnessBusy(str(self._path))

    def _open(self) -> IO[bytes]:
        if not require_summary(self._folder):
            raise HeadMissing(path=str(self._path))
        handle = os.open(self._path, os.O_RDWR | os.O_APPEND | getattr(os, "O_BINARY", 0))
        file = os.fdopen(handle, "r+b", 0)
        file.seek(-1, os.SEEK_END)
        self._is_cut = file.read(1) != b"\n"  # torn by a power cut
        return file

    def _is_of_the_name(self, file: IO[bytes]) -> bool:
        try:
            return os.path.samestat(os.fstat(file.fileno()), self._path.stat())
        except FileNotFoundError:
            return False

    def _has_grown(self) -> bool:
        known = read_known(self._folder)
        return known is not None and known.lines > _MOST_LINES

    def _replace(self, make: Callable[[], Known | None]) -> None:
        """Write it anew with what `make` finds while nobody is telling anything."""
        self._close()
        with contextlib.suppress(HeadMissing, HeadFileDamaged):
            self._held()
        try:
            known = make()
            if os.name == "nt":  # pragma: no cover - no open file is replaced there
                self._close()
            if known is not None:
                write_known(self._folder, known)
        finally:
            if self._file is not None:
                LOCKS.release(self._file)
            self._close()

    def _close(self) -> None:
        if self._file is not None:
            self._file.close()
            self._file = None
