"""Counts what SQLite asks the disk to make durable: xSync and xDelete of its own file methods.

The default file system of the encrypting library is copied and the copy made the default, through
ctypes: each file opened afterwards passes its syncs through a counter. Works where the library
shows its `sqlite3_vfs_find` (Linux and macOS wheels).
"""

import ctypes as c
from collections import Counter

from sqlcipher3 import _sqlite3

_P, _I = c.c_void_p, c.c_int
_SYNC = c.CFUNCTYPE(_I, _P, _I)
_OPEN = c.CFUNCTYPE(_I, _P, _P, _P, _I, _P)


class _Vfs(c.Structure):
    _fields_ = [
        ("iVersion", _I), ("szOsFile", _I), ("mxPathname", _I), ("pNext", _P),
        ("zName", c.c_char_p), ("pAppData", _P), ("xOpen", _P), *((f"m{n}", _P) for n in range(15)),
    ]  # fmt: skip


class _Methods(c.Structure):
    _fields_ = [
        ("iVersion", _I), *((name, _P) for name in ("xClose", "xRead", "xWrite", "xTruncate")),
        ("xSync", _P), *((f"m{n}", _P) for n in range(13)),
    ]  # fmt: skip


class SyncCounter:
    """While it lives, `counted` holds syncs by kind of file: ``wal``, ``database``, ``other``.

    Make it before the first connection is opened; it stays in place until the process ends.
    """

    def __init__(self) -> None:
        self.counted: Counter[str] = Counter()
        self._kept: list[object] = []
        self._tables: dict[tuple[int, str], int] = {}
        library = c.CDLL(_sqlite3.__file__)
        library.sqlite3_vfs_find.restype = c.POINTER(_Vfs)
        library.sqlite3_vfs_find.argtypes = [c.c_char_p]
        library.sqlite3_vfs_register.argtypes = [c.POINTER(_Vfs), _I]
        self._base = library.sqlite3_vfs_find(None)
        self._vfs = _Vfs()
        c.memmove(c.byref(self._vfs), self._base, c.sizeof(_Vfs))
        self._base_open = _OPEN(self._vfs.xOpen)
        self._open = _OPEN(self._on_open)
        self._vfs.zName, self._vfs.pNext = b"counting", None
        self._vfs.xOpen = c.cast(self._open, _P)
        assert library.sqlite3_vfs_register(c.byref(self._vfs), 1) == 0

    def _on_open(self, _vfs, name, file, flags, out) -> int:
        answer = self._base_open(c.cast(self._base, _P), name, file, flags, out)
        methods = c.cast(file, c.POINTER(_P))
        if answer == 0 and name and methods[0]:
            path = c.string_at(name).decode()
            kind = "wal" if path.endswith("-wal") else "database" if ".db" in path else "other"
            methods[0] = self._counting(methods[0], kind)
        return answer

    def _counting(self, address: int, kind: str) -> int:
        if (address, kind) not in self._tables:
            methods = _Methods()
            c.memmove(c.byref(methods), address, c.sizeof(_Methods))
            sync = _SYNC(methods.xSync)

            def counted(file, flags) -> int:
                self.counted[kind] += 1
                return sync(file, flags)

            callback = _SYNC(counted)
            methods.xSync = c.cast(callback, _P)
            self._kept += [methods, callback]
            self._tables[address, kind] = c.addressof(methods)
        return self._tables[address, kind]
