"""A file system of SQLite's that notes every write, put into the very copy the driver runs on.

The driver's library exports how file systems are registered. The usual one is copied, opening and
deleting are wrapped, and each file it opens gets a table of methods whose write, truncate and sync
are wrapped. The records' code runs as it is, encrypted.
"""

import ctypes as c
import errno
import os
from contextlib import contextmanager

import sqlcipher3._sqlite3

OK, FULL, _IOERR, _CANTOPEN = 0, 13, 10, 14
_PLAIN = b"unix"
_DIR_SYNCED = ("-wal", "-journal")
"""Files with whose first sync SQLite syncs the folder as well."""
_EXTENDED = {"write": 3, "sync": 4, "trunc": 6, "unlink": 10}
P, INT, LONG = c.c_void_p, c.c_int, c.c_int64


class _Vfs(c.Structure):
    _fields_ = [
        ("iVersion", INT), ("szOsFile", INT), ("mxPathname", INT), ("pNext", P),
        ("zName", c.c_char_p), ("pAppData", P), ("xOpen", P), ("xDelete", P),
        *((f"m{i}", P) for i in range(14)),
    ]  # fmt: skip


class _Methods(c.Structure):
    _fields_ = [
        ("iVersion", INT), ("xClose", P), ("xRead", P), ("xWrite", P), ("xTruncate", P),
        ("xSync", P), *((f"m{i}", P) for i in range(13)),
    ]  # fmt: skip


_OPEN = c.CFUNCTYPE(INT, P, P, P, INT, P)
_DELETE = c.CFUNCTYPE(INT, P, c.c_char_p, INT)
_WRITE = c.CFUNCTYPE(INT, P, P, INT, LONG)
_TRUNCATE = c.CFUNCTYPE(INT, P, LONG)
_SYNC = c.CFUNCTYPE(INT, P, INT)


class Recorder:
    """The recording file system; there is one in a process, whose tape changes."""

    def __init__(self) -> None:
        self.tape = None
        self.library = c.CDLL(sqlcipher3._sqlite3.__file__)
        self.library.sqlite3_vfs_find.restype = c.POINTER(_Vfs)
        self.library.sqlite3_vfs_find.argtypes = [c.c_char_p]
        self.library.sqlite3_vfs_register.argtypes = [c.POINTER(_Vfs), INT]
        self._base = self.library.sqlite3_vfs_find(_PLAIN)
        self._paths: dict[int, str] = {}
        self._new: set[str] = set()
        self._tables: dict[int, int] = {}
        self._kept: list[object] = []  # what C points to must not go away
        self._vfs = _Vfs()
        c.memmove(c.byref(self._vfs), self._base, c.sizeof(_Vfs))
        self._open, self._delete = _OPEN(self._vfs.xOpen), _DELETE(self._vfs.xDelete)
        wrapped = _OPEN(self._on_open), _DELETE(self._on_delete)
        self._kept.append(wrapped)
        self._vfs.zName, self._vfs.pNext = b"recording", None
        self._vfs.xOpen, self._vfs.xDelete = (c.cast(one, P) for one in wrapped)

    @contextmanager
    def recording(self, tape):
        """Whatever opens a database in the block writes through here, onto `tape`."""
        self.tape = tape
        self.library.sqlite3_vfs_register(c.byref(self._vfs), 1)
        try:
            yield
        finally:
            self.library.sqlite3_vfs_register(self._base, 1)
            self.tape = None

    def _at(self, file: int) -> str | None:
        return self.tape.of(self._paths[file]) if self.tape else None

    def _fault(self, kind: str) -> int:
        number = self.tape.fault(kind) if self.tape and self.tape.is_on else 0
        if not number:
            return OK
        if kind == "open":
            return _CANTOPEN
        return FULL if number == errno.ENOSPC else _IOERR | _EXTENDED[kind] << 8

    def _on_open(self, _vfs, name, file, flags, out):
        path = c.string_at(name).decode() if name else ""
        at = self.tape.of(path) if path and self.tape else None
        is_new = at is not None and not os.path.exists(path)
        refused = self._fault("open") if is_new else OK
        if refused:
            slot = c.cast(file, c.POINTER(P))
            slot[0] = None
            return refused
        answer = self._open(c.cast(self._base, P), name, file, flags, out)
        if answer == OK and at is not None:
            self._paths[file] = path
            if is_new:
                self._new.add(path)
                self.tape.add("create", at)
            slot = c.cast(file, c.POINTER(P))  # a file begins with the place of its methods
            slot[0] = self._table(slot[0])
        return answer

    def _table(self, address: int) -> int:
        if address in self._tables:
            return self._tables[address]
        methods = _Methods()
        c.memmove(c.byref(methods), address, c.sizeof(_Methods))
        base = _WRITE(methods.xWrite), _TRUNCATE(methods.xTruncate), _SYNC(methods.xSync)
        wrapped = self._wrapped(*base)
        methods.xWrite, methods.xTruncate, methods.xSync = (c.cast(one, P) for one in wrapped)
        self._kept += [methods, base, wrapped]
        mine = c.addressof(methods)
        self._tables[address] = self._tables[mine] = mine
        return mine

    def _wrapped(self, write, truncate, sync):
        def on_write(file, buffer, size, offset):
            refused = self._fault("write")
            if refused == FULL and size > 1:  # a full disk takes what still fits
                size //= 2
            answer = OK if refused not in {OK, FULL} else write(file, buffer, size, offset)
            at = self._at(file)
            if answer == OK and refused in {OK, FULL} and at is not None:
                self.tape.add("write", at, offset, c.string_at(buffer, size))
            return refused or answer

        def on_truncate(file, size):
            answer = self._fault("trunc") or truncate(file, size)
            at = self._at(file)
            if answer == OK and at is not None:
                self.tape.add("trunc", at, size)
            return answer

        def on_sync(file, flags):
            answer = self._fault("sync") or sync(file, flags)
            at = self._at(file)
            if answer == OK and at is not None:
                self.tape.add("sync", at)
                path = self._paths[file]
                if path in self._new and path.endswith(_DIR_SYNCED):
                    self._new.discard(path)
                    self.tape.add("syncdir", os.path.dirname(at))
            return answer

        return _WRITE(on_write), _TRUNCATE(on_truncate), _SYNC(on_sync)

    def _on_delete(self, _vfs, name, sync_folder):
        at = self.tape.of(name) if self.tape else None
        answer = self._fault("unlink") or self._delete(c.cast(self._base, P), name, sync_folder)
        if answer == OK and at is not None:
            self.tape.add("unlink", at)
            if sync_folder:
                self.tape.add("syncdir", os.path.dirname(at))
        return answer


RECORDER = Recorder()
