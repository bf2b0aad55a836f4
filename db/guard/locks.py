"""Locks the system lets go of when their process ends, however: shared by many, or held alone."""

import contextlib
import sys
from collections.abc import Callable
from typing import IO, Protocol

_PLACES = 64
"""How many may share a lock on Windows, which knows only locks held alone: one byte for each."""
_FIRST = 1 << 30
"""Where those bytes lie: far behind the text, since Windows lets nobody read locked bytes."""


class Locks(Protocol):
    """How a system locks an open file; nothing here waits."""

    def share(self, file: IO[bytes]) -> bool:
        """Share the lock of `file`; False if somebody holds it alone."""
        ...

    def take(self, file: IO[bytes]) -> bool:
        """Hold the lock of `file` alone, also one that was shared; False if others have it."""
        ...

    def release(self, file: IO[bytes]) -> None:
        """Let go of it."""
        ...


Locking = Callable[[int, int, int], object]
"""As `msvcrt.locking`: descriptor, mode, how many bytes from the file's position on."""


class WindowsLocks:
    """Bytes of a file, each held alone: who shares the lock has one, who holds it alone has all.

    Args:
        locking: `msvcrt.locking`, or what answers as Windows does.
        take: its mode for taking without waiting.
        release: its mode for letting go.
    """

    def __init__(self, locking: Locking, *, take: int, release: int) -> None:
        self._locking = locking
        self._take = take
        self._release = release
        self._held: dict[int, tuple[int, int]] = {}

    def share(self, file: IO[bytes]) -> bool:
        """One place that is free; whoever had all gives them back first."""
        self.release(file)
        return any(self._hold(file, place, 1) for place in range(_PLACES))

    def take(self, file: IO[bytes]) -> bool:
        """Every place; the one that was had goes first, since a byte is held only once."""
        self.release(file)
        return self._hold(file, 0, _PLACES)

    def release(self, file: IO[bytes]) -> None:
        """The places that are held; none is no mistake."""
        held = self._held.pop(file.fileno(), None)
        if held is None:
            return
        file.seek(_FIRST + held[0])
        with contextlib.suppress(OSError):  # a file of that number was closed, and so let go
            self._locking(file.fileno(), self._release, held[1])

    def _hold(self, file: IO[bytes], place: int, places: int) -> bool:
        file.seek(_FIRST + place)
        try:
            self._locking(file.fileno(), self._take, places)
        except OSError:
            return False
        self._held[file.fileno()] = (place, places)
        return True


if sys.platform == "win32":  # pragma: no cover - what Windows answers is played in the tests
    import msvcrt

    LOCKS: Locks = WindowsLocks(msvcrt.locking, take=msvcrt.LK_NBLCK, release=msvcrt.LK_UNLCK)
else:
    import fcntl

    class PosixLocks:
        """The lock of a whole open file."""

        def share(self, file: IO[bytes]) -> bool:
            """Beside others who share it."""
            return self._lock(file, fcntl.LOCK_SH)

        def take(self, file: IO[bytes]) -> bool:
            """Alone."""
            return self._lock(file, fcntl.LOCK_EX)

        def release(self, file: IO[bytes]) -> None:
            """Let go."""
            fcntl.flock(file, fcntl.LOCK_UN)

        def _lock(self, file: IO[bytes], kind: int) -> bool:
            try:
                fcntl.flock(file, kind | fcntl.LOCK_NB)
            except BlockingIOError:
                return False
            return True

    LOCKS: Locks = PosixLocks()
