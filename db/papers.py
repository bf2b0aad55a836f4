"""Stored papers: each PDF encrypted in a file named by the SHA-256 of its content.

AES-256-GCM under a key derived from the data key, a random 12-byte nonce in front. The file name
is authenticated too, so that files cannot be swapped.

A paper waits under a second name until the row of its print is committed: so one that bears its own
name and has no row tells that a print was lost.
"""

import contextlib
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TypeVar

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app import held_files
from app.domain.errors import Damaged, DeskError
from app.outside.ordinary import NotOrdinary, TooLarge, read_bounded
from app.wording.causes import cause
from db.durable import make_folder, write_durably
from db.folder import PAPERS_FOLDER
from db.keys import DataKey
from db.room import fullness_named

T = TypeVar("T")
_MOST_BYTES = 2**28
"""The largest paper that is read."""
_SUFFIX = ".giay"
_WAITING = ".cho"


class PaperMissing(Damaged):
    """Facts: sha256."""


class PaperNotKept(DeskError):
    """The disk refused it: nothing was printed. Facts: path, why."""


class PaperDamaged(Damaged):
    """Facts: sha256."""


class PaperStore:
    """The folder of stored papers of one data folder."""

    def __init__(self, folder: Path, key: DataKey) -> None:
        self.folder = folder / PAPERS_FOLDER
        derived = HKDF(SHA256(), 32, salt=None, info=b"motcua-papers-1").derive(key.raw)
        self._cipher = AESGCM(derived)

    def put(self, content: bytes) -> str:
        """Keep `content`; its SHA-256. Durable when this returns; the same content once.

        It waits until `confirm` says that it has its row.

        Raises:
            DiskFull: there was no room; nothing of it is kept.
            PaperNotKept: the disk refused it.
        """
        digest = hashlib.sha256(content).hexdigest()
        path = waiting_name(self.path_of(digest))
        if not self.path_of(digest).exists() and not path.exists():
            nonce = os.urandom(12)
            sealed = nonce + self._cipher.encrypt(nonce, content, digest.encode())
            try:
                with fullness_named(self.folder.parent):
                    make_folder(path.parent)
                    write_durably(path, sealed, private=True)
            except OSError as error:
                raise PaperNotKept(path=str(self.folder), why=cause(error)) from error
        return digest

    def confirm(self, digest: str) -> None:
        """The row of a print of this paper was committed.

        Killed before, or refused by the system, it goes on waiting, and is found all the same.
        """
        path = self.path_of(digest)
        with contextlib.suppress(OSError):
            held_files.replace(waiting_name(path), path)

    def confirmed(self) -> frozenset[str]:
        """Digests of all papers whose row was once committed."""
        return frozenset(path.stem for path in self.folder.glob(f"*/*{_SUFFIX}"))

    def let_wait(self, digests: Iterable[str]) -> None:
        """Papers whose rows are gone wait again: they are kept, and are no sign any more."""
        for digest in digests:
            path = self.path_of(digest)
            with contextlib.suppress(OSError):
                held_files.replace(path, waiting_name(path))

    def get(self, digest: str) -> bytes:
        """The content under `digest`.

        Raises:
            PaperMissing, PaperDamaged: as named.
        """
        path = self.path_of(digest)
        # Named anew between the first two looks, it is there at the third.
        for place in (path, waiting_name(path), path):
            try:
                sealed = read_bounded(place, _MOST_BYTES)
            except FileNotFoundError:
                continue
            except (NotOrdinary, TooLarge):
                raise PaperDamaged(sha256=digest) from None
            break
        else:
            raise PaperMissing(sha256=digest)
        try:
            return self._cipher.decrypt(sealed[:12], sealed[12:], digest.encode())
        except (InvalidTag, ValueError):
            raise PaperDamaged(sha256=digest) from None

    def path_of(self, digest: str) -> Path:
        """Where the paper lies: two-letter folders, so that none grows too full."""
        return self.folder / digest[:2] / f"{digest}{_SUFFIX}"


def paper_files(folder: Path) -> Iterator[tuple[str, Path]]:
    """The stored papers of a data folder, those that wait too: names of their own, and places."""
    own = sorted((folder / PAPERS_FOLDER).glob(f"*/*{_SUFFIX}{_WAITING}"))
    found = {path.with_suffix(""): path for path in own}
    found |= {path: path for path in sorted((folder / PAPERS_FOLDER).glob(f"*/*{_SUFFIX}"))}
    for path, place in found.items():
        # One that was named anew meanwhile lies under its own name now.
        yield path.relative_to(folder).as_posix(), place if place.exists() else path


def at_its_place(place: Path, ask: Callable[[Path], T]) -> T:
    """What `ask` answers of a stored paper, which may be given its own name that very moment."""
    try:
        return ask(place)
    except FileNotFoundError:
        if place.suffix != _WAITING:
            raise
        return ask(place.with_suffix(""))


def waiting_name(path: Path) -> Path:
    """Where a paper lies until its row is committed."""
    return path.with_name(f"{path.name}{_WAITING}")
