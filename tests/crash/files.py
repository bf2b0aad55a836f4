"""The files Python itself writes, noted on the same tape as SQLite's."""

import builtins
import errno
import io
import os
import shutil
from contextlib import contextmanager
from unittest import mock

_WRITING = frozenset("wxa+")
_REAL = {
    name: getattr(os, name)
    for name in (
        "open", "write", "fsync", "fdatasync", "replace", "rename", "link", "unlink",
        "remove", "mkdir", "rmdir", "sync",
    )
}  # fmt: skip
_REAL_OPEN = io.open


def _refuse(tape, kind):
    number = tape.fault(kind) if tape.is_on else 0
    if number:
        raise OSError(number, os.strerror(number))


@contextmanager
def _short(tape, content):
    """What is written of `content`, before the refusal if there is one: a full disk takes half."""
    number = tape.fault("write") if tape.is_on else 0
    if number and number != errno.ENOSPC:
        raise OSError(number, os.strerror(number))
    yield content[: len(content) // 2 or 1] if number else content
    if number:
        raise OSError(number, os.strerror(number))


def _position(file):
    return os.lseek(file.fileno(), 0, os.SEEK_CUR)


def _of_handle(handle):
    return os.readlink(f"/proc/self/fd/{handle}")


class _File(io.FileIO):
    """A file without a buffer whose writes are noted."""

    def __init__(self, tape, file, mode, closefd, opener):
        self._tape = tape
        super().__init__(file, mode, closefd, opener or os.open)

    def write(self, content):
        at = self._tape.of(_of_handle(self.fileno()))
        if at is None:
            return super().write(content)
        with _short(self._tape, bytes(content)) as whole:
            done = super().write(whole)
            self._tape.add("write", at, _position(self) - done, whole[:done])
        return done

    def truncate(self, size=None):
        _refuse(self._tape, "trunc")
        size = _position(self) if size is None else size
        done = super().truncate(size)
        at = self._tape.of(_of_handle(self.fileno()))
        if at is not None:
            self._tape.add("trunc", at, size)
        return done


def _opening(tape):
    def open_(
        file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True,
        opener=None,
    ):  # fmt: skip
        if not _WRITING & set(mode):
            return _REAL_OPEN(file, mode, buffering, encoding, errors, newline, closefd, opener)
        raw = _File(tape, file, mode.replace("b", "").replace("t", ""), closefd, opener)
        if buffering == 0:
            return raw
        kind = io.BufferedRandom if "+" in mode else io.BufferedWriter
        buffered = kind(raw)
        if "b" in mode:
            return buffered
        return io.TextIOWrapper(buffered, encoding, errors, newline)

    return open_


class _Os:
    """The functions of `os` that change what a folder holds."""

    def __init__(self, tape):
        self._tape = tape

    def _path(self, path, folder=None):
        if folder is not None and not os.path.isabs(path):
            path = os.path.join(_of_handle(folder), os.fsdecode(path))
        return self._tape.of(path)

    def open(self, path, flags, mode=0o777, *, dir_fd=None):
        at = self._path(path, dir_fd)
        changes = at is not None and flags & (os.O_CREAT | os.O_TRUNC)
        is_new = changes and not os.path.lexists(self._tape.home / at)
        if is_new:
            _refuse(self._tape, "open")
        handle = _REAL["open"](path, flags, mode, dir_fd=dir_fd)
        if is_new:
            self._tape.add("create", at)
        elif changes and flags & os.O_TRUNC:
            self._tape.add("trunc", at, 0)
        return handle

    def write(self, handle, content):
        at = self._tape.of(_of_handle(handle))
        if at is None:
            return _REAL["write"](handle, content)
        with _short(self._tape, bytes(content)) as whole:
            done = _REAL["write"](handle, whole)
            self._tape.add("write", at, os.lseek(handle, 0, os.SEEK_CUR) - done, whole[:done])
        return done

    def fsync(self, handle):
        self._sync("fsync", handle)

    def fdatasync(self, handle):
        self._sync("fdatasync", handle)

    def _sync(self, real, handle):
        handle = handle if isinstance(handle, int) else handle.fileno()
        path = _of_handle(handle)
        at = self._tape.of(path)
        if at is not None:
            _refuse(self._tape, "sync")
        _REAL[real](handle)
        if at is not None:
            self._tape.add("syncdir" if os.path.isdir(path) else "sync", at)

    def sync(self):
        self._tape.add("syncall")

    def _two(kind, real):  # noqa: N805
        def moved(self, src, dst, *, src_dir_fd=None, dst_dir_fd=None, **more):
            old, new = self._path(src, src_dir_fd), self._path(dst, dst_dir_fd)
            if old is not None:
                _refuse(self._tape, kind)
            _REAL[real](src, dst, src_dir_fd=src_dir_fd, dst_dir_fd=dst_dir_fd, **more)
            if old is not None:
                assert new is not None, dst
                self._tape.add(kind, old, new)

        return moved

    def _one(kind, real):  # noqa: N805
        def changed(self, path, *arguments, dir_fd=None, **more):
            at = self._path(path, dir_fd)
            if at is not None:
                _refuse(self._tape, kind)
            _REAL[real](path, *arguments, dir_fd=dir_fd, **more)
            if at is not None:
                self._tape.add(kind, at)

        return changed

    replace, rename, link = (
        _two("rename", "replace"),
        _two("rename", "rename"),
        _two("link", "link"),
    )
    unlink, remove = _one("unlink", "unlink"), _one("unlink", "remove")
    mkdir, rmdir = _one("mkdir", "mkdir"), _one("rmdir", "rmdir")


@contextmanager
def recording(tape):
    """Whatever Python does to files in the block goes onto `tape`."""
    watched = _Os(tape)
    opened = _opening(tape)
    with (
        mock.patch.multiple(os, **{name: getattr(watched, name) for name in _REAL}),
        mock.patch.object(builtins, "open", opened),
        mock.patch.object(io, "open", opened),
        mock.patch.object(shutil, "_USE_CP_SENDFILE", False),
    ):
        yield
