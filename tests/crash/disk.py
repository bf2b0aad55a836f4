"""A disk as it may be found after the power was cut.

Content is kept by a sync of the file, names by a sync of their folder; until then each unsynced
write may be there, missing, or torn at a sector, and each change of a name may be there or not:
all up to some moment, as file systems with a journal keep them, or some and not others.
"""

import os
from random import Random

SECTOR = 512
FOLDER = object()
KILL, SYNCED, SOME, NOISE = "kill", "synced", "some", "noise"
"""All that was issued (the program was killed), only what was synced, some of the rest, and some
of it with noise in a torn sector."""


class File:
    """One file under whatever names: what is surely on the disk, and what waits."""

    __slots__ = ("_now", "_whole", "content", "waiting")

    def __init__(self, content=b""):
        self.content = self._whole = bytes(content)
        self._now = bytearray(content)
        self.waiting = []

    def change(self, op):
        _apply(self._now, op)
        self._whole = None
        self.waiting.append(op)

    @property
    def now(self):
        """All of it, as the program sees it."""
        if self._whole is None:
            self._whole = bytes(self._now)
        return self._whole

    def sync(self):
        self.content, self.waiting = self.now, []

    def found(self, variant, random):
        """What may be found of it."""
        if variant == KILL:
            return self.now
        if variant == SYNCED or not self.waiting:
            return self.content
        buffer = bytearray(self.content)
        for op in self.waiting:
            _maybe(buffer, op, random, with_noise=variant == NOISE)
        return bytes(buffer)


def _apply(buffer, op):
    if op[0] == "write":
        _, offset, content = op
        if len(buffer) < offset:
            buffer.extend(bytes(offset - len(buffer)))
        buffer[offset : offset + len(content)] = content
    elif len(buffer) > op[1]:
        del buffer[op[1] :]
    else:
        buffer.extend(bytes(op[1] - len(buffer)))


def _maybe(buffer, op, random, *, with_noise):
    chance = random.random()
    if chance < 0.45:
        _apply(buffer, op)
    elif chance < 0.70 and op[0] == "write" and len(op[2]) > 1:
        _, offset, content = op
        cut = random.randrange(len(content) // SECTOR + 1) * SECTOR or min(
            len(content) // 2, SECTOR
        )
        if random.random() < 0.5:
            _apply(buffer, ("write", offset, content[:cut]))
        else:
            _apply(buffer, ("write", offset + cut, content[cut:]))
        if with_noise:
            at = random.randrange(len(content))
            noise = random.randbytes(min(SECTOR, len(content) - at))
            _apply(buffer, ("write", offset + at, noise))


class _Naming:
    """A change of names that waits until the folders it touches are synced."""

    __slots__ = ("file", "kind", "paths", "unsynced")

    def __init__(self, kind, paths, file):
        self.kind, self.paths, self.file = kind, paths, file
        self.unsynced = {os.path.dirname(path) for path in paths}

    def apply(self, names):
        """Make it; what lies in a folder that is not there is not found."""
        to = self.paths[-1]
        if self.kind in {"unlink", "rmdir"}:
            names.pop(to, None)
            return
        if self.kind == "rename":
            old = self.paths[0]
            if self.file is FOLDER:
                _move_folder(names, old, to)
                return
            names.pop(old, None)
        names[to] = self.file


def _move_folder(names, old, to):
    names.pop(old, None)
    names[to] = FOLDER
    for path in [one for one in names if one.startswith(f"{old}/")]:
        names[to + path[len(old) :]] = names.pop(path)


def _is_reached(names, path):
    folder = os.path.dirname(path)
    while folder:
        if names.get(folder) is not FOLDER:
            return False
        folder = os.path.dirname(folder)
    return True


class Disk:
    """The files of one folder, as operations come in."""

    def __init__(self, files, folders):
        self.names = dict.fromkeys(folders, FOLDER)
        self.names |= {path: File(content) for path, content in files.items()}
        self._kept = dict(self.names)
        self._waiting: list[_Naming] = []

    def step(self, op):
        """One operation of the tape."""
        kind, *rest = op
        if kind in {"write", "trunc"}:
            self.names[rest[0]].change((kind, *rest[1:]))
        elif kind == "sync":
            file = self.names.get(rest[0])
            if file is not None:
                file.sync()
        elif kind == "syncdir":
            self._sync_folder(rest[0])
        elif kind == "syncall":
            self._sync_everything()
        elif kind != "mark":
            self._name(kind, rest)

    def _name(self, kind, paths):
        if kind == "create":
            file = File()
        elif kind == "mkdir":
            file = FOLDER
        else:
            file = self.names[paths[0]]
        naming = _Naming(kind, paths, file)
        naming.apply(self.names)
        self._waiting.append(naming)

    def _sync_folder(self, folder):
        still = []
        for naming in self._waiting:
            naming.unsynced.discard(folder)
            if naming.unsynced:
                still.append(naming)
            else:
                naming.apply(self._kept)
        self._waiting = still

    def _sync_everything(self):
        for naming in self._waiting:
            naming.apply(self._kept)
        self._waiting = []
        for file in self.names.values():
            if file is not FOLDER:
                file.sync()

    def found(self, variant, seed, looked_at):
        """What may be found: content by path; None for a folder.

        `looked_at` takes the names found and answers a test of the paths that matter.
        """
        random = Random(seed)
        names = self.names if variant == KILL else self._names_found(variant, random)
        matters = looked_at(names)
        contents = {}
        found = {}
        for path, file in names.items():
            if not matters(path) or not _is_reached(names, path):
                continue
            if file is FOLDER:
                found[path] = None
                continue
            if id(file) not in contents:
                contents[id(file)] = file.found(variant, random)
            found[path] = contents[id(file)]
        return found

    def _names_found(self, variant, random):
        names = dict(self._kept)
        if variant == SYNCED or not self._waiting:
            return names
        if random.random() < 0.5:
            chosen = self._waiting[: random.randrange(len(self._waiting) + 1)]
        else:
            chosen = [one for one in self._waiting if random.random() < 0.5]
        for naming in chosen:
            naming.apply(names)
        return names
